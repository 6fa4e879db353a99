#include <algorithm>
#include <array>

#include "scan/quick.h"
#include "scan/result.h"

namespace incilint::scan {
namespace {

/// Names joined by "; ", as a cell.
void write_names(report::CsvWriter& csv, const std::vector<std::uint32_t>& names, const Quick& quick,
                 const report::CsvStyle& style) {
    const auto plain = [&](std::uint32_t name) { return quick.name(name).plain_cell; };
    if (std::ranges::all_of(names, plain)) {
        csv.names(names, [&](std::uint32_t name) -> const PrintedName& { return quick.name(name); });
        return;
    }
    std::string cell;
    for (const std::uint32_t name : names) {
        if (!cell.empty()) cell.append("; ");
        cell.append(style.guard ? report::guarded(quick.name(name).text) : quick.name(name).text);
    }
    csv.text(cell);
}

/// A share with three digits: "0.875".
std::string_view share(std::size_t part, std::size_t whole, std::array<char, 5>& digits) {
    const std::size_t thousandths = part * 1000 / whole;
    digits = {thousandths == 1000 ? '1' : '0', '.', static_cast<char>('0' + thousandths / 100 % 10),
              static_cast<char>('0' + thousandths / 10 % 10), static_cast<char>('0' + thousandths % 10)};
    return {digits.data(), digits.size()};
}

}  // namespace

bool ResultWriter::takes_quick() const {
    return options_.format == ResultFormat::csv && !options_.per_finding && !options_.keep_columns &&
           !options_.csv.excel && options_.only == Only::all && options_.categories.empty();
}

void ResultWriter::write(std::string& out, const RowWords& row, const QuickProduct& product, const Quick& quick) const {
    const match::LeanScreening& screening = *product.screening;
    report::CsvWriter csv(out, options_.csv);
    csv.number(row.record);
    csv.text(row.id);
    csv.text(row.name);
    csv.plain("");
    csv.text(product.words);
    for (const int number : {screening.burden, screening.burden_low, screening.burden_high, screening.support}) {
        if (screening.given)
            csv.number(number);
        else
            csv.plain("");
    }
    csv.plain(match::word(screening.confidence));
    csv.number(screening.concerns);
    std::array<std::uint32_t, 65> counts{};
    for (const match::LeanFinding& finding : screening.findings)
        ++counts[std::min<std::size_t>(category_of_rule_[finding.rule], 64)];
    for (std::size_t i = 0; i < categories_.size(); ++i) csv.number(std::size_t{counts[i]});
    for (const auto* names : {&product.flagged, &product.credited, &product.unknown})
        write_names(csv, *names, quick, options_.csv);
    csv.number(product.entries);
    std::array<char, 5> digits{};
    csv.plain(share(screening.recognised, product.entries, digits));
    csv.plain(rule_sets_cell_);
    csv.end_row();
}

}  // namespace incilint::scan
