// base/byte_mask.h: where a byte stands, 64 bytes at a time.
// Promises: the same answer on every machine; reads no byte past the text.
// Must not know: what the byte means.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace incilint::base {

/// Bytes that one mask tells of.
inline constexpr std::size_t mask_bytes = 64;

/// Bit i is set where byte `at` + i of the text is `mark`; bits of bytes behind the text are not. `at` ≤ text.size().
[[nodiscard]] inline std::uint64_t byte_mask(std::string_view text, std::size_t at, char mark) {
    std::uint64_t mask = 0;
#if defined(__SSE2__)
    alignas(16) char rest[mask_bytes];  // NOLINT(modernize-avoid-c-arrays,cppcoreguidelines-pro-type-member-init)
    const char* bytes = text.data() + at;
    std::uint64_t kept = ~std::uint64_t{0};
    if (const std::size_t left = text.size() - at; left < mask_bytes) {
        std::copy(bytes, bytes + left, rest);
        bytes = rest;
        kept = (std::uint64_t{1} << left) - 1;
    }
    const __m128i wanted = _mm_set1_epi8(mark);
    for (unsigned part = 0; part < 4; ++part) {
        const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes) + part);
        const auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(here, wanted)));
        mask |= std::uint64_t{found} << (16 * part);
    }
    mask &= kept;
#else
    for (std::size_t i = 0; i < mask_bytes && at + i < text.size(); ++i)
        mask |= std::uint64_t{text[at + i] == mark} << i;
#endif
    return mask;
}

}  // namespace incilint::base
