#include "label/codes.h"

#include <algorithm>
#include <array>
#include <span>

#include "label/openings.h"

namespace incilint::label {
namespace {

/// A number, or a word with digits in it.
bool has_digits(const Token& token) {
    return token.kind == TokenKind::number || token.is(has_digit);
}

constexpr std::uint32_t longest_code = 10;  // tokens
constexpr std::size_t least_digits = 4;
constexpr std::size_t least_in_square = 3;

/// "Bicyclo[3.1.1]Heptane": what the brackets around [first, last) hold are locants, glued to letters on both sides.
bool within_word(const Tokens& tokens, std::uint32_t first, std::uint32_t last) {
    return first > 1 && tokens[first - 1].gap == Gap::none && tokens[first - 2].kind == TokenKind::word &&
           last + 1 < tokens.size() && tokens[last + 1].gap == Gap::none && tokens[last + 1].kind == TokenKind::word;
}

/// The number with its unit that begins at `at` ("50 ml", "50ml", "12M"): the token after it; `at` where there is none.
std::uint32_t size_end(const Reading& reading, std::uint32_t at, std::uint32_t last, const Vocabulary& vocabulary) {
    const Token& first = reading.tokens[at];
    if (first.kind == TokenKind::number) {
        constexpr std::uint32_t longest = 4;
        for (std::uint32_t length = std::min(last - at, longest); length > 1; --length) {
            if (vocabulary.is(PhraseKind::marketing, std::span(reading.tokens).subspan(at, length))) return at + length;
        }
        return at;
    }
    if (first.kind != TokenKind::word || !first.is(digit_first)) return at;
    const std::string_view glued = base::slice(reading.text, first.span());
    const std::size_t unit = glued.find_first_not_of("0123456789.");
    if (unit == std::string_view::npos) return at;
    std::array<Token, 2> parts{first, first};
    parts[0].kind = TokenKind::number;
    parts[0].hash = number_hash;
    parts[1].hash = word_hash(glued.substr(unit));
    return vocabulary.is(PhraseKind::marketing, parts) ? at + 1 : at;
}

/// So few bytes are in words with digits that they make no code ("PEG-40"): what can be told without looking at them.
bool few_digits(const Tokens& tokens, std::uint32_t first, std::uint32_t last, CodeFrame frame) {
    const std::size_t least = frame == CodeFrame::square ? least_in_square : least_digits;
    std::size_t bytes = 0;
    for (std::uint32_t at = first; at < last; ++at) {
        const Token& token = tokens[at];
        if (has_digits(token)) bytes += token.to - token.from;
    }
    return bytes < least;
}

/// "12M 50ml", "200 ml e 6.7 fl oz": nothing but contents and periods after opening.
bool only_sizes(const Reading& reading, std::uint32_t first, std::uint32_t last, const Vocabulary& vocabulary) {
    bool stated = false;
    for (std::uint32_t at = first; at < last;) {
        const Token& token = reading.tokens[at];
        const std::uint32_t end = size_end(reading, at, last, vocabulary);
        if (end == at && (!stated || (wordlike(token) && !token.has(joiner)))) return false;
        stated = stated || end > at;
        at = std::max(end, at + 1);
    }
    return stated;
}

/// Groups of digits with few letters among them, joined by hyphens, slashes or blanks: "G2004361", "603258 115",
/// "17379/A", and a capital alone behind them ("1199524 C").
struct FormulaNumber {
    std::uint32_t end = none;  ///< the token behind it; none: it is none
    bool plain = false;        ///< five digits alone, as a colour has them
};

FormulaNumber formula_number(const Reading& reading, std::uint32_t at) {
    constexpr std::size_t first_digits = 4;
    constexpr std::size_t all_digits = 5;
    constexpr std::size_t most_letters = 3;
    constexpr std::uint32_t most_tokens = 6;
    const Tokens& tokens = reading.tokens;
    std::size_t digits = 0;
    std::size_t letters = 0;
    std::uint32_t groups = 0;
    std::uint32_t end = at;
    for (std::uint32_t i = at; i < tokens.size() && i < at + most_tokens; ++i) {
        const Token& token = tokens[i];
        const bool joins = token.kind == TokenKind::dash || token.kind == TokenKind::slash;
        if (i > at && token.gap >= Gap::line) break;
        if (joins && i == end && i > at && token.gap == Gap::none && i + 1 < tokens.size() &&
            tokens[i + 1].gap == Gap::none)
            continue;
        const bool capital =
            groups > 0 && token.kind == TokenKind::word && token.to - token.from == 1 && token.is(upper_first);
        if (!wordlike(token) || token.has(amount) || (!has_digits(token) && !capital)) break;
        for (const char c : base::slice(reading.text, token.span())) {
            if (c >= 'a' && c <= 'z') return {};
            ++(c >= '0' && c <= '9' ? digits : letters);
        }
        if (groups++ == 0 && digits < first_digits) return {};
        end = i + 1;
        if (capital) break;
    }
    if (digits < all_digits || letters > most_letters || colour_index(reading, at, end)) return {};
    return {end, letters == 0 && groups == 1 && digits == all_digits};
}

bool number_sign(const Reading& reading, std::uint32_t at) {
    return base::slice(reading.text, reading.tokens[at].span()) == "#" && at + 1 < reading.tokens.size() &&
           reading.tokens[at + 1].gap == Gap::none;
}

}  // namespace

std::uint32_t behind_formula_number(const Reading& reading, std::uint32_t at) {
    const Tokens& tokens = reading.tokens;
    if (at >= tokens.size()) return none;
    const bool signed_number = number_sign(reading, at);
    const FormulaNumber number = formula_number(reading, signed_number ? at + 1 : at);
    if (number.end == none) return none;
    std::uint32_t next = number.end;
    const auto separates = [&](const Token& token) {
        return token.kind == TokenKind::comma || token.kind == TokenKind::colon ||
               (token.kind == TokenKind::dash && token.gap != Gap::none);
    };
    if (next < tokens.size() && separates(tokens[next])) ++next;
    if (next >= tokens.size() || tokens[next].kind != TokenKind::word || tokens[next].is(has_digit)) return none;
    if (tokens[next].gap == Gap::none && tokens[next - 1].kind != TokenKind::comma) return none;
    // "77491 Iron Oxides": five digits alone may be a colour's.
    const bool water = tokens[next].has(list_start);
    return water || signed_number || !number.plain ? next : none;
}

bool may_be_formula_number(const Reading& reading) {
    const std::uint32_t at = !reading.tokens.empty() && number_sign(reading, 0) ? 1 : 0;
    return formula_number(reading, at).end != none;
}

bool colour_index(const Reading& reading, std::uint32_t first, std::uint32_t last) {
    constexpr std::string_view letters = "ci";
    std::size_t letter = 0;
    std::size_t digits = 0;
    unsigned number = 0;
    for (std::uint32_t i = first; i < last; ++i) {
        if (!wordlike(reading.tokens[i])) continue;
        for (const char c : base::slice(reading.text, reading.tokens[i].span())) {
            const bool one_for_i = c == '1' && letter == 1 && digits == 0 && last - first == 1;  // "C177491"
            if (one_for_i) {
                ++letter;
            } else if (c >= '0' && c <= '9') {
                number = number * 10 + static_cast<unsigned>(c - '0');
                ++digits;
            } else if (letter >= letters.size() || (c | 0x20) != letters[letter++]) {
                return false;
            }
        }
    }
    constexpr unsigned least_number = 10000;
    constexpr unsigned most_number = 78000;
    return digits == 5 && letter == letters.size() && number >= least_number && number < most_number;
}

bool code_follows(const Reading& reading, std::uint32_t at) {
    const std::size_t end = std::min<std::size_t>(reading.tokens.size(), at + 5);
    for (std::size_t i = at; i < end; ++i) {
        const Token& token = reading.tokens[i];
        if (wordlike(token) && has_digits(token)) return true;
        if (token.kind == TokenKind::word && token.to - token.from > 2) return false;
        if (token.kind == TokenKind::comma) return false;
    }
    return false;
}

bool is_code(const Reading& reading, std::uint32_t first, std::uint32_t last, CodeFrame frame,
             const Vocabulary& vocabulary) {
    if (first >= last || last - first > longest_code) return false;
    if (frame == CodeFrame::square && within_word(reading.tokens, first, last)) return false;
    const bool counted = std::any_of(reading.tokens.begin() + first, reading.tokens.begin() + last, has_digits);
    if (counted && frame == CodeFrame::bare && only_sizes(reading, first, last, vocabulary)) return true;
    const bool told = reading.tokens[first].has(label::phrase);
    const Vocabulary::Range range =
        told ? vocabulary.beginning(reading.tokens, first, PhraseKind::batch_code) : Vocabulary::Range{};
    if (!told && few_digits(reading.tokens, first, last, frame)) return false;
    if ((!counted && range.first == range.last) || colour_index(reading, first, last)) return false;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
        const Phrase phrase = vocabulary.phrase(i);
        if (phrase.kind == PhraseKind::batch_code && vocabulary.matches(phrase, reading.tokens, first) &&
            first + phrase.size < last && code_follows(reading, first + phrase.size)) {
            return true;
        }
    }
    if (!counted) return false;
    std::uint32_t at = first;
    std::size_t letters = 0;
    std::size_t small = 0;
    std::size_t digits = 0;
    std::size_t groups = 0;
    bool slash = false;
    for (; at < last; ++at) {
        const Token& token = reading.tokens[at];
        slash = slash || token.kind == TokenKind::slash;
        if (!wordlike(token)) {
            const bool joins = token.kind == TokenKind::slash || token.kind == TokenKind::dash ||
                               (frame == CodeFrame::square && token.kind != TokenKind::comma && token.gap == Gap::none);
            if (!joins) return false;
            continue;
        }
        ++groups;
        for (const char c : base::slice(reading.text, token.span())) {
            digits += c >= '0' && c <= '9' ? 1 : 0;
            letters += c >= '0' && c <= '9' ? 0 : 1;
            small += c >= 'a' && c <= 'z' ? 1 : 0;
        }
    }
    if (frame == CodeFrame::square) return digits >= least_in_square && letters <= 4 && small <= 1 && groups <= 4;
    // "C210045/1", "261/004", "V4127B", "ILN51873", "19274": few letters, many digits.
    if (digits < least_digits || letters > 3 || groups > 3 || (small > 0 && frame != CodeFrame::angle)) return false;
    switch (frame) {
        case CodeFrame::square:
            return false;
        case CodeFrame::bare:
            return slash && letters > 0 && digits >= 5;
        case CodeFrame::bracket:
            return slash ? digits >= 5 : letters > 0 && groups == 1;
        case CodeFrame::angle:
            return slash || groups == 1;
    }
    return false;
}

std::uint32_t end_of_angle(const Reading& reading, std::uint32_t open, const Vocabulary& vocabulary) {
    constexpr std::uint32_t longest = 6;
    const Tokens& tokens = reading.tokens;
    const auto ends = [&](std::uint32_t at) {
        return tokens[at].kind == TokenKind::more || tokens[at].kind == TokenKind::other;
    };
    std::uint32_t close = open + 1;
    while (close < tokens.size() && close < open + longest && !ends(close)) ++close;
    const bool framed = close < tokens.size() && close > open + 1 && wordlike(tokens[open + 1]) && ends(close);
    return framed && is_code(reading, open + 1, close, CodeFrame::angle, vocabulary) ? close : none;
}

bool is_code(const Reading& reading, const Cell& cell, const Vocabulary& vocabulary) {
    if (!may_be_code(cell.seen, reading.tokens[cell.first])) return false;
    return is_code(reading, cell.first, cell.last, CodeFrame::bare, vocabulary) ||
           (!cell.hard_before &&
            (cell.before == Break::stop || (cell.before == Break::bracket && cell.last == reading.tokens.size())) &&
            is_code(reading, cell.first, cell.last, CodeFrame::bracket, vocabulary));
}

}  // namespace incilint::label
