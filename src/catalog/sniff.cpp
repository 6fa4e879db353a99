#include <array>
#include <tuple>
#include <utility>

#include "catalog/extent.h"
#include "catalog/record.h"
#include "catalog/rows.h"

namespace incilint::catalog {
namespace {

constexpr std::array<char, 4> delimiters = {',', ';', '\t', '|'};
constexpr std::size_t sample_records = 100;
// Enough for a hundred long labels; a wider look would only cost time.
constexpr std::size_t sample_bytes = std::size_t{1} << 20;

/// Share of sampled records (in thousandths) with as many fields as the first, and that number of fields.
std::tuple<std::size_t, std::size_t> agreement(std::string_view text, std::size_t begin, char delimiter) {
    const ExtentFinder finder(delimiter, sample_bytes);
    Row row;
    std::size_t fields = 0;
    std::size_t agreeing = 0;
    std::size_t records = 0;
    for (std::size_t at = begin; at < text.size() && records <= sample_records;) {
        const Extent extent = finder.find(text, at, true);
        const std::size_t from = std::exchange(at, extent.next);
        if (extent.found == Found::blank) continue;
        const bool whole = extent.found == Found::record;
        if (whole && read_record(text, {from, extent.end}, delimiter, finder.isa(), row) == RecordFault::none) {
            if (fields != 0) agreeing += row.fields.size() == fields ? 1 : 0;
        } else if (fields == 0) {
            return {0, 0};
        }
        if (fields == 0)
            fields = row.fields.size();
        else
            ++records;
    }
    if (fields < 2) return {0, 0};
    return {records == 0 ? 1000 : agreeing * 1000 / records, fields};
}

}  // namespace

Dialect sniff(std::string_view text, char likely) {
    Dialect out{likely, 0};
    constexpr std::string_view never = "\"\r\n";
    if (text.size() > 4 && text.starts_with("sep=") && never.find(text[4]) == never.npos &&
        (text.size() == 5 || text[5] == '\r' || text[5] == '\n')) {
        out.delimiter = text[4];
        std::size_t end = 0;
        out.begin = line_after(text, 5, end);
        return out;
    }
    const std::string_view sample = text.substr(0, sample_bytes);
    auto best = agreement(sample, 0, likely);
    for (const char delimiter : delimiters) {
        const auto score = agreement(sample, 0, delimiter);
        if (score > best) {
            best = score;
            out.delimiter = delimiter;
        }
    }
    return out;
}

}  // namespace incilint::catalog
