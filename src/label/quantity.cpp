#include "label/quantity.h"

#include <algorithm>

#include "label/amount.h"

namespace incilint::label {
namespace {

constexpr std::size_t longest_figure = 8;  // tokens: "1 x 10 ^ 9"

/// "1x10", "x": figures and the sign of a product.
bool product(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return (c >= '0' && c <= '9') || c == 'x' || c == 'X'; });
}

/// The first token of the figure that ends before `unit`; `unit` where there is none.
std::size_t figure_before(std::string_view text, const Tokens& tokens, std::size_t unit) {
    std::size_t first = unit;
    bool digits = false;
    while (first > 0 && unit - first < longest_figure && tokens[first].gap < Gap::line) {
        const Token& token = tokens[first - 1];
        const std::string_view sign = base::slice(text, token.span());
        const bool comma = token.kind == TokenKind::comma && token.gap == Gap::none && tokens[first].gap == Gap::none &&
                           tokens[first].kind == TokenKind::number;
        const bool figure = token.kind == TokenKind::number || (token.kind == TokenKind::word && product(sign));
        const bool joins = token.kind == TokenKind::mark || sign == "^" || sign == "×";
        // "CI 77891 2 g": the number of the name; "1 000 mg" has three digits behind its blank.
        const bool apart = figure && digits && tokens[first].kind == TokenKind::number &&
                           token.kind == TokenKind::number && tokens[first].gap != Gap::none &&
                           tokens[first].to - tokens[first].from != 3;
        if (apart || (!figure && !joins && !comma)) break;
        digits = digits || token.kind == TokenKind::number || token.is(has_digit);
        --first;
    }
    return digits ? first : unit;
}

/// Behind "/g", where it stands at `at`.
std::size_t behind_base(const Tokens& tokens, std::size_t at, const Vocabulary& vocabulary) {
    const bool slash = at + 1 < tokens.size() && tokens[at].kind == TokenKind::slash;
    return slash && vocabulary.is(PhraseKind::unit, tokens[at + 1].hash) ? at + 2 : at;
}

bool behind_name(const Tokens& tokens, std::size_t at) {
    if (at == 0 || tokens[at].gap >= Gap::line) return false;
    const TokenKind before = tokens[at - 1].kind;
    return (before == TokenKind::word && tokens[at].gap != Gap::none && !tokens[at - 1].has(stop_word)) ||
           before == TokenKind::close ||
           (before == TokenKind::number && tokens[at].gap != Gap::none) ||          // "CI 77891 2 g"
           (before == TokenKind::comma && at > 1 && tokens[at - 2].has(amount)) ||  // "(1.1%, 1450 ppm F)"
           (before == TokenKind::open && at > 1 && tokens[at - 2].kind == TokenKind::word);
}

/// "2g", "500mg": figures with their unit in one word.
bool glued(std::string_view word, const Vocabulary& vocabulary) {
    const std::size_t unit = word.find_first_not_of("0123456789");
    return unit != word.npos && unit > 0 && vocabulary.is(PhraseKind::unit, word_hash(word.substr(unit)));
}

/// "q.s. to 10 ml", "ad 100 g": where the amount ends that the words at `at` fill up to; `at` where there are none.
std::size_t filled_up(std::string_view text, const Tokens& tokens, std::size_t at, const Vocabulary& vocabulary) {
    const std::size_t words = vocabulary.longest(PhraseKind::fill, tokens, at);
    const auto number = words > 0 ? number_at(text, tokens, at + words) : std::nullopt;
    if (!number) return at;
    const std::size_t unit = vocabulary.longest(PhraseKind::unit, tokens, number->next);
    const std::size_t size = vocabulary.longest(PhraseKind::marketing, tokens, at + words);  // "# ml"
    if (unit == 0 && size == 0) return at;
    return std::max(number->next + unit, at + words + size);
}

}  // namespace

void find_quantities(std::string_view text, Tokens& tokens, const Vocabulary& vocabulary) {
    for (std::size_t at = 1; at < tokens.size(); ++at) {
        if (tokens[at].is(digit_first) && tokens[at].kind == TokenKind::word && behind_name(tokens, at) &&
            ends_amount(tokens, at + 1) && glued(base::slice(text, tokens[at].span()), vocabulary))
            tokens[at].notes |= silent;
        if (!vocabulary.may_begin(tokens[at].hash)) continue;
        const std::size_t filled = behind_name(tokens, at) ? filled_up(text, tokens, at, vocabulary) : at;
        if (filled > at && ends_amount(tokens, filled)) {
            for (std::size_t i = at; i < filled; ++i) tokens[i].notes |= silent;
            at = filled - 1;
            continue;
        }
        const std::size_t unit = vocabulary.longest(PhraseKind::unit, tokens, at);
        if (unit == 0) continue;
        const std::string_view word = base::slice(text, tokens[at].span());
        const bool enough = word.size() <= 2 && (word[0] == 'q' || word[0] == 'Q');  // "q.s." needs no figure
        const std::size_t first = enough ? at : figure_before(text, tokens, at);
        if ((first == at && !enough) || !behind_name(tokens, first)) continue;
        const std::size_t end = behind_base(tokens, at + unit, vocabulary);
        if (!ends_amount(tokens, end)) continue;
        for (std::size_t i = first; i < end; ++i) tokens[i].notes |= silent;
        at = end - 1;
    }
}

}  // namespace incilint::label
