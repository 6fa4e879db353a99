// match/confidence.h: how much of a label the verdict rests on.
// Promises: an entry that nothing recognises never raises it; integers (millionths).
// Must not know: burden, support, words of the verdict.
#pragma once

#include <vector>

#include "match/judge.h"
#include "match/screening.h"

namespace incilint::match {

/// Share of entries (may-contain apart, unless there is nothing else) that were recognised, in millionths.
[[nodiscard]] std::int64_t recognised_share(const Case& screened);

/// Recognised share × evidence behind the concerns × factors for order, length and product type, against the thresholds
/// `high` and `medium` of VerdictModel::confidence (keys: order-unknown, few-entries, few-entries-factor,
/// type-unknown).
[[nodiscard]] Confidence confidence_of(const Case& screened, const std::vector<Finding>& findings);

}  // namespace incilint::match
