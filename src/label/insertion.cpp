#include "label/insertion.h"

#include <algorithm>

#include "label/bullets.h"

namespace incilint::label {
namespace {

/// Signs and phrases that reach from one end of a label to the other.
bool reaches_far(const Reading& reading, const CleanText& clean) {
    if (!reading.stray.empty() || clean.html()) return true;
    return std::ranges::any_of(reading.phrases, [&](const PhraseHit& hit) {
        // "(WH) - wild harvest" makes a mark of the letters wherever they stand (label/legends.h).
        const bool letters = hit.kind == PhraseKind::footnote && reading.tokens[hit.from].kind == TokenKind::open;
        // Whether amounts follow decides what it is (label/headings.cpp).
        return letters || hit.kind == PhraseKind::heading_active;
    });
}

/// A known name between two commas that the list goes on over.
bool is_settled(const Reading& reading, const Judgement& judgement, const base::LongVector<double>& costs,
                std::size_t i) {
    const Cell& cell = reading.cells[i];
    return cell.bare() && !cell.group_part && judgement.list[i] && !judgement.actives[i] &&
           judgement.evidence[i].known && judgement.why[i] == PhraseKind::stop && (costs.empty() || costs[i] <= 0) &&
           cell.before == Break::comma && cell.hard_before && judgement.steps[i].list_from_list;
}

/// Coming from the list is best for either state, so that the lead behind the cell is its own score alone.
bool forgets(const Judgement& judgement, std::size_t i) {
    return judgement.steps[i].list_from_list && judgement.steps[i].text_from_list;
}

/// In the run of list cells around this one separators outnumber line ends, which then wrap names (label/split.cpp).
bool commas_rule(const Reading& reading, const Judgement& judgement, std::size_t i) {
    std::size_t first = i;
    std::size_t last = i + 1;
    const auto in_list = [&](std::size_t at) { return judgement.list[at] && reading.cells[at].heading == none; };
    while (first > 0 && in_list(first - 1)) --first;
    while (last < reading.cells.size() && in_list(last)) ++last;
    std::size_t hard = 0;
    std::size_t lines = 0;
    for (std::size_t at = first; at < last; ++at) {
        const Cell& cell = reading.cells[at];
        hard += cell.hard_before ? 1 : 0;
        lines += cell.before == Break::line && !cell.hard_before ? 1 : 0;
    }
    return hard > lines;
}

}  // namespace

bool may_take_names(const Reading& reading, const Judgement& judgement, const CleanText& clean,
                    std::span<const std::size_t> places) {
    if (reaches_far(reading, clean)) return false;
    const base::LongVector<double> costs = bullet_costs(reading.cells);
    for (const std::size_t place : places) {
        const auto begin = [&](const Cell& cell) { return clean.origin(reading.tokens[cell.first].span()).from; };
        const auto found =
            std::ranges::partition_point(reading.cells, [&](const Cell& cell) { return begin(cell) < place; });
        const auto i = static_cast<std::size_t>(found - reading.cells.begin());
        if (found == reading.cells.end() || begin(*found) != place) return false;
        if (i < names_before || i + names_behind > reading.cells.size()) return false;
        const std::uint32_t token = found->first;
        const bool bracketed = std::ranges::any_of(
            reading.brackets, [&](const Bracket& bracket) { return bracket.open < token && token <= bracket.close; });
        if (bracketed || !commas_rule(reading, judgement, i)) return false;
        for (std::size_t at = i - 1; at < i + names_behind; ++at)
            if (!forgets(judgement, at)) return false;
        for (std::size_t at = i + 1 - names_before; at < i + names_behind; ++at)
            if (!is_settled(reading, judgement, costs, at)) return false;
    }
    return true;
}

}  // namespace incilint::label
