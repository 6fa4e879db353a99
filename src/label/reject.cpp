#include "label/reject.h"

#include <algorithm>

#include "label/name.h"

namespace incilint::label {

void reject_highlights(const Reading& reading, Judgement& out) {
    constexpr std::size_t few = 6;
    const base::LongVector<Cell>& cells = reading.cells;
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
        if (cells[i].heading == none || reading.headings[cells[i].heading].kind != PhraseKind::heading_highlight)
            continue;
        bool water = false;
        std::size_t end = i + 1;
        const auto goes_on = [&](const Cell& cell) { return cell.hard_before || cell.before < Break::tight; };
        while (end < cells.size() && out.list[end] && end <= i + few && (end == i + 1 || goes_on(cells[end])))
            water = cells[end++].seen.note(list_start) || water;
        if (water || end > i + few) continue;
        for (std::size_t k = i + 1; k < end; ++k) out.list[k] = 0;
    }
}

void reject_lone_unknown(const Reading& reading, bool has_list_heading, Judgement& out) {
    if (has_list_heading || std::count(out.list.begin(), out.list.end(), 1) != 1) return;
    const auto at = static_cast<std::size_t>(std::find(out.list.begin(), out.list.end(), 1) - out.list.begin());
    const bool amount_stated =
        reading.tokens[reading.cells[at].first].has(amount) || reading.tokens[reading.cells[at].last - 1].has(amount);
    const TokenRange name = trim_name(reading, reading.cells[at].first, reading.cells[at].last);
    const bool ends_in_head = !name.empty() && reading.tokens[name.last - 1].has(head_noun);
    if (!out.evidence[at].known && out.evidence[at].cover < 0.6 && out.evidence[at].words > 1 && !ends_in_head &&
        !amount_stated)
        out.list[at] = 0;
}

}  // namespace incilint::label
