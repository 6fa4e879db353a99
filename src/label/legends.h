// label/legends.h: marks made of letters or numbers, known as such by their legend: "(WH) - wild harvested plants",
// "(1) organic".
// Promises: a word or number counts as a mark only where a legend explains it and it stands behind a name elsewhere;
// linear. Must not know: ingredients.
#pragma once

#include "label/reading.h"

namespace incilint::label {

/// Notes the tokens of such marks as silent and adds a footnote phrase at each legend.
void find_letter_marks(Reading& reading);

}  // namespace incilint::label
