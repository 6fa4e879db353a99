// label/evidence.h: what one cell says for or against being a name in a list.
// Promises: bounded work a cell.
// Must not know: the cells around it.
#pragma once

#include "label/judge.h"

namespace incilint::label {

/// The evidence of a cell of which nothing was found before.
[[nodiscard]] Evidence weigh_anew(const Reading& reading, const Cell& cell, Knowledge& knowledge);

[[nodiscard]] inline Evidence weigh(const Reading& reading, const Cell& cell, Knowledge& knowledge) {
    const SliceFact* fact = cell.fact;
    return fact != nullptr && fact->has_evidence ? fact->evidence : weigh_anew(reading, cell, knowledge);
}

/// "only for you", "made in France": words of sentences, none of them known from a name.
[[nodiscard]] bool tells_only(const Cell& cell, const Evidence& found);

}  // namespace incilint::label
