#include "label/bullets.h"

#include <algorithm>

namespace incilint::label {

base::LongVector<double> bullet_costs(const base::LongVector<Cell>& cells) {
    constexpr double head = 4;
    constexpr double body = 3;
    base::LongVector<double> costs;
    if (std::none_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.bullet_line; })) return costs;
    costs.assign(cells.size(), 0);
    const auto begins_line = [&](std::size_t i) {
        return i == 0 || cells[i].before == Break::line || cells[i].before == Break::paragraph;
    };
    for (std::size_t i = 0; i < cells.size();) {
        const bool line = begins_line(i);
        std::size_t end = i + 1;
        while (end < cells.size() && !begins_line(end) && !cells[end].bullet_line && cells[end].heading == none) ++end;
        if (cells[i].bullet_line) {
            std::size_t colon = i;
            while (colon < end && !cells[colon].colon_after) ++colon;
            for (std::size_t k = i; colon < end && k <= colon; ++k) costs[k] = head;
            const bool whole_line = line && (end == cells.size() ? i > 0 : begins_line(end));
            for (std::size_t k = colon + 1; whole_line && k < end; ++k) costs[k] = body;
        }
        i = end;
    }
    return costs;
}

namespace {

/// Bullets of one name each, and on the next line more names over commas than there are bullets.
bool longer_list_follows(const Reading& reading, const Judgement& out, std::size_t first, std::size_t next) {
    constexpr std::size_t least = 3;  // names
    const base::LongVector<Cell>& cells = reading.cells;
    if (cells[next].before != Break::line || cells[next].hard_before) return false;
    for (std::size_t k = first; k < next; ++k)
        if (!cells[k].bullet_line) return false;
    std::size_t names = 1;
    for (std::size_t k = next + 1; k < cells.size() && out.list[k] && cells[k].before == Break::comma; ++k) ++names;
    return names >= least && names > next - first;
}

/// "-Octocrylene 6%: Provides sun protection.": beside bullets of active ingredients a bullet of a known name with its
/// amount is one too, whatever is said of it.
void settle_described(const Reading& reading, Judgement& out) {
    const base::LongVector<Cell>& cells = reading.cells;
    if (std::find(out.actives.begin(), out.actives.end(), true) == out.actives.end()) return;
    for (std::size_t i = 0, actives = 0; i < cells.size(); ++i) {
        if (out.actives[i]) {
            ++actives;
            continue;
        }
        if (cells[i].before == Break::paragraph || (out.list[i] && cells[i].heading == none)) actives = 0;
        const bool bullet = cells[i].bullet_line && cells[i].colon_after && !out.list[i] && actives > 0;
        if (!bullet || !out.evidence[i].known || !reading.tokens[cells[i].last - 1].has(amount)) continue;
        out.list[i] = out.actives[i] = true;
        out.why[i] = PhraseKind::stop;
    }
}

void settle_lists_of_bullets(const Reading& reading, Judgement& out) {
    const base::LongVector<Cell>& cells = reading.cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool begins = out.list[i] && cells[i].bullet_line && (i == 0 || !out.list[i - 1]);
        if (!begins) continue;
        std::size_t end = i;
        std::size_t amounts = 0;
        const auto of_bullet = [&](std::size_t k) {
            return cells[k].bullet_line ||
                   (cells[k].before != Break::line && cells[k].before != Break::paragraph && cells[k].heading == none);
        };
        while (end < cells.size() && out.list[end] && of_bullet(end)) {
            amounts += reading.tokens[cells[end].last - 1].has(amount) ? 1 : 0;
            ++end;
        }
        // Text may stand between: other bullets, with their praise.
        std::size_t next = end;
        while (next < cells.size() && !out.list[next] && cells[next].heading == none) ++next;
        const bool list_follows =
            next < cells.size() && out.list[next] && !cells[next].bullet_line &&
            (cells[next].before == Break::paragraph || next > end || longer_list_follows(reading, out, i, next));
        if (!list_follows) continue;
        for (std::size_t k = i; k < end; ++k) {
            if (amounts == end - i) {
                out.actives[k] = 1;
            } else {
                out.list[k] = 0;
                out.why[k] = PhraseKind::marketing;
            }
        }
        i = end;
    }
}

}  // namespace

void settle_bullets(const Reading& reading, Judgement& out) {
    settle_lists_of_bullets(reading, out);
    settle_described(reading, out);
}

}  // namespace incilint::label
