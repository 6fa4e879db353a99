// catalog/fill.h: a stream of bytes or text, as whoever has it hands it on.
// Promises: pieces may be of any size; an error ends the stream.
// Must not know: where the bytes come from.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "base/result.h"

namespace incilint::catalog {

/// Appends about `bytes` more bytes to `out` (at least one; a little more where something is unpacked); false: the
/// stream has ended and nothing was appended.
using Fill = std::function<base::Expected<bool>(std::string& out, std::size_t bytes)>;

}  // namespace incilint::catalog
