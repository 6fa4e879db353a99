// policy/limits.h: gates on numbers of a run or of one product, beside the severities of gate.h.
// Promises: limits are inclusive (a product at the limit passes); each limit that is broken says by whom and how far; a
// product without a verdict breaks no limit on burden or support.
// Must not know: exit codes, files.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "match/screening.h"

namespace incilint::policy {

struct Limits {
    std::optional<std::size_t> max_warnings;
    std::optional<double> max_unknown;  ///< percent of the names of a product
    std::optional<std::size_t> min_support;
    std::optional<std::size_t> max_burden;
};

class LimitCheck {
  public:
    explicit LimitCheck(Limits limits) : limits_(limits) {}
    /// `name` is how the product is called in a reason, ready to print.
    void see(const match::Screening& screening, const std::string& name);
    /// A reason for each broken limit.
    [[nodiscard]] std::vector<std::string> reasons(std::size_t warnings) const;

  private:
    struct Broken {
        std::size_t products = 0;
        std::string first;
    };
    static void note(Broken& broken, std::string words);
    Limits limits_;
    Broken unknown_;
    Broken support_;
    Broken burden_;
};

}  // namespace incilint::policy
