#include <algorithm>
#include <array>
#include <span>

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
    const auto written = [](int number) { return static_cast<std::uint32_t>(std::max(number, 0)); };
    if (screening.given) {
        csv.numbers(std::array{written(screening.burden), written(screening.burden_low), written(screening.burden_high),
                               written(screening.support)});
    } else {
        for (int i = 0; i < 4; ++i) csv.plain("");
    }
    csv.plain(match::word(screening.confidence));
    constexpr std::size_t most = 64;  // categories, as Lean has them; one more takes what has none
    std::array<std::uint32_t, most + 2> counts{};
    counts[0] = written(screening.concerns);
    for (const match::LeanFinding& finding : screening.findings)
        ++counts[1 + std::min(category_of_rule_[finding.rule], most)];
    csv.numbers(std::span(counts).first(1 + categories_.size()));
    for (const auto* names : {&product.flagged, &product.credited, &product.unknown})
        write_names(csv, *names, quick, options_.csv);
    csv.number(product.entries);
    std::array<char, 5> digits{};
    csv.plain(share(screening.recognised, product.entries, digits));
    csv.plain(rule_sets_cell_);
    csv.end_row();
}

}  // namespace incilint::scan
