// policy/limits.h: gates on numbers of a run or of one product, beside the severities of gate.h.
// Promises: limits are inclusive; each limit that is broken says by whom and how far.
// Must not know: exit codes, files.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "match/limits.h"

namespace incilint::policy {

struct Limits {
    std::optional<std::size_t> max_warnings;
    match::Limits product;
};

/// A gate that fails a run: its key in the configuration, and why.
struct Reason {
    std::string gate;
    std::string words;
};
/// Key of a limit in the configuration.
[[nodiscard]] std::string key(match::Limit limit);
/// What one product that breaks a limit is told: "a burden that may be above 20: 53".
[[nodiscard]] std::string words(const Limits& limits, match::Limit limit, const match::Numbers& numbers);
/// A reason for each broken limit.
[[nodiscard]] std::vector<Reason> reasons(const Limits& limits, std::size_t warnings,
                                          const match::BrokenLimits& broken);

}  // namespace incilint::policy
