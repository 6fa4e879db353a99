// rules/rule_reader.h: drafts → rules, house ingredients and verdict constants.
// Promises: every fault is reported; with Complete::no a draft that overrides another may lack keys.
// Must not know: other files, sets that are referred to (rules/check.h).
#pragma once

#include "rules/draft.h"
#include "rules/rule.h"

namespace incilint::rules {

enum class Complete : std::uint8_t { no, yes };

[[nodiscard]] Rule read_rule(const MapDraft& draft, Complete complete, base::Diagnostics& faults);
[[nodiscard]] HouseIngredient read_house(const MapDraft& draft, base::Diagnostics& faults);
[[nodiscard]] VerdictModel read_verdict(const MapDraft& draft, base::Diagnostics& faults);

}  // namespace incilint::rules
