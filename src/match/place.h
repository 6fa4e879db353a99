// match/place.h: where an entry stands in its list, and what the place says of its amount.
// Promises: a rank only where order means something: a descending list, sections main and inactive.
// Must not know: rules beyond the verdict constants, ingredients.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "label/label.h"
#include "match/screening.h"
#include "rules/rule.h"

namespace incilint::match {

struct Place {
    std::optional<std::uint32_t>
        rank;                 ///< 1-based among the entries of its section; parts of a blend share the blend's
    std::uint32_t count = 0;  ///< entries of its section, parts of blends not counted
    Level level = Level::unknown;
};

/// By entry. A stated percent decides the level, else the rank: until bounds are computed, levels are places.
[[nodiscard]] base::LongVector<Place> places_of(const label::Product& product, const rules::VerdictModel& model);

/// A factor or share in millionths, so that sums are the same on every machine.
[[nodiscard]] std::int64_t millionths(double value);

}  // namespace incilint::match
