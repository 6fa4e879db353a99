// All that reading a catalog's bytes comes to, as one text, for a given size of reads and blocks. Tests and the fuzz
// target hold such texts against each other.
#pragma once

#include <algorithm>
#include <cstddef>
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

namespace incilint::tests {

/// A stream of bytes in pieces of a given size.
inline catalog::Fill pieces(std::string_view bytes, std::size_t piece) {
    return [bytes, piece](std::string& out, std::size_t wanted) mutable -> base::Expected<bool> {
        const std::size_t taken = std::min({bytes.size(), piece, wanted});
        out.append(bytes.substr(0, taken));
        bytes.remove_prefix(taken);
        return taken > 0;
    };
}

/// All that reading a stream says, as one text: it may depend on the bytes alone.
class Reading {
  public:
    explicit Reading(std::size_t longest_row) : longest_row_(longest_row) {}
    void take(const catalog::Block& block, const std::vector<std::string>& headers, bool json, char delimiter) {
        if (json) {
            catalog::JsonRowReader reader(block.text, headers, longest_row_, block.records, block.line);
            take(reader, block);
        } else {
            catalog::RowReader reader(block.text, delimiter, longest_row_, headers.size(), block.records, block.line);
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
            if (row.record != ++records_) say("a number is missing");
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
        if (reject.record != ++records_) say("a number is missing");
        say("reject " + std::to_string(reject.record) + " " + std::string(catalog::word(reject.kind)) + " line " +
            std::to_string(reject.line) + " at " + std::to_string(offset + reject.fault_at));
    }

    std::size_t longest_row_;
    std::string said_;
    std::size_t records_ = 0;
};

inline std::string read_stream(std::string_view bytes, catalog::Encoding encoding, std::size_t piece,
                               catalog::BlockOptions options) {
    Reading out(options.max_row_bytes);
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

}  // namespace incilint::tests
