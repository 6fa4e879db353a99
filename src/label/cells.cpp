#include "label/cells.h"

#include <algorithm>
#include <utility>

#include "label/change.h"
#include "label/claims.h"
#include "label/codes.h"
#include "label/enumeration.h"
#include "label/groups.h"
#include "label/legends.h"
#include "label/openings.h"
#include "label/stops.h"

namespace incilint::label {
namespace {

class Cutter {
  public:
    Cutter(Reading& reading, Knowledge& knowledge, const Vocabulary& vocabulary)
        : reading_(reading), tokens_(reading.tokens), knowledge_(knowledge), vocabulary_(vocabulary) {}

    void run() {
        const auto count = static_cast<std::uint32_t>(tokens_.size());
        for (std::uint32_t at = code(0, behind_formula_number(reading_, 0)); at < count;) {
            const Token& token = tokens_[at];
            // A word at which nothing begins or ends is what most tokens are.
            const bool quiet = token.kind == TokenKind::word && token.gap < Gap::line && at < quiet_until_;
            at = quiet ? at + 1 : step(at);
        }
        end_cell(count);
    }

  private:
    /// Takes the token at `at`; returns the next one to take.
    std::uint32_t step(std::uint32_t at) {
        const Token& token = tokens_[at];
        if (at > 0 && token.gap >= Gap::line) cut(at, at, token.gap == Gap::line ? Break::line : Break::paragraph);
        if (at >= quiet_until_) {
            while (!groups_.empty() && at > groups_.back()) groups_.pop_back();
            if (next_heading_ < reading_.headings.size() && reading_.headings[next_heading_].first == at)
                return heading(at);
            while (next_phrase_ < reading_.phrases.size() && reading_.phrases[next_phrase_].from < at) ++next_phrase_;
            if (next_phrase_ < reading_.phrases.size() && reading_.phrases[next_phrase_].from == at) phrase(at);
            expect_next();
        }
        if (token.kind == TokenKind::mark && says(at) && legend_begins(reading_, knowledge_, first_, at, marks_follow_))
            cut(at, at, Break::phrase);
        if (const std::uint32_t name = behind_number(reading_, at); name != none)
            return cut(at, name, Break::comma, true);
        if (token.kind == TokenKind::number && enumerates(reading_, at)) return cut(at, at + 2, Break::stop);
        if (token.has(silent) && token.kind != TokenKind::open) return at + 1;
        switch (token.kind) {
            case TokenKind::comma:
                return comma_separates(reading_, knowledge_, first_, at) ? cut(at, at + 1, Break::comma, true) : at + 1;
            case TokenKind::semicolon:
                return cut(at, at + 1, Break::semicolon, true);
            case TokenKind::bullet:
                return bullet(at);
            case TokenKind::pipe:
                return cut(at, at + 1, Break::pipe, true);
            case TokenKind::dash:
                return dash(at);
            case TokenKind::stop: {
                const auto found = break_at_stop(reading_, knowledge_, first_, at);
                return found ? cut(at, at + 1, *found) : at + 1;
            }
            case TokenKind::colon:
                return is_ratio(reading_, at) ? at + 1 : colon(at);
            case TokenKind::open:
                return open(at);
            case TokenKind::close:
                return close(at);
            case TokenKind::less:
            case TokenKind::other:
                return angle(at);
            default:
                return at + 1;
        }
    }

    /// Up to the next phrase, heading or end of a group nothing but signs and line ends can end a cell.
    void expect_next() {
        quiet_until_ = groups_.empty() ? none : groups_.back() + 1;
        if (next_phrase_ < reading_.phrases.size())
            quiet_until_ = std::min(quiet_until_, reading_.phrases[next_phrase_].from);
        if (next_heading_ < reading_.headings.size())
            quiet_until_ = std::min(quiet_until_, reading_.headings[next_heading_].first);
    }

    /// "<ILN51873>": a code in angle brackets of any kind.
    std::uint32_t angle(std::uint32_t at) {
        const std::uint32_t close = end_of_angle(reading_, at, vocabulary_);
        return close == none ? at + 1 : code(at, close + 1);
    }
    /// A code becomes a cell of its own; `next` may be none.
    std::uint32_t code(std::uint32_t first, std::uint32_t next) {
        if (next == none) return first;
        cut(first, first, Break::bracket);
        opens_ = PhraseKind::batch_code;
        return cut(next, next, Break::bracket);
    }
    void end_cell(std::uint32_t last) {
        std::uint32_t first = first_;
        const bool separated = hard_ || break_ == Break::joiner || break_ == Break::bracket;
        const bool leads = first < last && (tokens_[first].notes & (joiner | stop_word)) != 0;
        if (separated && leads) first = behind_joiner(reading_, first, last, break_ == Break::bracket);
        Seen seen;
        for (std::uint32_t at = first; at < last; ++at) seen.add(tokens_[at]);
        if (!seen.word() || (seen.note(silent) && !holds_word(reading_, first, last))) return;
        Cell cell;
        cell.first = first;
        cell.last = last;
        cell.seen = seen;
        cell.before = break_;
        cell.bullet_line = bullet_line_;
        cell.hard_before = hard_;
        cell.group_part = !groups_.empty();
        const bool marks = seen.kind(TokenKind::mark) || seen.kind(TokenKind::plus);
        // What stands behind a mark explains it; "**Toner:**" is a heading set in bold type.
        const bool marked = marks && mark_at(reading_, first) && !in_bold(reading_, first, last);
        const bool legend = marked && break_ >= Break::phrase && break_ != Break::heading && opens_ == PhraseKind::stop;
        if (legend && (break_ == Break::paragraph || ((marks_follow_ || seen.note(stop_word)) && !hard_) ||
                       !knowledge_.knows(first, last)))
            opens_ = PhraseKind::footnote;
        marks_follow_ = marks_follow_ || (marks && !marked && mark_ends(reading_, last - 1));
        if (says_none(reading_, first, last)) opens_ = PhraseKind::claim;
        cell.opens = is_code(reading_, cell, vocabulary_) ? PhraseKind::batch_code : opens_;
        cell.contains = contains_;
        reading_.cells.push_back(cell);
        break_ = Break::start;
        hard_ = bullet_line_ = false;
        opens_ = contains_ = PhraseKind::stop;
    }

    /// Ends the cell before `last`; the next one begins at `next`.
    std::uint32_t cut(std::uint32_t last, std::uint32_t next, Break kind, bool hard = false) {
        end_cell(last), first_ = next;
        break_ = std::max(break_, kind);
        hard_ = hard_ || hard;
        return next;
    }

    std::uint32_t heading(std::uint32_t at) {
        Heading& heading = reading_.headings[next_heading_];
        cut(at, at, Break::phrase);
        std::uint32_t next = heading.last;
        while (next < tokens_.size() && ends_heading(tokens_[next])) ++next;
        Cell cell;
        cell.first = heading.first;
        cell.last = heading.last;
        cell.before = break_;
        cell.hard_before = hard_;
        cell.heading = next_heading_;
        reading_.cells.push_back(cell);
        hard_ = bullet_line_ = false;
        opens_ = PhraseKind::stop;
        break_ = Break::heading;
        first_ = next;
        ++next_heading_;
        expect_next();
        return code(next, behind_formula_number(reading_, next));
    }

    /// A word stands in the cell before the token; looked for once a cell.
    bool says(std::uint32_t at) {
        if (std::exchange(looked_in_, first_) != first_) looked_ = first_;
        while (looked_ < at && !holds_word(reading_, looked_, looked_ + 1)) ++looked_;
        return looked_ < at;
    }

    /// A claim, disclaimer, legend or code begins here, if this is a place where it can.
    void phrase(std::uint32_t at) {
        const PhraseHit& hit = reading_.phrases[next_phrase_];
        if (const std::uint32_t text = text_behind_name(reading_, knowledge_, first_, hard_, hit); text != none) {
            cut(text, text, Break::phrase);
            opens_ = hit.kind == PhraseKind::heading_meta ? PhraseKind::marketing : reason(hit.kind);
            return;
        }
        if (hit.kind < PhraseKind::claim || (hit.kind == PhraseKind::marketing && tokens_[at].has(silent))) return;
        const bool cell_begins = !says(at);
        const bool after_mark = follows_mark(reading_, at);
        const bool behind_bracket = at > 0 && tokens_[at - 1].kind == TokenKind::close && hit.to - hit.from > 1;
        const bool claim = hit.kind == PhraseKind::claim;
        const bool behind_dash = claim && set_off(reading_, at) && knowledge_.knows(first_, at - 1);
        // "Linalool *Naturally-derived fragrance"
        const bool legend = claim && after_mark && hit.to - hit.from > 1 && at > first_ + 1 &&
                            tokens_[at - 1].gap != Gap::none && knowledge_.knows(first_, at - 1);
        bool begins = cell_begins || legend || behind_dash || (claim && behind_bracket);
        if (hit.kind == PhraseKind::disclaimer) {
            begins = begins || (hit.to - hit.from >= 2 && begins_sentence(reading_, at));
        } else if (hit.kind == PhraseKind::footnote) {
            begins = after_mark || (begins && (break_ >= Break::tight || (at > 0 && tokens_[at - 1].has(silent))));
        } else if (hit.kind == PhraseKind::batch_code) {
            begins = code_follows(reading_, hit.to) || hit.to + 1 >= tokens_.size();  // "Tocopherol F.I.L."
        }
        // One word alone ("Organic.") is a claim; before a name it is part of it ("Organic Honey").
        const bool one_word = hit.to - hit.from == 1 && !tokens_[at].is(ideographic) && !after_mark && !behind_dash;
        if (one_word && hit.kind != PhraseKind::disclaimer && !ends_text(reading_, hit.to) &&
            !prose_follows(reading_, hit.to))
            return;
        if (!begins) {
            if (claim && opens_ == PhraseKind::marketing) opens_ = hit.kind;
            if (claim || hit.kind == PhraseKind::marketing) contains_ = hit.kind;
            return;
        }
        if (!cell_begins) cut(at, at, Break::phrase);
        opens_ = after_mark && claim ? PhraseKind::footnote : hit.kind;
    }

    std::uint32_t bullet(std::uint32_t at) {
        cut(at, at + 1, Break::bullet, true);
        bullet_line_ = bullet_line_ || at == 0 || tokens_[at].gap >= Gap::line;
        return at + 1;
    }

    /// A dash at the start of a line is a bullet.
    std::uint32_t dash(std::uint32_t at) {
        const bool line = at == 0 || tokens_[at].gap >= Gap::line || (first_ == at && break_ >= Break::tight);
        // "-Retinol -Peptide Complex": the sign of the line's bullet again, a blank in front of it and none behind.
        const bool again = !line && bullet_line_ && tight_dash(reading_, first_ - 1) && tight_dash(reading_, at);
        if (again) cut(at, at + 1, Break::bullet, true);
        if (line) first_ = at + 1;
        bullet_line_ = bullet_line_ || line || again;
        return at + 1;
    }
    std::uint32_t colon(std::uint32_t at) {
        // "Octinoxate: (7.5%)": the sign belongs to the amount, which is no part of the name.
        if (at > first_ && states_amount(reading_, at)) {
            tokens_[at].notes |= silent;
            return at + 1;
        }
        if (hard_ && ends_list(reading_, at)) return cut(at, at + 1, Break::stop);
        const std::size_t cells = reading_.cells.size();
        const std::uint32_t next = cut(at, behind_colon(reading_, first_, at), Break::colon);
        const bool behind_bracket = reading_.cells.size() == cells && cells > 0 && at > 0 &&
                                    tokens_[at - 1].kind == TokenKind::close && tokens_[at - 1].has(parted);
        if (reading_.cells.size() > cells || behind_bracket) reading_.cells.back().colon_after = true;
        return next;
    }

    std::uint32_t open(std::uint32_t at) {
        const std::uint32_t partner = reading_.partner[at];
        if (partner == none) return at + 1;
        if (joins_names(reading_, at)) return cut(at, partner + 1, Break::joiner, true);
        if (tokens_[at].has(silent)) return partner + 1;
        const CodeFrame frame = reading_.text[tokens_[at].from] == '[' ? CodeFrame::square : CodeFrame::bracket;
        if (is_code(reading_, at + 1, partner, frame, vocabulary_)) return code(at, partner + 1);
        const bool heading_inside = next_heading_ < reading_.headings.size() &&
                                    reading_.headings[next_heading_].first < partner &&
                                    reading_.headings[next_heading_].first <= at + 4;
        const BracketRole role =
            heading_inside ? BracketRole::list : role_of(reading_, knowledge_, first_, at, partner);
        if (role == BracketRole::opaque) {
            while (next_heading_ < reading_.headings.size() && reading_.headings[next_heading_].first < partner)
                ++next_heading_;
            expect_next();
            return partner + 1;
        }
        cut(at, at + 1, Break::bracket);
        tokens_[at].notes |= parted;
        tokens_[partner].notes |= parted;
        if (role == BracketRole::parts) groups_.push_back(partner);
        expect_next();
        return at + 1;
    }

    std::uint32_t close(std::uint32_t at) {
        if (!tokens_[at].has(parted)) return at + 1;
        cut(at, at + 1, Break::bracket);
        return at + 1;
    }

    Reading& reading_;
    Tokens& tokens_;
    Knowledge& knowledge_;
    const Vocabulary& vocabulary_;
    std::vector<std::uint32_t> groups_;  ///< closing signs of the groups that are open
    std::uint32_t first_ = 0;
    std::uint32_t next_heading_ = 0;
    std::uint32_t next_phrase_ = 0;
    std::uint32_t quiet_until_ = 0;   ///< no phrase, heading or end of a group stands before this token
    std::uint32_t looked_in_ = none;  ///< the cell in which a word was looked for …
    std::uint32_t looked_ = 0;        ///< … and where it stands, or all before was looked at
    Break break_ = Break::start;
    bool hard_ = false;
    bool marks_follow_ = false;  ///< footnote marks stand behind the names of this list
    bool bullet_line_ = false;
    PhraseKind opens_ = PhraseKind::stop;
    PhraseKind contains_ = PhraseKind::stop;
};

}  // namespace

void find_cells(Reading& reading, Knowledge& knowledge, const Vocabulary& vocabulary) {
    Cutter(reading, knowledge, vocabulary).run();
}

}  // namespace incilint::label
