// label/cells.h: the label cut into cells at every sign that may separate.
// Promises: cells stand in order, do not overlap, and hold at least one word or number each; linear but for the
// dictionary's answers about brackets.
// Must not know: which cells are the list, or how cells are joined to names.
#pragma once

#include "label/knowledge.h"
#include "label/reading.h"

namespace incilint::label {

void find_cells(Reading& reading, Knowledge& knowledge, const Vocabulary& vocabulary);

}  // namespace incilint::label
