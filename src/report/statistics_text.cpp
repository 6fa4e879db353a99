#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include <fmt/core.h>

#include "report/provenance.h"
#include "report/rows.h"
#include "report/text.h"

namespace incilint::report {

std::string statistics_text(const Run& run, const TextStyle& style) {
    const std::vector<Row> rows = rows_of(run, false);
    // 1. By rule and severity: how often, on how many inputs.
    std::map<std::tuple<std::string, rules::Severity>, std::pair<std::size_t, std::string>> counts;
    for (const Row& row : rows) {
        if (row.held != match::Held::no) continue;
        auto& [count, title] = counts[{row.rule_id, row.severity}];
        ++count;
        if (row.rule) title = row.rule->title;
    }
    // 2. The most frequent first, then by name.
    std::vector<decltype(counts)::const_pointer> sorted;
    for (const auto& one : counts) sorted.push_back(&one);
    std::ranges::stable_sort(sorted, std::greater{}, [](const auto* one) { return one->second.first; });
    std::string out;
    for (const auto* one : sorted) {
        const auto& [rule, severity] = one->first;
        out += fmt::format("{:>7}  {}  {}  {}\n", one->second.first,
                           paint(style, hue_of(severity), padded(rules::word(severity), 7)), padded(shown(rule), 44),
                           shown(one->second.second));
    }
    const std::size_t products = products_of(run);
    return out + fmt::format("{} in {} product{}\n", words_of(counts_of(rows)), products, products == 1 ? "" : "s") +
           paint(style, Hue::dim, wrapped(shown(made_by(run), 2'000), style.width, 0)) + "\n";
}

}  // namespace incilint::report
