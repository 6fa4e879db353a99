// label/tails.h: whether a text breaks off within its last name.
// Promises: asks the dictionary for two ranges at most, and once for names that go on behind them.
// Must not know: the list around the name.
#pragma once

#include "label/knowledge.h"
#include "label/reading.h"

namespace incilint::label {

/// Tokens [first, last), the end of a text, are no name and begin one: "Sodium", or "Sodium Hydr", whose last word is
/// none.
[[nodiscard]] bool breaks_off(const Reading& reading, Knowledge& knowledge, std::uint32_t first, std::uint32_t last);

}  // namespace incilint::label
