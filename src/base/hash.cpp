#include "base/hash.h"

#include "base/bytes.h"

namespace incilint::base {
namespace {

/// Odd constants with balanced bits: the fractional parts of the square roots of 2, 3 and 5.
constexpr std::uint64_t k1 = 0x6a09e667f3bcc909;
constexpr std::uint64_t k2 = 0xbb67ae8584caa73b;
constexpr std::uint64_t k3 = 0x3c6ef372fe94f82b;

__extension__ using Wide = unsigned __int128;

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    const Wide product = Wide{a} * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint8_t>(bytes[at]);
}

}  // namespace

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed) {
    const std::size_t size = bytes.size();
    std::uint64_t state = mix(seed ^ k1, size ^ k2) ^ seed;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    if (size > 16) {
        std::size_t at = 0;
        for (; size - at > 16; at += 16) state = mix(load_u64(bytes, at) ^ k1, load_u64(bytes, at + 8) ^ state);
        first = load_u64(bytes, size - 16);
        last = load_u64(bytes, size - 8);
    } else if (size >= 8) {
        first = load_u64(bytes, 0);
        last = load_u64(bytes, size - 8);
    } else if (size >= 4) {
        first = load_u32(bytes, 0);
        last = load_u32(bytes, size - 4);
    } else if (size > 0) {
        first = byte_at(bytes, 0) | byte_at(bytes, size / 2) << 8;
        last = byte_at(bytes, size - 1);
    }
    return mix(mix(first ^ k2, last ^ state) ^ k3, size ^ k1);
}

}  // namespace incilint::base
