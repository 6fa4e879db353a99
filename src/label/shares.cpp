#include "label/shares.h"

#include <algorithm>

#include "base/fold.h"

namespace incilint::label {

bool states_purity(const Reading& reading, Knowledge& knowledge, std::uint32_t from, const Amount& amount) {
    std::uint32_t open = amount.from;
    while (open > from && reading.tokens[open].kind != TokenKind::open) --open;
    const bool within = reading.tokens[open].kind == TokenKind::open && reading.partner[open] != none &&
                        reading.partner[open] >= amount.to && open + 1 < amount.from;
    const bool said = within && reading.tokens[amount.from - 1].kind == TokenKind::word;
    if (!said || open == from || knowledge.is_vague(open + 1)) return false;
    const std::string_view part = knowledge.identity(open + 1, amount.from);
    const std::string_view whole = knowledge.identity(from, open);  // none: the bracket says what it is ("AHA (…)")
    return !part.empty() && !whole.empty() && part != whole;
}

void share_blend(base::LongVector<Entry>& entries, std::size_t first) {
    if (first + 1 >= entries.size() || !entries.back().percent) return;
    const auto states = [](const Entry& entry) { return entry.percent.has_value(); };
    if (std::any_of(entries.begin() + static_cast<std::ptrdiff_t>(first), entries.end() - 1, states)) return;
    const Percent most{0, entries.back().percent->max};
    for (std::size_t i = first; i < entries.size(); ++i) entries[i].percent = most;
}

bool shares_rise(const base::LongVector<Entry>& entries) {
    constexpr double ordered_above = 1;  // percent
    const auto counts = [](const Entry& entry) {
        return entry.percent && !entry.part_of_group &&
               (entry.section == Section::main || entry.section == Section::inactive);
    };
    // Sun filters with their percents stand in front of a list in alphabetical order.
    std::size_t begin = 0;
    while (begin < entries.size() && entries[begin].percent &&
           (begin == 0 || base::fold(entries[begin - 1].name) < base::fold(entries[begin].name)))
        ++begin;
    if (begin < entries.size() && entries[begin].percent) begin = 0;
    double least = 1e9;
    for (std::size_t i = begin; i < entries.size(); ++i) {
        if (!counts(entries[i])) continue;
        if (entries[i].percent->min > ordered_above && entries[i].percent->min > least) return true;
        least = std::min(least, entries[i].percent->max);
    }
    return false;
}

}  // namespace incilint::label
