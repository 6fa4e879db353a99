#include "label/judge.h"

#include <algorithm>

#include "label/bullets.h"
#include "label/change.h"
#include "label/claims.h"
#include "label/evidence.h"
#include "label/openings.h"
#include "label/reject.h"
#include "label/standing.h"

namespace incilint::label {
namespace {

/// Cost of a list that begins over a comma behind a claim: less than two known names are worth.
constexpr double behind_claim = 4;

/// What a name that nothing knows is worth under a heading of the list.
constexpr double least_under_heading = 0.2;

/// The search over two states, list and text: cell by cell forward, then back along the best path.
class Search {
  public:
    Search(const Reading& reading, Knowledge& knowledge, Judgement& out)
        : reading_(reading), cells_(reading.cells), knowledge_(knowledge), out_(out), heads_(bullet_costs(cells_)) {}

    void run() {
        begin();
        for (std::size_t i = 0, count = cells_.size(); i < count; ++i) {
            if (cells_[i].heading != none) {
                pass_heading(i);
            } else {
                pass_cell(i);
            }
        }
        trace_back();
        settle_bullets(reading_, out_);
        reject_highlights(reading_, out_);
        reject_explained(reading_, out_);
        reject_lone_unknown(reading_, has_list_heading_, out_);
    }

  private:
    void begin() {
        out_.evidence.assign(cells_.size(), {});
        out_.list.assign(cells_.size(), 0);
        out_.actives.assign(cells_.size(), 0);
        out_.why.assign(cells_.size(), PhraseKind::stop);
        out_.steps.assign(cells_.size(), {});
        for (std::size_t i = 0, count = cells_.size(); i < count; ++i) {
            if (cells_[i].heading == none) out_.evidence[i] = weigh(reading_, cells_[i], knowledge_);
        }
        has_list_heading_ = std::any_of(reading_.headings.begin(), reading_.headings.end(), [](const Heading& heading) {
            return heading.kind == PhraseKind::heading || heading.kind == PhraseKind::heading_inactive;
        });
    }

    /// "Sodium Lauryl\nSulfate\nZutaten: …": the line is the rest of a name, and heads nothing.
    [[nodiscard]] bool ends_wrapped(std::size_t i) {
        const bool wrapped = i > 0 && i + 1 < cells_.size() && cells_[i + 1].heading != none &&
                             cells_[i].before == Break::line && cells_[i - 1].heading == none;
        return wrapped && knowledge_.knows(cells_[i - 1].first, cells_[i].last);
    }

    [[nodiscard]] bool behind_group(std::size_t i) const {
        return i > 0 && cells_[i - 1].group_part && !cells_[i].group_part;
    }

    /// A heading ends whatever was before it, free of cost.
    void pass_heading(std::size_t i) {
        out_.steps[i] = {lead_ >= 0, lead_ >= 0};
        const PhraseKind kind = reading_.headings[cells_[i].heading].kind;
        in_aside_ = aside(kind) ? reason(kind) : PhraseKind::stop;
        after_list_heading_ = !aside(kind);
        lead_ = after_list_heading_ ? 2.5 : -20;
        under_heading_ = kind == PhraseKind::heading;
    }

    void pass_cell(std::size_t i) {
        const Cell& cell = cells_[i];
        // What a heading calls a list is one, though nothing knows its first names: in a language no dictionary has.
        under_heading_ = under_heading_ && !out_.evidence[i].known && may_be_name(cell, out_.evidence[i]) &&
                         (cell.hard_before || (after_list_heading_ && enumerates_names(reading_, i, out_.evidence)));
        const double least = under_heading_ ? least_under_heading : -100;
        if (follows_plainly(i)) {
            after_list_heading_ = false;
            return step(i, std::max(out_.evidence[i].score, least), at_separator);
        }
        const bool claimed_in_group = in_claim_ && behind_group(i);
        const bool behind_cell = i > 0 && cells_[i - 1].heading == none;
        const bool names = in_aside_ == PhraseKind::heading_product;  // a name ends with its line
        const bool line = cell.before == Break::line || cell.before == Break::stop;
        if (behind_cell && (cell.before == Break::paragraph || (names && line))) in_aside_ = PhraseKind::stop;
        if (behind_cell && !cells_[i - 1].title) after_list_heading_ = false;
        // A claim's word before a known name is an adjective of it: "Gluten-Free Vitamin E".
        const PhraseHit* const claim = closed_claim(reading_, cell);
        const bool adjective = claim != nullptr && claim->to < cell.last &&
                               (knowledge_.knows(claim->to, cell.last) || names_kind(reading_, i, claim->to));
        if (said_in_passing(i, claim != nullptr && !adjective)) return pass_aside(i);
        if (cell.title) return pass_title(i);
        const bool explained = adjective || explains_opening(i);
        double score = score_of(i, explained);
        Change change = change_before(i, cell.opens);
        if (after_list_heading_) change = {0, 0};
        const bool object = i > 0 && denial(reading_, cells_[i - 1]) == Denial::open;
        follow_claim(i, explained, object, score, change);
        follow_heading(i, score, change);
        if (explained && !object && cell.before != Break::phrase) change = change_before(i, PhraseKind::stop);
        // "Vegan, Paraben free, Aqua, Glycerin": what is said of the product as a whole stands in front of its list.
        if (i > 0 && cell.hard_before && only_claim(reading_, cells_[i - 1])) change.into_list = behind_claim;
        if (claimed_in_group) change.into_list = 0;  // "Fragrance (without phthalates, musk), Citral"
        step(i, std::max(score, least), change);
    }

    /// Behind a separator, with nothing said of the cell or of its neighbours: what most cells are. None of what else
    /// counts for a cell can be there.
    [[nodiscard]] bool follows_plainly(std::size_t i) const {
        const Cell& cell = cells_[i];
        return cell.hard_before && cell.before > Break::start && cell.before < Break::bracket && cell.bare() && i > 0 &&
               cells_[i - 1].bare() && (i + 1 == cells_.size() || cells_[i + 1].heading == none) &&
               in_aside_ == PhraseKind::stop && !in_claim_ && (heads_.empty() || heads_[i] <= 0) &&
               !tells_only(cell, out_.evidence[i]);
    }

    /// Between two names over commas a claim is said in passing, and the list goes on: "Glycerin, Vegan, Parfum".
    [[nodiscard]] bool said_in_passing(std::size_t i, bool claims) const {
        const Cell& cell = cells_[i];
        if (cell.aside) return true;
        const bool behind_name = i > 0 && out_.evidence[i - 1].known;
        // "Linalool Paraben free, Limonene": cut from the name in front of it.
        const bool cut_off = claims && behind_name && cell.before == Break::phrase && cells_[i - 1].hard_before;
        // "Linalool without parabens, Limonene": small letters among names in capitals, and the object behind it.
        const bool denies = behind_name && denies_in_passing(reading_, i);
        const bool within = behind_name && cell.hard_before && !cell.colon_after && tells_only(cell, out_.evidence[i]);
        const bool in_passing = claims && !in_claim_ && cell.hard_before && out_.evidence[i].cover < 0.5;
        const bool none = cell.hard_before && none_of_it(cell);
        // In front of the first name it changes nothing for those behind it.
        if (cell.opens == PhraseKind::batch_code && (i == 0 || cells_[i - 1].heading != incilint::label::none))
            return i + 1 < cells_.size() && !cells_[i + 1].hard_before &&
                   (cells_[i + 1].before == Break::bracket || cells_[i + 1].before == Break::colon);
        return (cell.opens == PhraseKind::batch_code || in_passing || none || within || cut_off || denies) &&
               list_goes_on(reading_, i, out_.evidence);
    }
    void pass_aside(std::size_t i) {
        out_.steps[i] = {true, false};
        out_.why[i] = cells_[i].opens == PhraseKind::stop || cells_[i].aside ? PhraseKind::marketing : cells_[i].opens;
        asides_.push_back(i);
    }

    /// As a heading does.
    void pass_title(std::size_t i) {
        out_.steps[i] = {true, lead_ >= 0};
        lead_ = -20;
        after_list_heading_ = true;
        in_claim_ = false;
        in_aside_ = PhraseKind::stop;
    }

    /// "0% alcohol" names what is not in it, whether known or not.
    [[nodiscard]] bool none_of_it(const Cell& cell) const {
        return cell.opens == PhraseKind::claim && says_none(reading_, cell.first, cell.last);
    }

    /// A claim's word beside a known name is part of the name or of what is said of it: "Vegan Glycerin".
    [[nodiscard]] bool explains_opening(std::size_t i) const {
        const Cell& cell = cells_[i];
        const Evidence& found = out_.evidence[i];
        const bool told =
            none_of_it(cell) || cell.opens == PhraseKind::batch_code || cell.opens == PhraseKind::disclaimer;
        if (told || denial(reading_, cell) != Denial::none) return false;
        if (found.dense) return true;
        if (found.cover < 0.5 || found.prose > 0) return false;
        if (!found.known && only_claim(reading_, cell)) return false;  // "Mineral Oil free"
        return cell.opens != PhraseKind::footnote ||
               (cell.before < Break::tight && found.words > 2 && !mark_at(reading_, cell.first) &&
                !follows_mark(reading_, cell.first));
    }

    /// What the cell's own words and its place speak for.
    [[nodiscard]] double score_of(std::size_t i, bool explained) {
        const Cell& cell = cells_[i];
        const Evidence& found = out_.evidence[i];
        double score = found.score + opening(explained ? PhraseKind::stop : cell.opens);
        if (cell.contains != PhraseKind::stop && !explained) score -= 2.5;
        if (!heads_.empty() && heads_[i] > 0) score -= heads_[i];
        if (found.cover < 0.5 && (heads_next_line(reading_, i) || numbers_list(reading_, i))) score -= 4;
        if (i < 4 && found.cover < 0.5 && stands_with_size(reading_, i)) score -= 5;
        if (runs_into_heading(reading_, i, found) || entitles_list(reading_, i, found.known || ends_wrapped(i)))
            score -= 5;
        if (heads_block(reading_, i) || (after_list_heading_ && fills_heading(reading_, i, found))) score -= 5;
        // "Acne Gel: Active: …"
        if (cell.colon_after && i + 1 < cells_.size() && (cells_[i + 1].heading != none || cells_[i + 1].title))
            score -= 7;
        if (found.cover < 0.3) score -= price_apart(reading_, i, found, knowledge_);
        if (found.cover < 0.5 && lone_trade_name(reading_, i)) score -= 3;
        if (!found.known && lone_product(reading_, i)) score -= 3;
        if (lone_number(reading_, i) && !knowledge_.knows(cells_[i - 1].first, cell.last)) score -= 8;
        // "With Retinol and Bakuchiol. Aqua, …": a sentence in front of water.
        const bool sentence = i == 0 && found.prose > 0 && cells_.size() > 1 && cells_[1].before == Break::stop &&
                              reading_.tokens[cells_[1].first].has(list_start);
        if (sentence) score -= 4;
        // "100% natural fragrance" on a line of its own below a list: said of the list.
        const bool whole = !cell.hard_before && cell.before >= Break::tight && i > 0 && cells_[i - 1].hard_before &&
                           out_.evidence[i - 1].cover >= 0.5 && states_whole(reading_, cell);
        if (whole) score -= 6;
        return states_active(reading_, i) ? std::max(score, 0.5) : score;
    }

    [[nodiscard]] Change change_before(std::size_t i, PhraseKind opens) const {
        return i == 0 ? Change{0.6, 0} : change_at(cells_[i - 1], cells_[i], opens, out_.evidence[i - 1].prose);
    }

    /// "Free of parabens, mineral oil, alcohol": a claim rules its sentence. `object`: the cell before waits for this.
    void follow_claim(std::size_t i, bool explained, bool object, double& score, Change& change) {
        const Cell& cell = cells_[i];
        // "does not contain irritants including: …" goes on behind its colon.
        const bool enumerates = cell.before == Break::colon && denied_;
        const bool apart = cell.before >= Break::tight || cell.before == Break::start || behind_group(i);
        if (apart && !object && !enumerates) in_claim_ = denied_ = false;
        if (object) change = {8, change.out_of_list, change.within_list};
        if (in_claim_) {
            score -= 3;  // what a known name speaks for; a whole list behind a claim still is one
            out_.why[i] = PhraseKind::claim;
        }
        denied_ = denied_ || denial(reading_, cell) != Denial::none;
        in_claim_ = in_claim_ || (!explained && cell.opens == PhraseKind::claim && !only_claim(reading_, cell)) ||
                    (cell.contains == PhraseKind::claim && out_.evidence[i].prose > 1);
    }

    /// What stands under a heading of praise, usage or warnings is that. A whole list under "Key ingredients" is the
    /// list, if the label has no other heading.
    void follow_heading(std::size_t i, double& score, Change& change) {
        const Cell& cell = cells_[i];
        if (in_aside_ != PhraseKind::stop) {
            const bool may_be_list = in_aside_ == PhraseKind::marketing && !has_list_heading_ &&
                                     !out_.evidence[i].prose && !cell.colon_after;
            score = may_be_list ? score : -6;
            change = {may_be_list ? 20.0 : 8.0, may_be_list ? change.out_of_list : 0.0, change.within_list};
            out_.why[i] = in_aside_;
        } else if (cell.opens != PhraseKind::stop) {
            out_.why[i] = cell.opens;
        } else if (cell.contains != PhraseKind::stop) {
            out_.why[i] = cell.contains;
        }
    }

    void step(std::size_t i, double score, const Change& change) {
        const double stay = lead_ - change.within_list;
        const double enter = -change.into_list;
        const double leave = lead_ - change.out_of_list;
        Judgement::Step& from = out_.steps[i];
        from = {stay >= enter, leave > 0};
        // Where both come from the list, nothing of what was before is left: no sum may blur that.
        const bool both = from.list_from_list && from.text_from_list;
        lead_ = both ? change.out_of_list - change.within_list : std::max(stay, enter) - std::max(leave, 0.0);
        lead_ += score;
    }

    void trace_back() {
        bool state = lead_ > 0;
        for (std::size_t i = cells_.size(); i-- > 0;) {
            out_.list[i] = state && cells_[i].heading == none ? 1 : 0;
            state = state ? out_.steps[i].list_from_list : out_.steps[i].text_from_list;
        }
        for (const std::size_t i : asides_) out_.list[i] = 0;
    }

    const Reading& reading_;
    const base::LongVector<Cell>& cells_;
    Knowledge& knowledge_;
    Judgement& out_;
    const base::LongVector<double> heads_;
    std::vector<std::size_t> asides_;  ///< what is said of one name between two others
    bool has_list_heading_ = false;
    /// The better score of the list less that of the text: what lies far behind a long list cannot be seen in it.
    double lead_ = 0;
    bool after_list_heading_ = false;
    bool under_heading_ = false;  ///< nothing but what may be unknown names came since a heading of the list
    bool in_claim_ = false;
    bool denied_ = false;  ///< the claim is of what is not in it
    PhraseKind in_aside_ = PhraseKind::stop;
};

}  // namespace

Judgement judge(const Reading& reading, Knowledge& knowledge) {
    Judgement out;
    judge(reading, knowledge, out);
    return out;
}

void judge(const Reading& reading, Knowledge& knowledge, Judgement& out) {
    Search(reading, knowledge, out).run();
}

}  // namespace incilint::label
