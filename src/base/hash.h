// base/hash.h: hashes for tables and digests for people.
// Promises: the same bytes give the same value on every machine and in every run.
// Must not know: what is hashed. hash64 is not for trust; sha256 is.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace incilint::base {

/// A 64-bit hash of the bytes; `seed` makes independent functions.
[[nodiscard]] std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

/// SHA-256 (FIPS 180-4) of the bytes.
[[nodiscard]] std::array<std::uint8_t, 32> sha256(std::string_view bytes);
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace incilint::base
