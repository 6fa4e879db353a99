// label/enumeration.h: numbers in front of the names of a list: "1. Aqua 2. Glycerin", "(1) Aqua (2) Glycerin".
// Promises: numbers count only where they run 1, 2, 3 … over three at least and one name stands between two; linear.
// Must not know: ingredients, cells.
#pragma once

#include <algorithm>

#include "label/reading.h"

namespace incilint::label {

/// Fills Reading::enumerators.
void find_enumeration(Reading& reading);

/// The token behind the number that stands at `at` in front of a name; `none` where none does.
[[nodiscard]] inline std::uint32_t behind_number(const Reading& reading, std::uint32_t at) {
    if (reading.enumerators.empty()) return none;
    const auto found = std::ranges::lower_bound(reading.enumerators, at, {}, &TokenRange::first);
    return found != reading.enumerators.end() && found->first == at ? found->last : none;
}

}  // namespace incilint::label
