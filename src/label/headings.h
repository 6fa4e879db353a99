// label/headings.h: which phrases are headings where they stand: "Ingredients:" is one, "all ingredients are" is not.
// Promises: headings do not overlap; neighbours in several languages are one; linear.
// Must not know: ingredients.
#pragma once

#include "label/reading.h"

namespace incilint::label {

/// Fills reading.headings from reading.phrases.
void find_headings(Reading& reading, const Vocabulary& vocabulary);

/// True for the kinds that begin a part of the declaration; the others (usage, warning, …) begin something else.
[[nodiscard]] bool begins_list(PhraseKind kind);

}  // namespace incilint::label
