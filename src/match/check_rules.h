// match/check_rules.h: what can be wrong with a rule beside its ingredient terms.
// Promises: every fault, with its place and a near match.
// Must not know: the dictionary, expressions.
#pragma once

#include "base/result.h"
#include "rules/rule.h"

namespace incilint::match {

/// Categories that do not exist or do not fit the effect, and detectors that the reader does not have.
void check_rule(const rules::Rule& rule, base::Diagnostics& faults);

/// Bands that a gate names and that are not there; categories that constants speak of and no rule could report.
void check_verdict(const rules::VerdictModel& model, const std::vector<rules::Rule>& rules, base::Diagnostics& faults);

}  // namespace incilint::match
