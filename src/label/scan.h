// label/scan.h: characters become tokens: words, numbers and signs, each with its bytes and the gap before it.
// Promises: tokens stand in order and do not overlap; every byte that is no token is a blank; linear; ill-formed bytes
// are letters of an unknown word.
// Must not know: vocabulary, ingredients, what a sign means in a list.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "base/long_vector.h"
#include "base/text.h"

namespace incilint::label {

enum class TokenKind : std::uint8_t {
    word,    ///< letters, or letters and digits
    number,  ///< digits, a decimal point within
    comma,   ///< , and its full-width, ideographic and Arabic forms
    semicolon,
    bullet,  ///< • ● · ▪ and their like
    pipe,
    slash,
    backslash,
    dash,  ///< hyphens and dashes
    stop,  ///< . and 。
    colon,
    open,  ///< ( [ { and their full-width forms
    close,
    mark,  ///< footnote and trade marks: * † ‡ § ¹ ® ™
    percent,
    plus,
    ampersand,
    quote,
    less,        ///< < and ≤
    more,        ///< > and ≥
    middle_dot,  ///< ・ of Japanese
    other
};

/// What stands between a token and the one before it, from the weakest to the strongest.
enum class Gap : std::uint8_t { none, blank, wide, line, paragraph };

/// Bits of Token::shape.
enum Shape : std::uint8_t {
    upper_first = 1,
    has_lower = 2,
    joint = 4,  ///< glued to the word before it: "Citral|Please"
    digit_first = 8,
    ideographic = 16,  ///< Han, kana, Hangul
    non_ascii = 32,
    has_upper = 64,
    has_digit = 128
};

/// Bits of Token::notes, set by the stages after the scan.
enum Note : std::uint16_t {
    stop_word = 1,         ///< a word of sentences: "the", "und", "pour"
    joiner = 2,            ///< joins two names: "and", "&"
    head_noun = 4,         ///< ends names and is none: "oil", "extract"
    silent = 8,            ///< no part of the name: marks, percents, remarks
    inside = 16,           ///< inside a closed bracket that belongs to a name
    amount = 32,           ///< part of a stated percent
    phrase = 64,           ///< part of a phrase of the vocabulary
    list_start = 128,      ///< lists begin with it: water
    wording = 256,         ///< a word of advertising or usage
    legal_word = 512,      ///< a word of disclaimers and warnings
    parted = 1024,         ///< bracket sign that separates
    abbreviation = 2048,   ///< a full stop behind it ends nothing: "No."
    product_word = 4096,   ///< what a product is: "shampoo"
    group_word = 8192,     ///< an ingredient alone, a group of them behind another word: "alcohol"
    free_word = 16384,     ///< what stands before it is not in the product: "free"
    function_word = 32768  ///< what an ingredient is for: "emulsifier"
};

struct Token {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint64_t hash = 0;  ///< of the folded word or sign; 1 for every number
    TokenKind kind = TokenKind::other;
    Gap gap = Gap::none;
    std::uint8_t shape = 0;
    std::uint8_t no_meaning = 0;
    std::uint16_t notes = 0;
    std::uint16_t no_meaning_either = 0;

    [[nodiscard]] bool has(Note note) const { return (notes & note) != 0; }
    /// Kind, gap, shape and notes as one number, to be compared and masked with that of another token.
    [[nodiscard]] std::uint64_t look() const {
        std::uint64_t look = 0;
        std::memcpy(&look, reinterpret_cast<const char*>(this) + 16, sizeof look);  // all that stands behind `hash`
        return look;
    }
    [[nodiscard]] bool is(Shape bit) const { return (shape & bit) != 0; }
    [[nodiscard]] base::Span span() const { return {from, to}; }
};
static_assert(sizeof(Token) == 24);

using Tokens = base::LongVector<Token>;

inline constexpr std::uint64_t number_hash = 1;

/// Tokens of a text of less than 4 GiB.
[[nodiscard]] Tokens scan(std::string_view text);
/// The same into tokens whose memory is used again.
void scan(std::string_view text, Tokens& tokens);

/// The hash that a word has as a token.
[[nodiscard]] std::uint64_t word_hash(std::string_view word);

}  // namespace incilint::label
