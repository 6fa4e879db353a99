// label/quantity.h: amounts that state no share of the whole: "2 g", "500 IU", "1x10^9 CFU/g", "q.s.".
// Promises: marks their tokens as no part of a name; one pass; looks at most at a few tokens around a unit.
// Must not know: ingredients, sections, percents (label/amount.h).
#pragma once

#include <string_view>

#include "label/scan.h"
#include "label/vocabulary.h"

namespace incilint::label {

/// Marks the tokens of each quantity behind a name as `silent`.
void find_quantities(std::string_view text, Tokens& tokens, const Vocabulary& vocabulary);

}  // namespace incilint::label
