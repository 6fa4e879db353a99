// label/seams.h: places where text runs into the list, or the list into text, with no sign between.
// Promises: cuts only where a known name stands next to words of sentences and the list goes on beyond it; linear.
// Must not know: sections, scores.
#pragma once

#include "label/knowledge.h"
#include "label/reading.h"

namespace incilint::label {

/// Splits cells such as "relieves tired eyes Water (Aqua)" before the name.
void cut_seams(Reading& reading, const Knowledge& knowledge);

}  // namespace incilint::label
