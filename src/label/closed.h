// label/closed.h: whether a slice of a list, read alone, asks for nothing that stands around it.
// Promises: one pass over its tokens.
// Must not know: the dictionary, other slices.
#pragma once

#include "label/reading.h"

namespace incilint::label {

/// Nothing in the slice asks what stands before or behind it, but that two words of sentences in it may make a seam
/// between text and list: the caller looks whether they do (label/seams.h).
[[nodiscard]] bool closed(const Reading& reading);
/// A word for data about the product ends a closed slice: only where the whole slice is a known name is it no text.
[[nodiscard]] bool ends_in_data(const Reading& reading);

}  // namespace incilint::label
