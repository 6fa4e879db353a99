// Any bytes as a catalog: rows and rejects account for every record, fields lie in the text, and reading ends.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "catalog/encoding.h"
#include "catalog/rows.h"

using namespace incilint;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void read_rows(std::string_view text, catalog::Dialect dialect) {
    catalog::RowReader reader(text, dialect, 1024);
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
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto decoded = catalog::decode(bytes, "f", catalog::Encoding::automatic);
    if (!decoded) {
        require(!decoded.error().text.empty());
        return 0;
    }
    read_rows(decoded->text, catalog::sniff(decoded->text, ','));
    read_rows(decoded->text, {';', 0});
    return 0;
}
