// report/pairs.h: pairs the items of an older and a newer list by name and tells which of them changed their order.
// Promises: n log n; equal names are told apart by their number; the fewest items that can explain the order moved.
// Must not know: what the items are.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace incilint::report {

struct Pairing {
    std::vector<std::optional<std::size_t>> before_of;  ///< by newer item: the older one
    std::vector<bool> moved;                            ///< by newer item: it left its place among those that stay
    std::vector<std::size_t> gone;                      ///< older items without a newer one, ascending
};

/// The names must be unique on each side: see numbered.
[[nodiscard]] Pairing pair_up(const std::vector<std::string>& before, const std::vector<std::string>& after);

/// Makes names unique: the second of a kind gets its number, and so on.
[[nodiscard]] std::vector<std::string> numbered(std::vector<std::string> names);

}  // namespace incilint::report
