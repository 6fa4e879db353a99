// base/pairs.h: finds two bytes that stand side by side, many at a time.
// Promises: the same answer on every machine; reads no byte past the text.
// Must not know: what the bytes mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace incilint::base {

/// Appends each place where `a` is followed by `b`, in order; `a` and `b` differ. Texts of less than 4 GiB.
void find_pairs(std::string_view text, char a, char b, std::vector<std::uint32_t>& at);

}  // namespace incilint::base
