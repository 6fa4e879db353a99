// label/seams.h: places where text runs into the list, or the list into text, with no sign between.
// Promises: cuts only where a known name stands next to words of sentences and the list goes on beyond it; linear.
// Must not know: sections, scores.
#pragma once

#include "label/knowledge.h"
#include "label/reading.h"

namespace incilint::label {

/// Splits cells such as "relieves tired eyes Water (Aqua)" before the name; what is said of one name behind it, as in
/// "Glycerin Humectant That Draws Moisture", becomes an aside.
void cut_seams(Reading& reading, Knowledge& knowledge, const Vocabulary& vocabulary);

/// True where some list could make a seam of a cell without phrases: behind words of sentences in it stands a known
/// name, or behind a known name stand words of sentences.
[[nodiscard]] bool may_have_seam(const Reading& reading, const Cell& cell, Knowledge& knowledge,
                                 const Vocabulary& vocabulary);

/// The first token of what a cell of a list says of the known name that begins it; `none` where it says nothing.
[[nodiscard]] std::uint32_t gloss_of(const Reading& reading, const Cell& cell, bool ends_list, Knowledge& knowledge,
                                     const Vocabulary& vocabulary);

}  // namespace incilint::label
