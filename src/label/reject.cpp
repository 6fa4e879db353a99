#include "label/reject.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "label/name.h"

namespace incilint::label {

namespace {

/// "Key ingredients: Squalane softens; Bakuchiol, a gentle retinol; …": names among what is said of others, up to the
/// end of the line.
void reject_rest(const base::LongVector<Cell>& cells, std::size_t from, Judgement& out) {
    constexpr std::size_t few = 6;  // names
    std::size_t end = from;
    std::size_t names = 0;
    const auto goes_on = [](const Cell& cell) {
        return cell.heading == none && (cell.hard_before || cell.before < Break::line || cell.before == Break::colon);
    };
    for (; end < cells.size() && goes_on(cells[end]); ++end) names += out.list[end];
    if (names == 0 || names > few) return;
    for (std::size_t k = from; k < end; ++k) {
        if (cells[k].seen.note(list_start)) return;
    }
    for (std::size_t k = from; k < end; ++k) {
        if (std::exchange(out.list[k], 0) != 0) out.why[k] = PhraseKind::marketing;
    }
}

}  // namespace

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
        if (end < cells.size() && cells[end].heading == none && out.evidence[end].prose > 0)
            reject_rest(cells, end, out);
    }
}

void reject_explained(const Reading& reading, Judgement& out) {
    constexpr std::size_t least = 2;   // lines, where no heading of praise stands above them
    constexpr std::size_t a_list = 3;  // names
    const base::LongVector<Cell>& cells = reading.cells;
    if (!reading.seen.kind(TokenKind::stop)) return;
    std::vector<std::size_t> found;
    bool praised = false;
    bool praise = false;
    std::size_t heading = 0;  // all before it are passed
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
        // Where a list ends: few cells of a label.
        if (!out.list[i] || out.list[i + 1] || cells[i + 1].before != Break::stop || cells[i].hard_before) continue;
        for (; heading <= i; ++heading)
            if (cells[heading].heading != none)
                praise = reading.headings[cells[heading].heading].kind == PhraseKind::heading_highlight;
        const bool line = cells[i].before >= Break::line || cells[i].before == Break::start;
        // "1. Niacinamide. Vitamin; brightens": numbered, below the heading.
        const bool explained =
            (praise && cells[i].before == Break::stop) || (line && (praise || out.evidence[i + 1].prose > 0));
        if (!explained) continue;
        found.push_back(i);
        praised = praised || praise;
    }
    if (found.empty()) return;
    const auto names = static_cast<std::size_t>(std::count(out.list.begin(), out.list.end(), 1));
    if (!praised && (found.size() < least || names < found.size() + a_list)) return;
    for (const std::size_t i : found) {
        out.list[i] = 0;
        out.why[i] = PhraseKind::marketing;
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
