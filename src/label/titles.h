// label/titles.h: names of a kit's products that run into its lists: "Fragrance CONDITIONER Water, …".
// Promises: a cell is cut in up to three, the name before the title, the title, the name that begins its list; only
// where at least two signs speak for a title. Linear. Must not know: scores of list and text, sections.
#pragma once

#include "label/knowledge.h"
#include "label/reading.h"

namespace incilint::label {

/// Sets titles apart as cells of their own, marked `title`.
void find_titles(Reading& reading, Knowledge& knowledge);

}  // namespace incilint::label
