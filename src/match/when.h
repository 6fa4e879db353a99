// match/when.h: conditions in three values: holds, fails, cannot tell.
// Promises: what is not known never makes a condition hold or fail.
// Must not know: which rule asks, findings.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "label/label.h"
#include "match/place.h"
#include "match/screening.h"
#include "rules/rule.h"

namespace incilint::match {

/// What a condition may look at. `place` and `percent` are null for the label as a whole.
struct Facts {
    const Context& context;
    const Place* place = nullptr;
    const label::Percent* percent = nullptr;
};

/// All given parts must hold; one that fails decides. What could not be told is added to `missing` (plain words).
[[nodiscard]] Truth judge_when(const rules::When& when, const Facts& facts, std::vector<std::string_view>* missing);

}  // namespace incilint::match
