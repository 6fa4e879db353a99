// match/factors.h: what a finding weighs: severity points, level, contact.
// Promises: integers (millionths); a missing constant is 1, so that leaving it out changes nothing.
// Must not know: sums, words, output.
#pragma once

#include <cstdint>

#include "match/place.h"
#include "match/screening.h"
#include "match/verdict.h"
#include "rules/rule.h"

namespace incilint::match {

/// The factors of one finding, in millionths.
struct Factors {
    std::int64_t weight = 0;
    std::int64_t level = 0;
    std::int64_t contact_low = 0;
    std::int64_t contact_high = 0;
};

[[nodiscard]] Factors factors_of(const rules::Rule& rule, Level level, rules::ProductType type,
                                 const rules::VerdictModel& model);

/// weight × level × contact × the scale of burden or support.
[[nodiscard]] Points full_points(const Factors& factors, double scale);

/// Most points a bucket may count: its own cap, else the default's, else no cap.
[[nodiscard]] std::vector<std::int64_t> caps_of(const Groups& groups, const rules::VerdictModel& model);

}  // namespace incilint::match
