#include "label/stops.h"

#include <algorithm>

#include "label/openings.h"

namespace incilint::label {
namespace {

std::uint32_t bytes(const Token& token) {
    return token.to - token.from;
}

/// A stop without a blank behind it: "skin.Water", "0.5%.Inactive", "PARFUM.LIMONENE".
bool ends_without_gap(const Token& before, const Token& after) {
    const bool name_closed = before.has(silent) || before.kind == TokenKind::close || before.kind == TokenKind::mark;
    const bool capitals = before.is(has_upper) && !before.is(has_lower) && bytes(before) > 3;
    const bool begins = after.is(upper_first) || (after.is(digit_first) && after.is(has_upper));
    const bool small = before.is(has_lower) && bytes(before) > 2 && after.is(has_lower);
    if (begins && (small || name_closed || (capitals && (after.is(has_lower) || bytes(after) > 3)))) return true;
    // "CI 77891.Sample", "EDTA.100% vegan"
    if (before.kind == TokenKind::number && after.is(upper_first) && after.is(has_lower) && bytes(after) > 1)
        return true;
    if (after.has(amount) && bytes(before) > 3) return true;
    const bool mark = after.kind == TokenKind::mark || after.kind == TokenKind::plus;
    return (mark && bytes(before) > 2) || (after.kind == TokenKind::open && bytes(before) > 3) ||
           (name_closed && (mark || after.kind == TokenKind::open));
}

/// "Glycerin 1,2-Hexanediol", where no sign separates: a known name begins with the number and goes on over its comma,
/// and none ends with it.
bool begins_locants(const Reading& reading, Knowledge& knowledge, std::uint32_t first, std::uint32_t number) {
    constexpr std::uint32_t longest = 12;  // tokens of a name
    const Tokens& tokens = reading.tokens;
    if (tokens[number].gap == Gap::none) return false;
    const auto end = std::min(static_cast<std::uint32_t>(tokens.size()), number + longest);
    const std::uint32_t name = knowledge.longest_at(number, end);
    if (name == none || name <= number + 2) return false;
    for (std::uint32_t from = number; from-- > first && number - from <= 4;)
        if (knowledge.knows(from, number + 1)) return false;
    return true;
}

}  // namespace

std::optional<Break> break_at_stop(const Reading& reading, Knowledge& knowledge, std::uint32_t first,
                                   std::uint32_t at) {
    const Tokens& tokens = reading.tokens;
    if (at + 1 >= tokens.size()) return std::nullopt;
    const Token& after = tokens[at + 1];
    if (reading.text[tokens[at].from] != '.') return Break::stop;  // 。 …
    if (after.kind == TokenKind::stop) return std::nullopt;
    if (at > 0 && tokens[at - 1].kind == TokenKind::stop) return Break::stop;
    if (at <= first) {  // "[May contain: CI 77491]. Night Cream:"
        const bool behind_list = at > 0 && tokens[at - 1].kind == TokenKind::close && tokens[at - 1].has(parted);
        return behind_list && after.is(upper_first) ? std::optional(Break::stop) : std::nullopt;
    }
    const Token& before = tokens[at - 1];
    if (after.gap == Gap::none) return ends_without_gap(before, after) ? std::optional(Break::tight) : std::nullopt;
    if (after.kind == TokenKind::slash || after.kind == TokenKind::backslash) return std::nullopt;  // "DENAT. / PARFUM"
    // "Vit. E", "No. 5", "Ext. D&C", initials. "Vitamin C." ends a name.
    const bool letter = bytes(before) == 1 && before.kind == TokenKind::word;
    const bool initial = letter && !knowledge.knows(first, at);
    // "Salicylic Acid I.P. 2 %": letters of a pharmacopoeia in front of an amount.
    const bool letters = letter && at > first + 1 && before.gap == Gap::none && tokens[at - 2].kind == TokenKind::stop;
    if (letters && after.has(amount) && after.gap < Gap::line) return std::nullopt;
    if ((before.has(abbreviation) || initial) && after.gap < Gap::line &&
        (wordlike(after) || (after.kind == TokenKind::open && reading.partner[at + 1] != none))) {
        return std::nullopt;
    }
    const bool begins = after.is(upper_first) || after.is(ideographic) || after.is(non_ascii) || !wordlike(after);
    if (!begins && after.kind == TokenKind::word && bytes(before) <= 4) return std::nullopt;
    return Break::stop;
}

bool comma_separates(const Reading& reading, Knowledge& knowledge, std::uint32_t first, std::uint32_t at) {
    const Tokens& tokens = reading.tokens;
    if (at == 0 || at + 1 >= tokens.size()) return true;
    const Token& before = tokens[at - 1];
    const Token& after = tokens[at + 1];
    // "Niacinamide1, 2-Hexanediol": the name in front was parted from the locant.
    if (before.kind == TokenKind::number && before.is(joint) && after.kind == TokenKind::number) return false;
    // "N,N-Bis": letters for atoms.
    const bool atoms = before.kind == TokenKind::word && after.kind == TokenKind::word && bytes(before) == 1 &&
                       bytes(after) == 1 && after.gap == Gap::none && tokens[at].gap == Gap::none;
    if (atoms && at + 2 < tokens.size() && tokens[at + 2].kind == TokenKind::dash) return false;
    const bool digits = after.gap == Gap::none && tokens[at].gap == Gap::none && is_locant(reading, before) &&
                        is_locant(reading, after);
    const bool ideographic_comma = reading.text[tokens[at].from] == '\xe3';  // U+3001 never stands in a number
    if (!digits || ideographic_comma) return true;
    // "1,2-Hexanediol": the first number begins the cell or follows a sign, it ends no name …
    const std::uint32_t number = at - 1;
    if (number > first && tokens[number - 1].kind == TokenKind::word)
        return !begins_locants(reading, knowledge, first, number);
    // "PEG-3 2,2'-Di-p-…": nor does one that is set off from a number.
    if (number > first && tokens[number - 1].kind == TokenKind::number && tokens[number].gap != Gap::none) return false;
    // "PEG-400/1,4-Butanediol/…": nor one behind a slash, where a name goes on behind the second.
    if (number > first && tokens[number - 1].kind == TokenKind::slash && at + 2 < tokens.size() &&
        tokens[at + 2].kind == TokenKind::dash && tokens[at + 2].gap == Gap::none)
        return false;
    // … as that of "PEG-8,1,2-Hexanediol" does.
    return number > first + 1 && knowledge.knows(first, at);
}

bool ends_list(const Reading& reading, std::uint32_t colon) {
    constexpr std::uint32_t longest_heading = 12;  // tokens
    const Tokens& tokens = reading.tokens;
    if (colon + 1 >= tokens.size() || tokens[colon + 1].gap < Gap::line) return false;
    for (std::uint32_t at = colon + 2; at < tokens.size() && at < colon + longest_heading; ++at) {
        if (tokens[at].gap >= Gap::line) return false;
        if (tokens[at].kind == TokenKind::colon) return at + 1 < tokens.size() && tokens[at + 1].gap >= Gap::line;
    }
    return false;
}

bool states_amount(const Reading& reading, std::uint32_t colon) {
    const Tokens& tokens = reading.tokens;
    return colon + 2 < tokens.size() && tokens[colon + 1].kind == TokenKind::open && tokens[colon + 1].has(silent) &&
           tokens[colon + 2].has(amount);
}

bool is_ratio(const Reading& reading, std::uint32_t colon) {
    return colon > 0 && colon + 1 < reading.tokens.size() && reading.tokens[colon - 1].kind == TokenKind::number &&
           reading.tokens[colon + 1].kind == TokenKind::number && reading.tokens[colon + 1].gap == Gap::none;
}

}  // namespace incilint::label
