// label/glued.h: words with nothing printed between them, parted where one known name ends and another begins:
// "CITRIC ACIDSODIUM BENZOATE", "Niacinamide1, 2-Hexanediol", "Glycerin4".
// Promises: looked for in cells that are no known names; no word that occurs in a name is parted, and none where the
// names on both sides are not known; linear, for what is looked at of a word and around it is bounded.
// Must not know: phrases, scores.
#pragma once

#include <cstdint>
#include <vector>

#include "label/knowledge.h"
#include "label/reading.h"

namespace incilint::label {

/// The bytes at which words of unknown cells are parted, ascending.
[[nodiscard]] std::vector<std::uint32_t> glued_at(const Reading& reading, Knowledge& knowledge);

/// "Glycerin4, Allantoin10": where a number is glued to the end of a known name in cells that are none, ascending; what
/// is left of footnotes printed small. `least`: so many of them must have numbers that differ, else none counts.
[[nodiscard]] std::vector<std::uint32_t> counted_at(const Reading& reading, Knowledge& knowledge, std::size_t least);
/// Makes marks of the numbers that begin at these bytes, parted before.
void mark_numbers(Reading& reading, const std::vector<std::uint32_t>& places);

/// Parts the tokens at these bytes, right behind the scan: no other stage has seen them.
void part_tokens(Reading& reading, const std::vector<std::uint32_t>& places);

/// "Niacinamide1": the token at `at` may be a name and the first number of the name behind the next comma.
[[nodiscard]] bool may_end_in_locant(const Reading& reading, std::uint32_t at);

}  // namespace incilint::label
