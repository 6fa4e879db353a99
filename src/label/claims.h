// label/claims.h: what a claim in a cell says of the cell and of those behind it.
// Promises: looks at the phrases of one cell.
// Must not know: scores, states of the search.
#pragma once

#include <cstdint>

#include "label/reading.h"

namespace incilint::label {

/// A cell that begins with a claim of what is not in it: "free of parabens" holds its object, "free of" waits for it.
enum class Denial : std::uint8_t { none, said, open };
[[nodiscard]] Denial denial(const Reading& reading, const Cell& cell);

/// The claim that a cell begins with, where it waits for no object behind it: "Vegan", "Gluten-free Oat Extract", but
/// not "without parabens"; null where there is none. Signs that are words of their own do not tell.
[[nodiscard]] const PhraseHit* closed_claim(const Reading& reading, const Cell& cell);

/// "0% parabens", "Alcohol 0 %": an amount of nothing begins or ends these tokens.
[[nodiscard]] bool says_none(const Reading& reading, std::uint32_t first, std::uint32_t last);

/// The cell is such a claim and nothing else, so that it rules nothing behind it: "Paraben free".
[[nodiscard]] bool only_claim(const Reading& reading, const Cell& cell);

/// "Linalool without parabens, Limonene": the cell was cut from the name in front of it, holds its object and is in
/// small letters, where the names in front of it and over the comma behind it begin with capitals.
[[nodiscard]] bool denies_in_passing(const Reading& reading, std::size_t cell);

/// "Non-GMO Foobar Gum", "Sulfate-free Surfactant Blend (…)": what stands behind a claim's word, from the token on,
/// ends as names do, or stands in front of the parts of a group, and holds no word of sentences.
[[nodiscard]] bool names_kind(const Reading& reading, std::size_t cell, std::uint32_t from);

}  // namespace incilint::label
