// label/codes.h: codes of batch, formula and artwork, told from names by their shape.
// Promises: bounded work; a colour index number or a name such as PEG-90M is never a code.
// Must not know: which codes makers use, beyond the vocabulary's words.
#pragma once

#include "label/reading.h"

namespace incilint::label {

/// The tokens after a word such as "LOT" are a code: a number or a word with digits comes soon.
[[nodiscard]] bool code_follows(const Reading& reading, std::uint32_t at);
/// Where a code stands: the more it is set off, the less it must look like one.
enum class CodeFrame : std::uint8_t { bare, bracket, square, angle };
/// The tokens [first, last), a bracket's content or a whole cell, are a code.
[[nodiscard]] bool is_code(const Reading& reading, std::uint32_t first, std::uint32_t last, CodeFrame frame,
                           const Vocabulary& vocabulary);

/// The cell is a code; behind a full stop it need not look so much like one.
[[nodiscard]] bool is_code(const Reading& reading, const Cell& cell, const Vocabulary& vocabulary);

/// "<ILN51873>": the sign behind a code in angle brackets of any kind that open at the token; `none` without one.
[[nodiscard]] std::uint32_t end_of_angle(const Reading& reading, std::uint32_t open, const Vocabulary& vocabulary);

/// "#17379 AQUA (WATER)", "1199524 C, Aqua": the first token behind the number of a formula that begins at the token,
/// in front of the first name of a list; `none` where it is no such number.
[[nodiscard]] std::uint32_t behind_formula_number(const Reading& reading, std::uint32_t at);
/// The whole text is one, or begins with one: what it is depends on what stands around it.
[[nodiscard]] bool may_be_formula_number(const Reading& reading);

/// Whether a run of tokens can be one: what is seen in it, and its first token. Nothing else needs to be asked for
/// most.
[[nodiscard]] inline bool may_be_code(const Seen& seen, const Token& first) {
    return seen.digits() || first.has(phrase);
}

/// True where tokens [first, last) are a colour index number: "CI 77491", "C.I. 77491".
[[nodiscard]] bool colour_index(const Reading& reading, std::uint32_t first, std::uint32_t last);

}  // namespace incilint::label
