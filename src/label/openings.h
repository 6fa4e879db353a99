// label/openings.h: what stands where a sentence or an enumerated entry may begin.
// Promises: looks at a few neighbours of a token.
// Must not know: ingredients, cells.
#pragma once

#include "label/reading.h"

namespace incilint::label {

[[nodiscard]] inline bool wordlike(const Token& token) {
    return token.kind == TokenKind::word || token.kind == TokenKind::number;
}
/// What a word may be made of with others: "Glu-cose", "Polyglyceryl2".
[[nodiscard]] inline bool in_word(const Token& token) {
    return wordlike(token) || token.kind == TokenKind::dash;
}

/// A place in a molecule: "4", "4A" of "4,4A,5-Octahydro-…".
[[nodiscard]] bool is_locant(const Reading& reading, const Token& token);

/// A word or number that says something stands in tokens [first, last).
[[nodiscard]] bool holds_word(const Reading& reading, std::uint32_t first, std::uint32_t last);

/// "2) Day Cream", "3. Parfum" at the start of a line: the number and its sign are no part of what follows.
[[nodiscard]] bool enumerates(const Reading& reading, std::uint32_t at);

/// "*organic", "* = organic": the token stands behind a footnote mark.
[[nodiscard]] bool follows_mark(const Reading& reading, std::uint32_t at);

/// "and/or", "und/oder": the token behind such a joiner of two words, which begins at `at`; none where there is none.
[[nodiscard]] std::uint32_t behind_either(const Reading& reading, std::uint32_t at);
/// ", and Citric Acid", "(contains Linalool": the word belongs to the separator, in front of the first part of a group
/// (`in_bracket`) also a verb that says what is in it; where the cell of tokens [first, last) begins.
[[nodiscard]] std::uint32_t behind_joiner(const Reading& reading, std::uint32_t first, std::uint32_t last,
                                          bool in_bracket);

/// "*" or "(*)" begins at the token; and: ends at it. A plus begins a legend, but ends none.
[[nodiscard]] bool mark_at(const Reading& reading, std::uint32_t at);
[[nodiscard]] bool mark_ends(const Reading& reading, std::uint32_t at);

/// "**Toner:**": the mark at `first` stands behind the colon at `colon` as well, so that it explains nothing.
[[nodiscard]] bool in_bold(const Reading& reading, std::uint32_t first, std::uint32_t colon);
/// The first token behind the colon, and behind the marks that end such bold type.
[[nodiscard]] std::uint32_t behind_colon(const Reading& reading, std::uint32_t first, std::uint32_t colon);
/// " -Peptide": a dash with a gap in front and a capital glued to it.
[[nodiscard]] bool tight_dash(const Reading& reading, std::uint32_t at);

/// "Citric Acid - Vegan": a dash with a gap on both sides stands before the token.
[[nodiscard]] bool set_off(const Reading& reading, std::uint32_t at);

/// A sign, a number or a line end stands at the token: a phrase before it stands alone.
[[nodiscard]] bool ends_text(const Reading& reading, std::uint32_t at);

/// "Ohne Parabene", "vegan and kind": a claim of one word that rules what follows; `at` is the token after it.
[[nodiscard]] bool prose_follows(const Reading& reading, std::uint32_t at);

/// "Glycerin (and) Urea": a bracket that opens at the token holds a joiner and a name follows. "Tocopherol (e)," names
/// a vitamin.
[[nodiscard]] bool joins_names(const Reading& reading, std::uint32_t open);

/// A word that may be the first of a sentence, as its capital and what stands before it say.
[[nodiscard]] bool begins_sentence(const Reading& reading, std::uint32_t at);
/// A sign that belongs to the heading before it: a colon, mark, quote, closing bracket or dash set off.
[[nodiscard]] bool ends_heading(const Token& token);

}  // namespace incilint::label
