// match/limits.h: bounds that a caller sets on the numbers of one product.
// Promises: limits are inclusive (a product at the limit passes); a product without a verdict breaks none on burden or
// support. Must not know: who sets them, what comes of a broken one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "match/screening.h"

namespace incilint::match {

enum class Limit : std::uint8_t { unknown, support, burden };
inline constexpr std::array every_limit = {Limit::unknown, Limit::support, Limit::burden};

struct Limits {
    std::optional<double> max_unknown;  ///< percent of the names of a product
    std::optional<std::size_t> min_support;
    std::optional<std::size_t> max_burden;
    [[nodiscard]] bool any() const { return max_unknown || min_support || max_burden; }
};

/// What limits look at.
struct Numbers {
    std::size_t entries = 0;
    std::size_t recognised = 0;
    bool given = false;  ///< there is a verdict
    int support = 0;
    int burden_high = 0;
};
[[nodiscard]] Numbers numbers_of(const Screening& screening);

[[nodiscard]] bool breaks(const Limits& limits, Limit limit, const Numbers& numbers);
/// The number that a limit looked at: "3 of 7", "60".
[[nodiscard]] std::string looked_at(Limit limit, const Numbers& numbers);

/// Products that break one limit.
struct Broken {
    std::size_t products = 0;
    std::string first;  ///< the first one and its number: "a.txt: 3 of 7"
    void add(const Broken& later) {
        if (products == 0) first = later.first;
        products += later.products;
    }
};
/// One for each limit, in the order of `every_limit`.
using BrokenLimits = std::array<Broken, every_limit.size()>;

/// Counts a product; `name()` is how it is called, asked for the first one alone.
template <class Name>
void count_broken(BrokenLimits& broken, const Limits& limits, const Numbers& numbers, const Name& name) {
    for (const Limit limit : every_limit) {
        if (!breaks(limits, limit, numbers)) continue;
        Broken& of = broken[static_cast<std::size_t>(limit)];
        if (of.products++ == 0) of.first = name() + ": " + looked_at(limit, numbers);
    }
}

}  // namespace incilint::match
