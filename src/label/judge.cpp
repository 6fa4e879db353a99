#include "label/judge.h"

#include <algorithm>

#include "label/evidence.h"
#include "label/headings.h"

namespace incilint::label {
namespace {

/// Costs of a change from text to list or back, by what stands between. A sentence does not turn into a list at a
/// comma; it may at a full stop, and most easily at an empty line.
struct Change {
    double into_list;
    double out_of_list;
    double within_list = 0;  ///< of a list that goes on over it
};

Change change_at(const Cell& before, const Cell& cell) {
    // What stands before a colon is told by what follows, and names are not followed by one.
    if (before.colon_after) return {before.opens == PhraseKind::stop ? 1.0 : 8.0, 9, 5};
    if (cell.opens != PhraseKind::stop) return {6, 0.3};
    // Bullets of one block go together.
    if (before.bullet_line && cell.bullet_line && cell.before < Break::paragraph) return {5, 5};
    switch (cell.before) {
        case Break::start:
            return {0.6, 0};
        case Break::heading:
            return {0, 1.5};
        case Break::paragraph:
            return {0.3, 0.3};
        case Break::line:
            return {1, cell.hard_before ? 4.0 : 1.0};
        case Break::stop:
            return {1.3, cell.hard_before ? 4.0 : 1.2};
        case Break::tight:
            return {1.5, 1.8};
        case Break::phrase:
            return {6, 0.5};
        case Break::bracket:
            return {3, 3};
        default:
            return {7, 6};
    }
}

/// The kind of a heading decides what follows it, up to the next heading or the end of its block.
bool aside(PhraseKind kind) {
    return !begins_list(kind);
}

PhraseKind reason(PhraseKind kind) {
    switch (kind) {
        case PhraseKind::heading_highlight:
        case PhraseKind::heading_usage:
            return PhraseKind::marketing;
        case PhraseKind::heading_warning:
            return PhraseKind::disclaimer;
        default:
            return kind;
    }
}

double opening(PhraseKind kind) {
    switch (kind) {
        case PhraseKind::claim:
        case PhraseKind::disclaimer:
        case PhraseKind::footnote:
            return -6;
        case PhraseKind::batch_code:
            return -9;
        case PhraseKind::marketing:
            return -4;
        default:
            return 0;
    }
}

/// Cells of a bullet's line up to its colon: "-Rice Oil, Squalane, and Honey: soften the skin".
std::vector<bool> bullet_heads(const std::vector<Cell>& cells) {
    std::vector<bool> heads(cells.size(), false);
    for (std::size_t i = 0; i < cells.size();) {
        std::size_t end = i + 1;
        while (end < cells.size() && !cells[end].bullet_line && cells[end].before != Break::line &&
               cells[end].before != Break::paragraph && cells[end].heading == none) {
            ++end;
        }
        if (cells[i].bullet_line) {
            const auto colon = std::find_if(cells.begin() + static_cast<std::ptrdiff_t>(i),
                                            cells.begin() + static_cast<std::ptrdiff_t>(end),
                                            [](const Cell& cell) { return cell.colon_after; });
            const std::size_t until = static_cast<std::size_t>(colon - cells.begin());
            for (std::size_t k = i; until < end && k <= until; ++k) heads[k] = true;
        }
        i = end;
    }
    return heads;
}

/// Bullets with bare names above a list praise what is in it; with a percent each they declare the actives.
void settle_bullets(const Reading& reading, Judgement& out) {
    const std::vector<Cell>& cells = reading.cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool begins = out.list[i] && cells[i].bullet_line && (i == 0 || !out.list[i - 1]);
        if (!begins) continue;
        std::size_t end = i;
        std::size_t amounts = 0;
        while (end < cells.size() && out.list[end] && cells[end].bullet_line) {
            amounts += reading.tokens[cells[end].last - 1].has(amount) ? 1 : 0;
            ++end;
        }
        // Text may stand between: other bullets, with their praise.
        std::size_t next = end;
        while (next < cells.size() && !out.list[next] && cells[next].heading == none) ++next;
        const bool list_follows = next < cells.size() && out.list[next] && !cells[next].bullet_line &&
                                  (cells[next].before == Break::paragraph || next > end);
        if (!list_follows) continue;
        for (std::size_t k = i; k < end; ++k) {
            if (amounts == end - i) {
                out.actives[k] = true;
            } else {
                out.list[k] = false;
                out.why[k] = PhraseKind::marketing;
            }
        }
        i = end;
    }
}

}  // namespace

Judgement judge(const Reading& reading, Knowledge& knowledge) {
    const std::vector<Cell>& cells = reading.cells;
    Judgement out;
    out.evidence.resize(cells.size());
    out.list.assign(cells.size(), false);
    out.actives.assign(cells.size(), false);
    out.why.assign(cells.size(), PhraseKind::stop);
    const std::vector<bool> heads = bullet_heads(cells);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].heading == none) out.evidence[i] = weigh(reading, cells[i], knowledge);
    }
    // Forward: the best score of each state; back: which state it came from.
    struct Step {
        bool list_from_list = false;
        bool text_from_list = false;
    };
    std::vector<Step> steps(cells.size());
    double list = 0;
    double text = 0;
    bool after_list_heading = false;
    PhraseKind in_aside = PhraseKind::stop;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Cell& cell = cells[i];
        if (cell.heading != none) {
            // A heading ends whatever was before it, free of cost.
            steps[i] = {list >= text, list >= text};
            const double best = std::max(list, text);
            const PhraseKind kind = reading.headings[cell.heading].kind;
            in_aside = aside(kind) ? reason(kind) : PhraseKind::stop;
            after_list_heading = !aside(kind);
            list = best;
            text = best - (after_list_heading ? 2.5 : 0);
            continue;
        }
        if (in_aside != PhraseKind::stop && cell.before == Break::paragraph && i > 0 && cells[i - 1].heading == none) {
            in_aside = PhraseKind::stop;
        }
        if (i > 0 && cells[i - 1].heading == none) after_list_heading = false;
        double score = out.evidence[i].score + opening(cell.opens);
        if (cell.opens == PhraseKind::footnote && out.evidence[i].known && out.evidence[i].words > 2) score += 6;
        if (heads[i]) score -= 4;
        // "Shower Gel Ingredients:": what runs into the heading of a list names the product.
        const bool runs_into = i + 1 < cells.size() && cells[i + 1].heading != none && cells[i + 1].before == Break::phrase &&
                               reading.headings[cells[i + 1].heading].kind == PhraseKind::heading;
        if (runs_into) score -= 5;
        // A lone unknown sentence behind a full stop ends the list sooner than it goes on with it.
        const bool apart = (cell.before == Break::stop || cell.before == Break::tight) && !cell.hard_before;
        if (apart && out.evidence[i].cover < 0.3) score -= 0.9;
        Change change = i == 0 ? Change{0.6, 0} : change_at(cells[i - 1], cell);
        if (after_list_heading) change = {0, 0};
        if (in_aside != PhraseKind::stop) {
            score = -6;
            change = {8, 0};
            out.why[i] = in_aside;
        } else if (cell.opens != PhraseKind::stop) {
            out.why[i] = cell.opens;
        }
        const double stay = list - change.within_list;
        const double enter = text - change.into_list;
        const double leave = list - change.out_of_list;
        steps[i] = {stay >= enter, leave > text};
        list = std::max(stay, enter) + score;
        text = std::max(leave, text);
    }
    bool state = list > text;
    for (std::size_t i = cells.size(); i-- > 0;) {
        out.list[i] = state && cells[i].heading == none;
        state = state ? steps[i].list_from_list : steps[i].text_from_list;
    }
    settle_bullets(reading, out);
    return out;
}

}  // namespace incilint::label
