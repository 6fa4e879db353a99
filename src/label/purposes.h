// label/purposes.h: words behind a name that say what it is for: "Phenoxyethanol as preservative".
// Promises: such words become silent tokens of the entry, as remarks in brackets are; linear.
// Must not know: ingredients, cells.
#pragma once

#include "label/reading.h"

namespace incilint::label {

/// Behind find_brackets: phrases and amounts are found, all tokens seen.
void find_purposes(Reading& reading, const Vocabulary& vocabulary);

}  // namespace incilint::label
