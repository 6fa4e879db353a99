// rules/lint_shadow.h: which rule can never say anything that an earlier one does not say.
// Promises: only rules that are surely shadowed are named: same category and effect, no condition on the earlier one,
// and each alternative of the later one is an alternative of the earlier one.
// Must not know: the dictionary: that a name belongs to a class is not seen here.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "rules/rule.h"

namespace incilint::rules {

/// Pairs of indices into set.rules: the shadowed rule, the earlier one that shadows it.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> shadowed_rules(const RuleSet& set);

}  // namespace incilint::rules
