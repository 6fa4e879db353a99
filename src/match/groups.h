// match/groups.h: which findings are siblings, and which of them share a cap.
// Promises: fixed by the rules alone, never by a label, so that one more finding can never lower a sum.
// Must not know: labels, findings, points.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/rule.h"

namespace incilint::match {

/// Siblings of one `group` count once in full. A group whose rules are all of one category shares that category's cap;
/// one that reaches over categories has a cap under its own name.
struct Groups {
    std::vector<std::uint32_t> group_of;   ///< by rule
    std::vector<std::uint32_t> bucket_of;  ///< by group: index into `buckets`
    std::vector<std::string> buckets;      ///< names under which VerdictModel::cap is asked
};

[[nodiscard]] Groups group_rules(const std::vector<rules::Rule>& rules);

}  // namespace incilint::match
