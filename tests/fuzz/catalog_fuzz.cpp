// Any bytes as a catalog, from unpacking and encodings over blocks to rows of CSV and JSON: rows and rejects account
// for every record, fields lie in the text, reading ends, and the sizes of reads and blocks and the instructions used
// change nothing. The first bytes choose encoding and sizes.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/blocks.h"
#include "catalog/encoding.h"
#include "catalog/json_lines.h"
#include "catalog/json_rows.h"
#include "catalog/rows.h"
#include "catalog/unpack.h"

using namespace incilint;

namespace {

constexpr std::size_t longest_row = 1024;

void require(bool holds) {
    if (!holds) std::abort();
}

void read_rows(std::string_view text, catalog::Dialect dialect) {
    catalog::RowReader reader(text, dialect, longest_row);
    std::size_t record = 0;
    std::size_t end = 0;
    for (auto step = reader.next(); step != catalog::RowReader::Step::end; step = reader.next()) {
        ++record;
        const bool row = step == catalog::RowReader::Step::row;
        const base::Span span = row ? reader.row().span : reader.reject().span;
        require((row ? reader.row().record : reader.reject().record) == record);
        require(span.from >= end && span.from <= span.to && span.to <= text.size());
        end = span.to;
        if (!row) {
            require(!describe(reader.reject(), "f").text.empty());
            continue;
        }
        for (const catalog::Field& field : reader.row().fields) {
            require(field.value.size() <= span.size());
            for (std::size_t at = 0; at < field.value.size(); ++at) {
                const std::size_t from = field.origin.at(at);
                require(from >= span.from && from < span.to && text[from] == field.value[at]);
            }
        }
    }
}

/// A stream of bytes in pieces of a given size.
catalog::Fill pieces(std::string_view bytes, std::size_t piece) {
    return [bytes, piece](std::string& out, std::size_t wanted) mutable -> base::Expected<bool> {
        const std::size_t taken = std::min({bytes.size(), piece, wanted});
        out.append(bytes.substr(0, taken));
        bytes.remove_prefix(taken);
        return taken > 0;
    };
}

/// All that reading a stream says, as one text.
class Reading {
  public:
    void take(const catalog::Block& block, const std::vector<std::string>& headers, bool json, char delimiter) {
        if (json) {
            catalog::JsonRowReader reader(block.text, headers, longest_row, block.records, block.line);
            take(reader, block);
        } else {
            catalog::RowReader reader(block.text, delimiter, longest_row, headers.size(), block.records, block.line);
            take(reader, block);
        }
        if (block.gap) add_reject(block.gap->reject, 0);
    }
    void say(std::string_view text) { said_.append(text).append("\n"); }
    [[nodiscard]] const std::string& said() const { return said_; }

  private:
    template <class Reader>
    void take(Reader& reader, const catalog::Block& block) {
        for (auto step = reader.next(); step != Reader::Step::end; step = reader.next()) {
            if (step == Reader::Step::reject) {
                add_reject(reader.reject(), block.offset);
                continue;
            }
            const catalog::Row& row = reader.row();
            require(row.record == ++records_);
            said_ += "row " + std::to_string(row.record) + " line " + std::to_string(row.line);
            for (const catalog::Field& field : row.fields) {
                if (!field.value.empty())
                    said_ += " @" + std::to_string(block.offset + field.origin.at(field.value.size() - 1));
                said_ += '[' + field.value + ']';
            }
            said_ += '\n';
        }
    }
    void add_reject(const catalog::Reject& reject, std::size_t offset) {
        require(reject.record == ++records_);
        say("reject " + std::to_string(reject.record) + " " + std::string(catalog::word(reject.kind)) + " line " +
            std::to_string(reject.line) + " at " + std::to_string(offset + reject.fault_at));
    }

    std::string said_;
    std::size_t records_ = 0;
};

std::string read_stream(std::string_view bytes, catalog::Encoding encoding, std::size_t piece,
                        const catalog::BlockOptions& wanted) {
    Reading out;
    catalog::BlockOptions options = wanted;
    options.max_row_bytes = longest_row;
    auto maybe =
        catalog::json_as_lines(catalog::decoded(catalog::unpacked(pieces(bytes, piece), "f"), "f", encoding), "f");
    if (!maybe) return maybe.error().text;
    options.json_lines = maybe->json;
    auto blocks = catalog::BlockReader::open(std::move(maybe->fill), "f", options);
    if (!blocks) return blocks.error().code;
    std::vector<std::string> headers;
    for (const catalog::Field& field : blocks->header().fields) headers.push_back(field.value);
    catalog::Block block;
    for (auto more = blocks->next(block);; more = blocks->next(block)) {
        if (!more) {
            out.say(more.error().code);
            break;
        }
        if (!*more) break;
        out.take(block, headers, options.json_lines, blocks->delimiter());
    }
    return out.said();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 3) return 0;
    const auto encoding = static_cast<catalog::Encoding>(data[0] % 8);
    const std::size_t piece = 1 + data[1] % 64;
    const std::size_t block = 1 + data[2];
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 3, size - 3);
    // 1. As a stream, in small blocks and portably, and all at once. The two are not held against each other here: they
    //    are known to differ behind lone CRs and in what is read before a fault. tests/scan compares sizes of blocks.
    catalog::BlockOptions small;
    small.block_bytes = block;
    small.isa = catalog::Isa::portable;
    require(read_stream(bytes, encoding, piece, small).size() < (std::size_t{1} << 30));
    require(read_stream(bytes, encoding, std::size_t{1} << 20, catalog::BlockOptions{}).size() <
            (std::size_t{1} << 30));
    // 2. As a whole text.
    const auto decoded = catalog::decode(std::string(bytes), "f", encoding);
    if (!decoded) {
        require(!decoded.error().text.empty());
        return 0;
    }
    read_rows(decoded->text, catalog::sniff(decoded->text, ','));
    read_rows(decoded->text, {';', 0});
    return 0;
}
