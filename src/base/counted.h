// base/counted.h: a number with its word.
// Promises: one is singular, all else plural. Must not know: what is counted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace incilint::base {

/// "1 row", "2 rows".
[[nodiscard]] inline std::string counted(std::size_t number, std::string_view one, std::string_view many) {
    return std::to_string(number).append(" ").append(number == 1 ? one : many);
}

}  // namespace incilint::base
