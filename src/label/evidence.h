// label/evidence.h: what one cell says for or against being a name in a list.
// Promises: bounded work a cell.
// Must not know: the cells around it.
#pragma once

#include "label/judge.h"

namespace incilint::label {

[[nodiscard]] Evidence weigh(const Reading& reading, const Cell& cell, Knowledge& knowledge);

}  // namespace incilint::label
