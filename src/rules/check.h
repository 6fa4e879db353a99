// rules/check.h: what can be told only once a set is whole: references to sets, circles of sets, bands of gates.
// Promises: linear in the size of the expressions; no recursion over sets.
// Must not know: YAML, the dictionary.
#pragma once

#include "base/result.h"
#include "rules/rule.h"

namespace incilint::rules {

/// Each `{set: id}` must name a set, no set may hold itself, and no set may grow beyond 100,000 terms when written out.
void check_sets(const RuleSet& set, base::Diagnostics& faults);

/// Bands that gates ask for must be there. Without bands nothing is said: a later set may bring them.
void check_gates(const RuleSet& set, base::Diagnostics& faults);

}  // namespace incilint::rules
