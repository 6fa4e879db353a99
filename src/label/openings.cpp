#include "label/openings.h"

#include <algorithm>

namespace incilint::label {

bool is_locant(const Reading& reading, const Token& token) {
    if (token.kind == TokenKind::number) return true;
    if (token.kind != TokenKind::word || !token.is(digit_first) || token.is(non_ascii)) return false;
    const std::string_view text = base::slice(reading.text, token.span());
    return text.find_first_not_of("0123456789") == text.size() - 1;
}

bool holds_word(const Reading& reading, std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t at = first; at < last; ++at) {
        const Token& token = reading.tokens[at];
        if (wordlike(token) && !token.has(silent)) return true;
    }
    return false;
}

namespace {

/// "1. Cleansing Oil: …, Parfum 2. Foam: Aqua": the text begins with a numbered heading, and so goes on here.
bool heads_next(const Reading& reading, std::uint32_t at) {
    constexpr std::uint32_t longest = 10;  // tokens
    const Tokens& tokens = reading.tokens;
    const auto heads = [&](std::uint32_t number) {
        for (std::uint32_t i = number + 2; i < tokens.size() && i < number + longest; ++i) {
            if (tokens[i].kind == TokenKind::colon) return true;
            if (tokens[i].kind == TokenKind::comma || tokens[i].kind == TokenKind::stop) return false;
        }
        return false;
    };
    return tokens[0].kind == TokenKind::number && tokens[1].kind == TokenKind::stop && tokens[at].gap != Gap::none &&
           heads(at) && heads(0);
}

}  // namespace

bool enumerates(const Reading& reading, std::uint32_t at) {
    if (reading.tokens[at].kind != TokenKind::number || at + 2 >= reading.tokens.size()) return false;
    const bool line = at == 0 || reading.tokens[at].gap >= Gap::line;
    const bool bracket = (line || reading.tokens[at].gap != Gap::none) &&
                         reading.tokens[at + 1].kind == TokenKind::close && reading.partner[at + 1] == none;
    const bool stop = (line || heads_next(reading, at)) && reading.tokens[at + 1].kind == TokenKind::stop;
    return (bracket || stop) && reading.tokens[at + 1].gap == Gap::none && reading.tokens[at + 2].is(upper_first) &&
           reading.tokens[at + 2].gap != Gap::none;
}

bool follows_mark(const Reading& reading, std::uint32_t at) {
    // "※1 abrasive": the number belongs to the mark.
    if (at + 1 < reading.tokens.size() && reading.tokens[at].kind == TokenKind::mark &&
        reading.tokens[at + 1].kind == TokenKind::number && reading.tokens[at + 1].gap == Gap::none)
        return true;
    if (at > 1 && (reading.tokens[at - 1].kind == TokenKind::dash || reading.slice(at - 1, at) == "=")) --at;
    return at > 0 && (reading.tokens[at - 1].kind == TokenKind::mark || reading.tokens[at - 1].kind == TokenKind::plus);
}

namespace {

/// "contains", "enthält": a heading of one word begins at the token.
bool says_contains(const Reading& reading, std::uint32_t at) {
    const auto hit = reading.first_phrase(at);
    return hit != reading.phrases.end() && hit->from == at && hit->to == at + 1 &&
           hit->kind == PhraseKind::heading_allergens && reading.tokens[at].has(stop_word);
}

}  // namespace

std::uint32_t behind_either(const Reading& reading, std::uint32_t at) {
    const Tokens& tokens = reading.tokens;
    if (at + 3 >= tokens.size() || !tokens[at].has(joiner) || tokens[at + 1].kind != TokenKind::slash) return none;
    const bool either = tokens[at + 1].gap == Gap::none && tokens[at + 2].gap == Gap::none &&
                        (tokens[at + 2].has(stop_word) || tokens[at + 2].has(joiner));
    return either && tokens[at + 3].gap != Gap::none ? at + 3 : none;
}

std::uint32_t behind_joiner(const Reading& reading, std::uint32_t first, std::uint32_t last, bool in_bracket) {
    const Tokens& tokens = reading.tokens;
    // "(contains Linalool", "(mit Linalool", "(with Linalool"
    const bool says = tokens[first].has(stop_word) && !tokens[first].is(has_upper) && !tokens[first].is(ideographic) &&
                      !tokens[first].has(phrase);
    const bool leads = tokens[first].has(joiner) || (in_bracket && (says || says_contains(reading, first)));
    if (first + 1 >= last || !leads) return first;
    if (const std::uint32_t behind = behind_either(reading, first); behind != none && behind < last) return behind;
    if (tokens[first + 1].gap == Gap::none) return first;
    const bool letter = tokens[first].to - tokens[first].from == 1 && tokens[first].is(upper_first);
    return letter ? first : first + 1;
}

bool mark_at(const Reading& reading, std::uint32_t at) {
    if (reading.tokens[at].kind == TokenKind::open && reading.partner[at] == at + 2) ++at;
    return reading.tokens[at].kind == TokenKind::mark || reading.tokens[at].kind == TokenKind::plus;
}

bool mark_ends(const Reading& reading, std::uint32_t at) {
    if (reading.tokens[at].kind == TokenKind::close && at >= 2 && reading.partner[at] == at - 2) --at;
    return reading.tokens[at].kind == TokenKind::mark;
}

bool in_bold(const Reading& reading, std::uint32_t first, std::uint32_t colon) {
    const Tokens& tokens = reading.tokens;
    return colon + 1 < tokens.size() && first < colon && tokens[first].kind == TokenKind::mark &&
           tokens[colon].kind == TokenKind::colon && tokens[colon + 1].kind == TokenKind::mark &&
           tokens[colon + 1].hash == tokens[first].hash;
}

std::uint32_t behind_colon(const Reading& reading, std::uint32_t first, std::uint32_t colon) {
    const Tokens& tokens = reading.tokens;
    std::uint32_t next = colon + 1;
    while (in_bold(reading, first, colon) && next < tokens.size() && tokens[next].hash == tokens[first].hash) ++next;
    return next;
}

bool tight_dash(const Reading& reading, std::uint32_t at) {
    const Tokens& tokens = reading.tokens;
    return tokens[at].kind == TokenKind::dash && (at == 0 || tokens[at].gap != Gap::none) && at + 1 < tokens.size() &&
           tokens[at + 1].gap == Gap::none && tokens[at + 1].is(upper_first);
}

bool set_off(const Reading& reading, std::uint32_t at) {
    const Tokens& tokens = reading.tokens;
    return at > 1 && tokens[at].gap != Gap::none && tokens[at - 1].kind == TokenKind::dash &&
           tokens[at - 1].gap != Gap::none;
}

bool ends_text(const Reading& reading, std::uint32_t at) {
    if (at >= reading.tokens.size() || reading.tokens[at].gap >= Gap::line) return true;
    const TokenKind kind = reading.tokens[at].kind;
    return kind == TokenKind::number || kind == TokenKind::stop || kind == TokenKind::comma ||
           kind == TokenKind::colon || kind == TokenKind::mark;
}

bool prose_follows(const Reading& reading, std::uint32_t at) {
    return reading.tokens[at - 1].has(stop_word) || reading.tokens[at].has(stop_word) || reading.tokens[at].has(joiner);
}

bool joins_names(const Reading& reading, std::uint32_t open) {
    const Tokens& tokens = reading.tokens;
    const std::uint32_t next = open + 3;
    if (reading.partner[open] != open + 2 || !tokens[open + 1].has(joiner)) return false;
    return next < tokens.size() && (wordlike(tokens[next]) || tokens[next].kind == TokenKind::open);
}

bool begins_sentence(const Reading& reading, std::uint32_t at) {
    const Token& token = reading.tokens[at];
    if (!token.is(upper_first)) return false;
    return token.is(joint) || at == 0 || reading.tokens[at - 1].kind != TokenKind::word ||
           !reading.tokens[at - 1].is(upper_first) || token.is(has_lower);
}

bool ends_heading(const Token& token) {
    if (token.gap >= Gap::line) return false;
    return token.kind == TokenKind::close || token.kind == TokenKind::mark || token.kind == TokenKind::colon ||
           token.kind == TokenKind::quote || (token.kind == TokenKind::dash && token.gap != Gap::none);
}

}  // namespace incilint::label
