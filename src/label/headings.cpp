#include "label/headings.h"

#include <algorithm>

#include "label/openings.h"
#include "label/stereo.h"
#include "label/stops.h"

namespace incilint::label {
namespace {

bool is_heading(PhraseKind kind) {
    return kind <= PhraseKind::heading_meta;
}

/// Signs that may stand between two headings in different languages.
bool links(const Token& token) {
    switch (token.kind) {
        case TokenKind::slash:
        case TokenKind::backslash:
        case TokenKind::open:
        case TokenKind::close:
        case TokenKind::dash:
        case TokenKind::ampersand:
        case TokenKind::pipe:
        case TokenKind::mark:
            return true;
        default:
            return token.has(joiner);
    }
}

constexpr std::size_t most_merged = 8;  // headings in a row, in as many languages

class Finder {
  public:
    Finder(Reading& reading, const Vocabulary& vocabulary)
        : reading_(reading), tokens_(reading.tokens), hits_(reading.phrases), vocabulary_(vocabulary) {}

    void run() {
        for (const PhraseHit& hit : hits_) {
            if (hit.kind == PhraseKind::heading && colon_behind(hit)) list_heading_ = hit.from;
        }
        for (std::size_t i = 0; i < hits_.size(); ++i) {
            const PhraseKind kind = names_follow(hits_[i]) ? PhraseKind::heading_allergens : hits_[i].kind;
            if (!is_heading(kind)) continue;
            Heading heading{hits_[i].from, hits_[i].to, kind, std::nullopt};
            std::size_t merged = i;
            while (merged + 1 < hits_.size() && merged - i < most_merged && joins(heading, hits_[merged + 1])) {
                ++merged;
                if (heading.kind == PhraseKind::heading) heading.kind = hits_[merged].kind;
                heading.last = hits_[merged].to;
            }
            heading.last = over_bracket(heading);
            if (!holds(heading)) {
                // "Contains Sodium Fluoride (1450 ppm).": what the law asks to say beside the list.
                if (names_behind(heading) == 1) reading_.phrases[i].kind = PhraseKind::disclaimer;
                continue;
            }
            if (heading.kind == PhraseKind::heading_at_most) heading.percent = percent_of(heading);
            if (names_food(heading)) heading.kind = PhraseKind::heading_warning;
            if (heading.kind == PhraseKind::heading_again && !listed_) heading.kind = PhraseKind::heading;
            listed_ = listed_ || begins_list(heading.kind);
            inactive_ = inactive_ || heading.kind == PhraseKind::heading_inactive;
            reading_.headings.push_back(heading);
            i = merged;
            while (i + 1 < hits_.size() && hits_[i + 1].from < heading.last) ++i;
        }
    }

  private:
    [[nodiscard]] bool colon_behind(const PhraseHit& hit) const {
        return hit.to < tokens_.size() && tokens_[hit.to].kind == TokenKind::colon;
    }

    /// "From essential oils: Linalool, Limonene": what a mark's legend says, without a mark and with a colon.
    [[nodiscard]] bool names_follow(const PhraseHit& hit) const {
        return hit.kind == PhraseKind::footnote && colon_behind(hit) && hit.from > 0 && begins_here(hit.from) &&
               !follows_mark(reading_, hit.from);
    }

    /// Where the heading ends with the bracket between it and its colon: "Active ingredient (purpose):",
    /// "Ingredient(s):". Behind "Ingredients" it names the product, unless it is glued to it.
    [[nodiscard]] std::uint32_t over_bracket(const Heading& heading) const {
        const std::uint32_t open = heading.last;
        if (!begins_list(heading.kind) || open >= tokens_.size() || tokens_[open].kind != TokenKind::open) return open;
        const std::uint32_t partner = reading_.partner[open];
        const bool names_product = heading.kind == PhraseKind::heading && tokens_[open].gap != Gap::none;
        if (partner == none || names_product || partner + 1 >= tokens_.size()) return open;
        return tokens_[partner + 1].kind == TokenKind::colon ? partner + 1 : open;
    }

    [[nodiscard]] bool joins(const Heading& heading, const PhraseHit& next) const {
        if (!is_heading(next.kind) || next.from - heading.last > 4) return false;
        const bool both_special = heading.kind != PhraseKind::heading && next.kind != PhraseKind::heading;
        if (both_special && heading.kind != next.kind) return false;
        for (std::uint32_t at = heading.last; at < next.from; ++at) {
            const bool colon = tokens_[at].kind == TokenKind::colon && next.from - at <= 2;
            if (!links(tokens_[at]) && !colon) return false;
        }
        return next.from > heading.last || tokens_[next.from].gap != Gap::paragraph;
    }

    [[nodiscard]] std::optional<Percent> percent_of(const Heading& heading) const {
        for (const Amount& amount : reading_.amounts) {
            if (amount.to > heading.first && amount.from < heading.last) return Percent{0, amount.percent.max};
        }
        return std::nullopt;
    }

    /// The place where a heading may begin: after a separator, a line break or the end of a name with its percent.
    [[nodiscard]] bool begins_here(std::uint32_t at) const {
        if (at == 0 || tokens_[at].gap >= Gap::line || behind_data(at)) return true;
        switch (tokens_[at - 1].kind) {
            case TokenKind::word:
            case TokenKind::number:
                return false;
            case TokenKind::dash:
            case TokenKind::slash:
            case TokenKind::ampersand:
                return tokens_[at].gap != Gap::none;
            default:
                return true;
        }
    }

    /// "Drug Facts Active ingredients": words about the product that begin the text.
    [[nodiscard]] bool behind_data(std::uint32_t at) const {
        return !hits_.empty() && hits_[0].from == 0 && hits_[0].to == at && hits_[0].kind == PhraseKind::heading_meta;
    }

    /// "Contains: almonds, wheat and soy.": nothing but what laws on food name follows, up to the end of the sentence.
    [[nodiscard]] bool names_food(const Heading& heading) const {
        constexpr std::uint32_t enough = 4;  // foods: names further on are not looked at
        constexpr std::uint32_t soon = 24;   // tokens
        if (heading.kind != PhraseKind::heading_allergens && heading.kind != PhraseKind::heading_may_contain)
            return false;
        const auto count = static_cast<std::uint32_t>(tokens_.size());
        std::uint32_t at = heading.last;
        while (at < count && ends_heading(tokens_[at])) ++at;
        std::uint32_t foods = 0;
        const auto ends = [&](const Token& token) {
            return token.kind == TokenKind::stop || (foods > 0 && token.gap >= Gap::line);
        };
        const std::uint32_t end = std::min(count, at + soon);
        while (at < end && foods < enough && !ends(tokens_[at])) {
            const std::uint32_t food = vocabulary_.longest(PhraseKind::food, tokens_, at);
            const Token& token = tokens_[at];
            const bool between = token.kind == TokenKind::comma || token.has(joiner) || token.has(stop_word);
            if (food == 0 && !between) return false;
            foods += food > 0 ? 1 : 0;
            at += std::max(food, 1U);
        }
        return foods > 0;
    }

    /// ". Contains Linalool, Citral.": how many names follow a verb up to the end of its sentence, which begins behind
    /// a stop; of many the first few. 0 where it holds other words of sentences, or the heading is none of one verb.
    [[nodiscard]] std::uint32_t names_behind(const Heading& heading) const {
        constexpr std::uint32_t enough = 3;
        const Token& verb = tokens_[heading.first];
        const bool said = heading.kind == PhraseKind::heading_allergens && heading.last - heading.first == 1 &&
                          verb.has(stop_word) && verb.is(upper_first) && heading.first > 0 &&
                          tokens_[heading.first - 1].kind == TokenKind::stop;
        if (!said) return 0;
        std::uint32_t names = 1;
        for (std::uint32_t at = heading.last; at < tokens_.size() && names < enough; ++at) {
            const Token& token = tokens_[at];
            if (token.kind == TokenKind::stop || token.gap >= Gap::line) break;
            if (token.has(silent)) continue;
            const bool prose = (token.has(stop_word) && !token.has(joiner)) || token.has(wording);
            if (prose || token.kind == TokenKind::colon) return 0;
            names += token.kind == TokenKind::comma ? 1 : 0;
        }
        return names;
    }

    /// Another heading of several words begins with the same one.
    [[nodiscard]] bool alike_follows(const Heading& heading) const {
        if (heading.last - heading.first < 2) return false;
        return std::any_of(hits_.begin(), hits_.end(), [&](const PhraseHit& hit) {
            return hit.kind == PhraseKind::heading_function && hit.from > heading.first &&
                   tokens_[hit.from].hash == tokens_[heading.first].hash && colon_behind(hit);
        });
    }

    /// An amount is stated before the line ends, or soon.
    [[nodiscard]] bool amount_follows(std::uint32_t at, bool over_lines) const {
        constexpr std::uint32_t soon = 24;  // tokens
        const std::uint32_t end = std::min<std::uint32_t>(static_cast<std::uint32_t>(tokens_.size()), at + soon);
        for (; at < end && (over_lines || tokens_[at].gap < Gap::line); ++at) {
            if (tokens_[at].has(amount)) return true;
        }
        return false;
    }
    [[nodiscard]] bool after_bullet(std::uint32_t at) const {
        const TokenKind before = tokens_[at - 1].kind;
        return before == TokenKind::dash || before == TokenKind::bullet || before == TokenKind::mark;
    }
    /// A bullet in front of it is no word of the line.
    [[nodiscard]] bool alone_on_line(const Heading& heading) const {
        std::uint32_t first = heading.first;
        if (first > 0 && tokens_[first].gap < Gap::line && after_bullet(first)) --first;
        return (first == 0 || tokens_[first].gap >= Gap::line) && ends_line(heading.last);
    }
    [[nodiscard]] bool ends_line(std::uint32_t at) const {
        while (at < tokens_.size() && tokens_[at].gap < Gap::line && tokens_[at].kind == TokenKind::mark) ++at;
        return at >= tokens_.size() || tokens_[at].gap >= Gap::line;
    }

    [[nodiscard]] bool holds(const Heading& heading) const {
        std::uint32_t after = heading.last;
        while (after < tokens_.size() &&
               (tokens_[after].kind == TokenKind::close || tokens_[after].kind == TokenKind::mark ||
                tokens_[after].kind == TokenKind::quote) &&
               tokens_[after].gap < Gap::line) {
            ++after;
        }
        const bool closed = after > heading.last && tokens_[after - 1].kind == TokenKind::close;
        const bool begins = begins_here(heading.first);
        const bool ends = after >= tokens_.size();
        const Token* next = ends ? nullptr : &tokens_[after];
        // "配合成分/水": a slash glued to the heading's letters in front of water.
        const bool slash = next != nullptr && next->kind == TokenKind::slash && next->gap == Gap::none && begins &&
                           tokens_[after - 1].is(ideographic) && after + 1 < tokens_.size() &&
                           tokens_[after + 1].has(list_start);
        const bool colon = slash || (next != nullptr && next->kind == TokenKind::colon && !is_ratio(reading_, after));
        const bool rule = next != nullptr && next->gap != Gap::none && after + 1 < tokens_.size() &&
                          (next->kind == TokenKind::dash || next->kind == TokenKind::pipe) &&
                          tokens_[after + 1].gap != Gap::none;
        const bool name_follows = next != nullptr && !next->has(stop_word) && !next->has(joiner) &&
                                  (next->is(upper_first) || next->is(ideographic) || next->has(list_start) ||
                                   next->kind == TokenKind::number || next->kind == TokenKind::open);
        switch (heading.kind) {
            case PhraseKind::heading_at_most:
                return name_follows || colon || (next != nullptr && next->kind == TokenKind::word);
            case PhraseKind::heading_may_contain:
                if (is_stereo_sign(reading_, heading.first)) return false;
                if (colon || closed) return true;
                if (tokens_[heading.first].kind != TokenKind::word) return true;  // the sign +/-
                return next != nullptr && !next->has(stop_word) && !next->has(wording) && next->kind != TokenKind::stop;
            case PhraseKind::heading:
            case PhraseKind::heading_active:
            case PhraseKind::heading_inactive:
            case PhraseKind::heading_allergens: {
                // "Compare to … active ingredient": said once more on the package, behind the whole list, without
                // amounts.
                if (heading.kind == PhraseKind::heading_active && inactive_ && !colon && !amount_follows(after, true))
                    return false;
                // "-Calming Actives: Visibly smooth the skin": within a line only amounts make it a heading.
                if (heading.kind == PhraseKind::heading_active && !begins && !amount_follows(after, false))
                    return false;
                if (colon || (begins && ends)) return true;
                // "■全成分■", "✨ Ingredients ✨": the same sign on both sides.
                if (next != nullptr && (next->kind == TokenKind::bullet || next->kind == TokenKind::other) &&
                    heading.first > 0 && tokens_[heading.first - 1].hash == next->hash)
                    return true;
                if (alone_on_line({heading.first, after, heading.kind, {}})) return true;
                if (!begins && heading.kind != PhraseKind::heading_inactive) return false;
                if (closed && heading.first > 0 && tokens_[heading.first - 1].kind == TokenKind::open)
                    return name_follows;
                const bool one_word = heading.last - heading.first == 1;
                // "Active Zinc Oxide 20%" is rare, "Active Charcoal" is not: one word needs more than a name behind it.
                if (one_word && heading.kind != PhraseKind::heading) return rule || names_behind(heading) > 1;
                // ", Composition Parfumante,": one word behind a comma belongs to a name.
                const bool inside = heading.first > 0 && tokens_[heading.first - 1].kind == TokenKind::comma;
                return rule || (name_follows && !(one_word && inside && tokens_[heading.first].gap < Gap::line));
            }
            case PhraseKind::heading_function:
                // Behind names: in front of all of them, or behind a bullet, it is praise.
                // "Phase A: …": the first of several alike.
                if (heading.first == 0) return colon && alike_follows(heading);
                return begins && colon && !after_bullet(heading.first) && (listed_ || heading.first > list_heading_);
            default:
                // "[Cautions for use]": a heading fills its brackets.
                if (closed && heading.first > 0 && tokens_[heading.first - 1].kind == TokenKind::open) return true;
                return begins && (colon || rule || alone_on_line({heading.first, after, heading.kind, {}}));
        }
    }

    Reading& reading_;
    const Tokens& tokens_;
    const std::vector<PhraseHit>& hits_;
    const Vocabulary& vocabulary_;
    bool listed_ = false;             ///< some heading before began a list …
    bool inactive_ = false;           ///< … of inactive ingredients
    std::uint32_t list_heading_ = 0;  ///< where the last "Ingredients:" stands
};

}  // namespace

bool begins_list(PhraseKind kind) {
    return kind <= PhraseKind::heading_function;
}

void find_headings(Reading& reading, const Vocabulary& vocabulary) {
    Finder(reading, vocabulary).run();
}

}  // namespace incilint::label
