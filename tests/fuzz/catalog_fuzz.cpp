// Any bytes as a catalog, from unpacking and encodings over blocks to rows of CSV and JSON: rows and rejects account
// for every record, fields lie in the text, reading ends, and the sizes of reads and blocks and the instructions used
// change nothing. The first bytes choose encoding and sizes.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "catalog/encoding.h"
#include "catalog/rows.h"
#include "read_stream.h"

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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 3) return 0;
    const auto encoding = static_cast<catalog::Encoding>(data[0] % 8);
    const std::size_t piece = 1 + data[1] % 64;
    const std::size_t block = 1 + data[2];
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 3, size - 3);
    // 1. As a stream, in small pieces and blocks and portably, and all at once.
    catalog::BlockOptions small;
    small.block_bytes = block;
    small.isa = catalog::Isa::portable;
    small.max_row_bytes = longest_row;
    catalog::BlockOptions large;
    large.max_row_bytes = longest_row;
    require(tests::read_stream(bytes, encoding, piece, small) ==
            tests::read_stream(bytes, encoding, std::size_t{1} << 20, large));
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
