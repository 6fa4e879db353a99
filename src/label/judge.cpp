#include "label/judge.h"

#include <algorithm>

#include "label/bullets.h"
#include "label/evidence.h"
#include "label/headings.h"
#include "label/openings.h"
#include "label/standing.h"

namespace incilint::label {
namespace {

/// Costs of a change from text to list or back, by what stands between. A sentence does not turn into a list at a
/// comma; it may at a full stop, and most easily at an empty line.
struct Change {
    double into_list;
    double out_of_list;
    double within_list = 0;  ///< of a list that goes on over it
};

/// `opens`: what the cell's opening words say.
Change change_at(const Cell& before, const Cell& cell, PhraseKind opens, std::uint32_t prose_before) {
    // What stands before a colon is told by what follows, and names are not followed by one.
    if (before.colon_after) {
        const bool claim = before.opens != PhraseKind::stop || before.contains != PhraseKind::stop;
        return {claim || prose_before > 2 ? 8.0 : 1.0, 9, 5};
    }
    if (opens != PhraseKind::stop) return {6, 0.3};
    // Bullets of one block go together.
    if (before.bullet_line && cell.bullet_line && cell.before < Break::paragraph) return {5, 5};
    // A legend's sentence is followed by more of its kind sooner than by one name.
    const bool legend = before.opens != PhraseKind::stop && before.opens != PhraseKind::marketing;
    switch (cell.before) {
        case Break::start:
            return {0.6, 0};
        case Break::heading:
            return {0, 1.5};
        case Break::paragraph:
            return {0.3, 0.3};
        case Break::line:
            return {legend ? 4.0 : 1.0, cell.hard_before ? 4.0 : 1.0};
        case Break::stop:
            return {legend ? 4.0 : 1.3, cell.hard_before ? 4.0 : 1.2};
        case Break::tight:
            return {1.5, 1.8};
        case Break::phrase:
            return {6, 0.5};
        case Break::bracket:
            return {6, 3};
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

/// The first phrase that begins in the cell or behind it.
auto first_phrase(const Reading& reading, const Cell& cell) {
    return std::partition_point(reading.phrases.begin(), reading.phrases.end(),
                                [&](const PhraseHit& one) { return one.from < cell.first; });
}

/// A cell that begins with a claim of what is not in it: "free of parabens" holds its object, "free of" waits for it.
enum class Denial : std::uint8_t { none, said, open };

Denial denial(const Reading& reading, const Cell& cell) {
    if (cell.opens != PhraseKind::claim && cell.contains != PhraseKind::claim) return Denial::none;
    auto hit = first_phrase(reading, cell);
    while (hit != reading.phrases.end() && hit->from < cell.last && hit->kind != PhraseKind::claim) ++hit;
    if (hit == reading.phrases.end() || hit->from >= cell.last) return Denial::none;
    const bool denies =
        hit->to - hit->from > 1 && std::any_of(reading.tokens.begin() + hit->from, reading.tokens.begin() + hit->to,
                                               [](const Token& token) { return token.has(stop_word); });
    if (!denies) return Denial::none;
    return hit->to >= cell.last ? Denial::open : Denial::said;
}

/// The claim that a cell begins with, where it waits for no object behind it: "Vegan", "Gluten-free Oat Extract", but
/// not "without parabens". Signs that are words of their own do not tell.
const PhraseHit* closed_claim(const Reading& reading, const Cell& cell) {
    if (cell.opens != PhraseKind::claim) return nullptr;
    const auto hit = first_phrase(reading, cell);
    if (hit == reading.phrases.end() || hit->from != cell.first || hit->kind != PhraseKind::claim) return nullptr;
    const bool waits = std::any_of(reading.tokens.begin() + hit->from, reading.tokens.begin() + hit->to,
                                   [](const Token& token) { return token.has(stop_word) || token.is(ideographic); });
    return waits ? nullptr : &*hit;
}

/// Behind a code or claims a known name follows over a comma: "Parfum (B184736), Glycerin".
bool list_goes_on(const base::LongVector<Cell>& cells, const Judgement& judged, std::size_t i) {
    constexpr std::size_t most = 8;  // claims in a row: the search from each of them stays bounded
    for (std::size_t next = i + 1; next < cells.size() && next <= i + most; ++next) {
        if (!cells[next].hard_before && cells[next].before != Break::bracket) return false;
        if (judged.evidence[next].known) return true;
        if (cells[next].opens != PhraseKind::claim) return false;
    }
    return false;
}

/// One unknown phrase, without a heading, is no list: the name of a product, say.
void reject_lone_unknown(const Reading& reading, bool has_list_heading, Judgement& out) {
    const auto count = std::count(out.list.begin(), out.list.end(), true);
    if (count != 1 || has_list_heading) return;
    const auto at = static_cast<std::size_t>(std::find(out.list.begin(), out.list.end(), true) - out.list.begin());
    const bool amount_stated =
        reading.tokens[reading.cells[at].first].has(amount) || reading.tokens[reading.cells[at].last - 1].has(amount);
    const TokenRange name = trim_name(reading, reading.cells[at].first, reading.cells[at].last);
    const bool ends_in_head = !name.empty() && reading.tokens[name.last - 1].has(head_noun);
    if (!out.evidence[at].known && out.evidence[at].cover < 0.6 && out.evidence[at].words > 1 && !ends_in_head &&
        !amount_stated)
        out.list[at] = false;
}

}  // namespace

Judgement judge(const Reading& reading, Knowledge& knowledge) {
    Judgement out;
    judge(reading, knowledge, out);
    return out;
}

void judge(const Reading& reading, Knowledge& knowledge, Judgement& out) {
    const base::LongVector<Cell>& cells = reading.cells;
    out.evidence.assign(cells.size(), {});
    out.list.assign(cells.size(), false);
    out.actives.assign(cells.size(), false);
    out.why.assign(cells.size(), PhraseKind::stop);
    const base::LongVector<double> heads = bullet_costs(cells);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].heading == none) out.evidence[i] = weigh(reading, cells[i], knowledge);
    }
    // Forward: the best score of each state; back: which state it came from.
    base::LongVector<Judgement::Step>& steps = out.steps;
    steps.assign(cells.size(), {});
    std::vector<std::size_t> asides;  // what is said of one name between two others
    const bool has_list_heading =
        std::any_of(reading.headings.begin(), reading.headings.end(), [](const Heading& heading) {
            return heading.kind == PhraseKind::heading || heading.kind == PhraseKind::heading_inactive;
        });
    // The better score of the list less that of the text: what lies far behind a long list cannot be seen in it.
    double lead = 0;
    bool after_list_heading = false;
    bool in_claim = false;
    bool denied = false;  // the claim is of what is not in it
    PhraseKind in_aside = PhraseKind::stop;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Cell& cell = cells[i];
        if (cell.heading != none) {
            // A heading ends whatever was before it, free of cost.
            steps[i] = {lead >= 0, lead >= 0};
            const PhraseKind kind = reading.headings[cell.heading].kind;
            in_aside = aside(kind) ? reason(kind) : PhraseKind::stop;
            after_list_heading = !aside(kind);
            lead = after_list_heading ? 2.5 : -20;
            continue;
        }
        if (in_aside != PhraseKind::stop && cell.before == Break::paragraph && i > 0 && cells[i - 1].heading == none) {
            in_aside = PhraseKind::stop;
        }
        if (i > 0 && cells[i - 1].heading == none && !cells[i - 1].title) after_list_heading = false;
        // A claim's word before a known name is an adjective of it: "Gluten-Free Vitamin E".
        const PhraseHit* const claim = closed_claim(reading, cell);
        const bool adjective = claim != nullptr && claim->to < cell.last && knowledge.knows(claim->to, cell.last);
        // Between two names over commas a claim is said in passing, and the list goes on: "Glycerin, Vegan, Parfum".
        const bool in_passing =
            claim != nullptr && !adjective && !in_claim && cell.hard_before && out.evidence[i].cover < 0.5;
        if (cell.aside || ((cell.opens == PhraseKind::batch_code || in_passing) && list_goes_on(cells, out, i))) {
            steps[i] = {true, false};
            out.why[i] = cell.aside ? PhraseKind::marketing : cell.opens;
            asides.push_back(i);
            continue;
        }
        if (cell.title) {  // as a heading does
            steps[i] = {true, lead >= 0};
            lead = -20;
            after_list_heading = true;
            in_claim = false;
            in_aside = PhraseKind::stop;
            continue;
        }
        // A claim's word beside a known name is part of the name or of what is said of it: "Vegan Glycerin".
        const bool explained =
            adjective ||
            (out.evidence[i].cover >= 0.5 && out.evidence[i].prose == 0 && cell.opens != PhraseKind::batch_code &&
             denial(reading, cell) == Denial::none && cell.opens != PhraseKind::disclaimer &&
             (cell.opens != PhraseKind::footnote ||
              (cell.before < Break::tight && out.evidence[i].words > 2 && !mark_at(reading, cell.first) &&
               !follows_mark(reading, cell.first))));
        const PhraseKind opens = explained ? PhraseKind::stop : cell.opens;
        double score = out.evidence[i].score + opening(opens);
        if (cell.contains != PhraseKind::stop && !explained) score -= 2.5;
        if (heads[i] > 0) score -= heads[i];
        if (out.evidence[i].cover < 0.5 && heads_next_line(reading, i)) score -= 4;
        if (runs_into_heading(reading, i, out.evidence[i])) score -= 5;
        // A line that ends in a colon is the heading of the next: "Squalane + Rose Oil:".
        const bool heads_block =
            cell.colon_after && !cell.hard_before && !cell.bullet_line &&
            (cell.before == Break::line || cell.before == Break::paragraph || cell.before == Break::stop ||
             cell.before == Break::tight || cell.before == Break::start) &&
            i + 1 < cells.size() && reading.tokens[cells[i + 1].first].gap >= Gap::line;
        if (heads_block) score -= 5;
        // "Acne Gel: Active: …"
        if (cell.colon_after && i + 1 < cells.size() && cells[i + 1].heading != none) score -= 7;
        if (out.evidence[i].cover < 0.3) score -= price_apart(reading, i, out.evidence[i], knowledge);
        if (out.evidence[i].cover < 0.5 && lone_trade_name(reading, i)) score -= 3;
        // "100% natural fragrance" on a line of its own below a list: said of the list.
        const bool whole = !cell.hard_before && cell.before >= Break::tight && i > 0 && cells[i - 1].hard_before &&
                           out.evidence[i - 1].cover >= 0.5 && states_whole(reading, cell);
        if (whole) score -= 6;
        Change change = i == 0 ? Change{0.6, 0} : change_at(cells[i - 1], cell, cell.opens, out.evidence[i - 1].prose);
        if (after_list_heading) change = {0, 0};
        // "Free of parabens, mineral oil, alcohol": a claim rules its sentence.
        const bool object = i > 0 && denial(reading, cells[i - 1]) == Denial::open;
        // "does not contain irritants including: …" goes on behind its colon.
        const bool enumerates = cell.before == Break::colon && denied;
        if ((cell.before >= Break::tight || cell.before == Break::start) && !object && !enumerates)
            in_claim = denied = false;
        if (object) change = {8, change.out_of_list, change.within_list};
        if (in_claim) {
            score -= 3;  // what a known name speaks for; a whole list behind a claim still is one
            out.why[i] = PhraseKind::claim;
        }
        denied = denied || denial(reading, cell) != Denial::none;
        in_claim =
            in_claim || opens == PhraseKind::claim || (cell.contains == PhraseKind::claim && out.evidence[i].prose > 1);
        if (in_aside != PhraseKind::stop) {
            // A whole list under "Key ingredients" is the list, if the label has no other heading.
            const bool may_be_list =
                in_aside == PhraseKind::marketing && !has_list_heading && !out.evidence[i].prose && !cell.colon_after;
            score = may_be_list ? score : -6;
            change = {may_be_list ? 20.0 : 8.0, may_be_list ? change.out_of_list : 0.0, change.within_list};
            out.why[i] = in_aside;
        } else if (cell.opens != PhraseKind::stop) {
            out.why[i] = cell.opens;
        } else if (cell.contains != PhraseKind::stop) {
            out.why[i] = cell.contains;
        }
        if (explained && !object && cell.before != Break::phrase)
            change =
                i == 0 ? Change{0.6, 0} : change_at(cells[i - 1], cell, PhraseKind::stop, out.evidence[i - 1].prose);
        const double stay = lead - change.within_list;
        const double enter = -change.into_list;
        const double leave = lead - change.out_of_list;
        steps[i] = {stay >= enter, leave > 0};
        // Where both come from the list, nothing of what was before is left: no sum may blur that.
        const bool both = steps[i].list_from_list && steps[i].text_from_list;
        lead = both ? change.out_of_list - change.within_list : std::max(stay, enter) - std::max(leave, 0.0);
        lead += score;
    }
    bool state = lead > 0;
    for (std::size_t i = cells.size(); i-- > 0;) {
        out.list[i] = state && cells[i].heading == none;
        state = state ? steps[i].list_from_list : steps[i].text_from_list;
    }
    for (const std::size_t i : asides) out.list[i] = false;
    settle_bullets(reading, out);
    reject_lone_unknown(reading, has_list_heading, out);
}

}  // namespace incilint::label
