// match/verdict.h: burden, support, confidence and the words for them, from findings.
// Promises: integers inside, the same bytes on every machine; one more concern or a higher level never lowers burden;
// support never touches burden; every constant is the rule set's.
// Must not know: names beyond quoting them, output.
#pragma once

#include <span>

#include "match/judge.h"
#include "match/screening.h"

namespace incilint::match {

/// Points of a finding in millionths, for the low and the high end of what is known of the product.
struct Points {
    std::int64_t low = 0;
    std::int64_t high = 0;
};

/// A finding as the sums see it.
struct Scored {
    std::uint32_t group = 0;  ///< number in Groups
    Points points;            ///< in full, scaled
    Points counted;           ///< after sibling factor and cap: filled by add_up, as is the next
    bool is_sibling = false;  ///< counts at the sibling factor (at the high end)
};

/// Fills `counted` and returns the sums, each at most 100 points. Of a group the largest counts in full, the others at
/// `sibling` (millionths); a bucket of groups counts at most `caps[bucket]` (millionths).
[[nodiscard]] Points add_up(std::vector<Scored>& scored, const Groups& groups, std::int64_t sibling,
                            std::span<const std::int64_t> caps);

/// The verdict on a product whose findings are known.
[[nodiscard]] Verdict verdict_of(const Case& screened, const std::vector<Finding>& findings);

}  // namespace incilint::match
