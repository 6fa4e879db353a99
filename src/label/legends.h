// label/legends.h: marks made of letters or numbers, known as such by their legend: "(WH) - wild harvested plants",
// "(1) organic".
// Promises: a word or number counts as a mark only where a legend explains it and it stands behind a name elsewhere;
// linear. Must not know: ingredients.
#pragma once

#include "label/knowledge.h"
#include "label/reading.h"

namespace incilint::label {

/// Notes the tokens of such marks as silent and adds a footnote phrase at each legend.
void find_letter_marks(Reading& reading);

/// "Citric Acid *Denotes organic": the mark at token `at` is set off from the name before it, in the cell that began at
/// `first`, and joined to what is no name. `marks_follow`: marks stand behind the names of this list.
[[nodiscard]] bool legend_begins(const Reading& reading, Knowledge& knowledge, std::uint32_t first, std::uint32_t at,
                                 bool marks_follow);

/// Where a text of the product begins that is glued to a known name in front of the phrase, which begins at `first`:
/// "Linalool Directions: …", "Linalool Paraben free", "Linalool - 99% of the total …" (from the amount on, for what is
/// said then is a share of the list). `in_list`: a separator of lists stands before the name. `none` where it is none.
[[nodiscard]] std::uint32_t text_behind_name(const Reading& reading, Knowledge& knowledge, std::uint32_t first,
                                             bool in_list, const PhraseHit& hit);

}  // namespace incilint::label
