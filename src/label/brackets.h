// label/brackets.h: which brackets belong together, and which of them say nothing of the name.
// Promises: one pass with a stack, no recursion; an open bracket without its closing sign changes nothing else.
// Must not know: sections, which words are names beyond what the dictionary says of a bracket.
#pragma once

#include "label/reading.h"
#include "lexicon/dictionary.h"

namespace incilint::label {

/// Fills brackets, partner and stray; marks as `silent` the brackets that hold no part of a name: percents, "nano",
/// footnote digits, remarks ("preservative"), badges ("organic"), nothing at all.
void find_brackets(Reading& reading, const lexicon::Dictionary& dictionary, const Vocabulary& vocabulary);

/// True where the bracket says "nano".
[[nodiscard]] bool says_nano(const Reading& reading, const Bracket& bracket, const Vocabulary& vocabulary);

}  // namespace incilint::label
