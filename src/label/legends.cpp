#include "label/legends.h"

#include <algorithm>
#include <bitset>

#include "label/openings.h"

namespace incilint::label {
namespace {

constexpr std::uint32_t longest_mark = 4;  // bytes
constexpr std::uint32_t short_mark = 2;    // in a text in capitals
constexpr std::size_t most_marks = 8;      // a label has one or two

/// A name may end after this token.
bool ends_name(const Reading& reading, std::uint32_t at) {
    return ends_entry(reading.tokens, at) || reading.tokens[at].kind == TokenKind::open;
}

/// The tokens begin a legend: a phrase among the others, which stand in order.
void add_legend(Reading& reading, std::uint32_t from, std::uint32_t to) {
    reading.phrases.insert(reading.phrases.begin() + (reading.first_phrase(from) - reading.phrases.cbegin()),
                           {from, to, PhraseKind::footnote});
}

bool legend_at(const Reading& reading, std::uint32_t at) {
    const Tokens& tokens = reading.tokens;
    if (at + 4 >= tokens.size() || tokens[at].kind != TokenKind::open || reading.partner[at] != at + 2) return false;
    const bool begins = at == 0 || tokens[at].gap >= Gap::line || tokens[at - 1].kind == TokenKind::stop;
    const Token& word = tokens[at + 1];
    const bool letters = word.kind == TokenKind::word && word.to - word.from <= longest_mark && !word.is(has_lower);
    const TokenKind after = tokens[at + 3].kind;
    return begins && letters && (after == TokenKind::dash || after == TokenKind::colon || after == TokenKind::other);
}

/// The value of a number of one digit or two; `none` of others.
std::uint32_t value_of(const Reading& reading, std::uint32_t at) {
    const std::string_view digits = base::slice(reading.text, reading.tokens[at].span());
    if (digits.size() > 2) return none;
    std::uint32_t value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return none;
        value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return value;
}

/// The number of a bracket "(1)" of one digit or two at the token; `none` where there is no such bracket.
std::uint32_t number_in(const Reading& reading, std::uint32_t at) {
    const bool number = reading.partner[at] == at + 2 && reading.tokens[at + 1].kind == TokenKind::number;
    return number ? value_of(reading, at + 1) : none;
}

/// "Glycerin (1), Parfum (2). (1) organic (2) natural": a number in brackets behind names that a text explains.
void find_number_marks(Reading& reading) {
    Tokens& tokens = reading.tokens;
    std::vector<std::uint32_t> used;  // opening signs behind names
    std::uint32_t legend = none;
    std::bitset<100> numbers;  // numbers that stand behind names
    for (const Bracket& bracket : reading.brackets) {
        const std::uint32_t at = bracket.open;
        const std::uint32_t number = at > 0 ? number_in(reading, at) : none;
        if (number == none) continue;
        const TokenKind before = tokens[at - 1].kind;
        if (tokens[at].gap >= Gap::line || before == TokenKind::stop) {
            const bool text = at + 3 < tokens.size() && tokens[at + 3].kind == TokenKind::word;
            if (!text || !numbers[number]) continue;
            legend = at;
            break;
        }
        if ((before == TokenKind::word || before == TokenKind::close) && ends_name(reading, at + 3)) {
            used.push_back(at);
            numbers.set(number);
        }
    }
    // "Water (1), Glycerin (2), Parfum (8)": marks of some page, whatever it says of them.
    constexpr std::size_t several = 3;
    if (legend == none && used.size() < several) return;
    for (const std::uint32_t at : used) {
        for (std::uint32_t i = at; i < at + 3; ++i) tokens[i].notes |= silent;
    }
    if (legend != none) add_legend(reading, legend, legend + 3);
}

/// "*CO Alcohol, Glycerin. *CO Certified organic": a mark with letters glued to it stands in front of names, and again
/// where a sentence or line begins.
void find_lettered_marks(Reading& reading) {
    if (!reading.seen.kind(TokenKind::mark)) return;
    Tokens& tokens = reading.tokens;
    const auto lettered = [&](std::uint32_t at) {
        const Token& word = tokens[at + 1];
        return tokens[at].kind == TokenKind::mark && word.kind == TokenKind::word && word.gap == Gap::none &&
               word.to - word.from <= longest_mark && !word.is(has_lower) && tokens[at + 2].gap != Gap::none &&
               (word.to - word.from <= short_mark || tokens[at + 2].is(has_lower));  // "*TEA TREE OIL"
    };
    std::vector<std::uint32_t> found;
    for (std::uint32_t at = 0; at + 2 < tokens.size(); ++at)
        if (lettered(at)) found.push_back(at);
    if (found.size() < 2) return;
    const std::uint32_t legend = found.back();
    if (tokens[legend].gap < Gap::line && tokens[legend - 1].kind != TokenKind::stop) return;
    bool used = false;
    for (const std::uint32_t at : found) {
        if (tokens[at + 1].hash != tokens[legend + 1].hash) continue;
        tokens[at + 1].notes |= silent;
        used = used || at != legend;
    }
    if (!used) return;
    add_legend(reading, legend, legend + 2);
}

/// "Glycerin※1, Urea※2. ※1 abrasive": the number glued to a mark behind a name belongs to the mark, and explains it
/// where the two stand apart in front of a word.
void find_counted_marks(Reading& reading) {
    if (!reading.seen.kind(TokenKind::mark) || !reading.seen.kind(TokenKind::number)) return;
    Tokens& tokens = reading.tokens;
    const auto count = static_cast<std::uint32_t>(tokens.size());
    std::bitset<100> numbers;  // that stand behind names
    for (std::uint32_t at = 1; at + 1 < count; ++at) {
        const Token& number = tokens[at + 1];
        if (tokens[at].kind != TokenKind::mark || number.kind != TokenKind::number || number.gap != Gap::none) continue;
        const std::uint32_t value = value_of(reading, at + 1);
        if (value == none) continue;
        const bool goes_on = at + 2 < count && tokens[at + 2].gap == Gap::none;
        const bool behind_name = tokens[at].gap < Gap::line &&
                                 (tokens[at - 1].kind == TokenKind::word || tokens[at - 1].kind == TokenKind::close);
        const bool locant = goes_on && tokens[at + 2].kind == TokenKind::comma && at + 3 < count &&
                            tokens[at + 3].gap == Gap::none && tokens[at + 3].kind == TokenKind::number;
        const bool explains = at + 2 < count && numbers[value] && tokens[at].gap != Gap::none &&
                              tokens[at + 2].kind == TokenKind::word && tokens[at + 2].gap < Gap::line;
        if (explains) {
            add_legend(reading, at, at + 2);
        } else if (behind_name && !locant &&
                   (ends_name(reading, at + 2) || (!goes_on && tokens[at + 2].kind == TokenKind::mark))) {
            tokens[at + 1].notes |= silent;
            numbers.set(value);
        }
    }
}

}  // namespace

void find_letter_marks(Reading& reading) {
    find_number_marks(reading);
    find_lettered_marks(reading);
    find_counted_marks(reading);
    Tokens& tokens = reading.tokens;
    std::vector<std::uint64_t> marks;
    for (const Bracket& bracket : reading.brackets) {  // of one token each: these stand in order
        const std::uint32_t at = bracket.open;
        if (marks.size() >= most_marks) break;
        if (!legend_at(reading, at)) continue;
        marks.push_back(tokens[at + 1].hash);
        add_legend(reading, at, at + 4);
    }
    if (marks.empty()) return;
    for (std::uint32_t at = 1; at < tokens.size(); ++at) {
        const bool mark = std::find(marks.begin(), marks.end(), tokens[at].hash) != marks.end();
        const bool behind_name = tokens[at - 1].kind == TokenKind::word && tokens[at].gap != Gap::none;
        if (mark && behind_name && ends_name(reading, at + 1)) tokens[at].notes |= silent;
    }
}

bool legend_begins(const Reading& reading, Knowledge& knowledge, std::uint32_t first, std::uint32_t at,
                   bool marks_follow) {
    const Tokens& tokens = reading.tokens;
    if (at + 1 >= tokens.size()) return false;
    const Token& word = tokens[at + 1];
    if (tokens[at].gap == Gap::none) {  // "Linalool*Organic"
        const auto hit = reading.first_phrase(at + 1);
        const bool legend = hit != reading.phrases.end() && hit->from == at + 1 &&
                            (hit->kind == PhraseKind::footnote || hit->kind == PhraseKind::claim);
        return legend && word.gap == Gap::none && knowledge.knows(first, at) && !knowledge.knows(at + 1, at + 2);
    }
    if (word.kind != TokenKind::word || word.gap >= Gap::line) return false;
    std::uint32_t end = at + 1;
    while (end < tokens.size() && end < at + 8 && in_word(tokens[end])) ++end;
    // "Citric Acid * Lumina Complex.": the mark stands free, so that the text must end with what it begins.
    const bool last = end >= tokens.size() || tokens[end].gap >= Gap::line || tokens[end].kind == TokenKind::stop;
    if (word.gap != Gap::none && (!last || !knowledge.knows(first, at))) return false;
    const bool marks = marks_follow && word.gap == Gap::none && last && knowledge.knows(first, at);
    return !knowledge.knows(at + 1, end) && (marks || !knowledge.begins_name(at + 1, at + 2));
}

namespace {

/// Where the name ends, when an amount stands between it and a claim: "Linalool - 99% of the total …".
std::uint32_t share_of_list(const Reading& reading, Knowledge& knowledge, std::uint32_t first, const PhraseHit& claim) {
    const Tokens& tokens = reading.tokens;
    std::uint32_t end = claim.from;
    if (claim.kind != PhraseKind::claim || end == 0 || !tokens[end - 1].has(amount)) return none;
    while (end > first && tokens[end - 1].has(amount)) --end;
    while (end > first && (tokens[end - 1].kind == TokenKind::dash || tokens[end - 1].kind == TokenKind::mark)) --end;
    return end > first && knowledge.knows(first, end) ? end : none;
}

/// "paraben free": a word of the phrase says that what stands before it is not in the product.
bool denies(const Reading& reading, const PhraseHit& hit) {
    return std::any_of(reading.tokens.begin() + hit.from, reading.tokens.begin() + hit.to,
                       [](const Token& token) { return token.has(free_word); });
}

/// A heading of what is no list, with its colon, a notice of more than one word, or a claim of what is not in it.
bool tells_of_product(const Reading& reading, const PhraseHit& hit) {
    const auto next = [&reading](std::uint32_t at) {
        return at < reading.tokens.size() ? reading.tokens[at].kind : TokenKind::other;
    };
    switch (hit.kind) {
        case PhraseKind::heading_highlight:
            return next(hit.to) == TokenKind::colon;
        case PhraseKind::heading_usage:
        case PhraseKind::heading_warning:
            // "Fragrance Other information": drug facts print no colons.
            return next(hit.to) == TokenKind::colon ||
                   (hit.to - hit.from > 1 && reading.tokens[hit.from].is(upper_first));
        case PhraseKind::heading_meta:
            // "Linalool Fabriqué en France", "Red 40 Distributed by …"
            return next(hit.to) == TokenKind::colon ||
                   (hit.to - hit.from > 1 && reading.tokens[hit.to - 1].has(stop_word));
        case PhraseKind::disclaimer:
            return hit.to - hit.from > 1;
        case PhraseKind::claim:
            // "paraben free", "without parabens": other claims may be said of the name ("naturally derived").
            return (denies(reading, hit) || reading.tokens[hit.from].has(stop_word)) &&
                   (hit.to - hit.from > 1 || next(hit.to) == TokenKind::word);
        default:
            return false;
    }
}

}  // namespace

std::uint32_t text_behind_name(const Reading& reading, Knowledge& knowledge, std::uint32_t first, bool in_list,
                               const PhraseHit& hit) {
    if (const std::uint32_t share = share_of_list(reading, knowledge, first, hit); share != none) return share;
    // "Avobenzone 3% Sunscreen Uses …": drug facts in one line.
    const bool facts = (hit.kind == PhraseKind::heading_usage || hit.kind == PhraseKind::heading_warning) &&
                       hit.from > first && reading.tokens[hit.from].is(upper_first) &&
                       reading.tokens[hit.from - 1].has(amount);
    if (facts) return hit.from;
    if (!in_list || hit.from <= first || reading.tokens[hit.from].gap == Gap::none) return none;
    if (!tells_of_product(reading, hit) || !knowledge.knows(first, hit.from)) return none;
    // "Fragrance of Natural Origin" is a name, "Linalool Paraben free" is none even where adjectives come off it.
    return denies(reading, hit) || !knowledge.knows(first, hit.to) ? hit.from : none;
}

}  // namespace incilint::label
