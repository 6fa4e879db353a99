// scan/defaults.h: what a scan takes where nobody asks for anything else.
// Promises: constants. Must not know: what is scanned.
#pragma once

#include <cstddef>

namespace incilint::scan {

/// Names that each memo of a worker keeps; the peak memory of a scan is measured with it (tests/bench/README.md).
inline constexpr std::size_t default_memo_names = 5 * 1024;

}  // namespace incilint::scan
