// label/standing.h: what the place of a cell among others says of it, beside its own words.
// Promises: a look at the neighbours alone.
// Must not know: scores, states of the search.
#pragma once

#include "label/reading.h"

namespace incilint::label {

/// "Night Cream" alone on its line, above a line that begins as lists do: with water.
[[nodiscard]] bool heads_next_line(const Reading& reading, std::size_t i);
/// A trade name set off by breaks on both sides behind a list of commas: what a word in it is called.
[[nodiscard]] bool lone_trade_name(const Reading& reading, std::size_t i);
/// The cell begins with "100 %" and goes on.
[[nodiscard]] bool states_whole(const Reading& reading, const Cell& cell);

}  // namespace incilint::label
