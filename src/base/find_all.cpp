#include "base/find_all.h"

#include <bit>
#include <cstddef>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace incilint::base {

void find_all(std::string_view text, char mark, std::vector<std::uint32_t>& at) {
    std::size_t i = 0;
#if defined(__SSE2__)
    // 64 bytes make one mask: its bits are taken in one loop, which is guessed wrong once instead of four times.
    constexpr std::size_t step = 64;
    std::size_t count = 0;
    const __m128i wanted = _mm_set1_epi8(mark);
    for (; i + step <= text.size(); i += step) {
        std::uint64_t mask = 0;
        for (unsigned part = 0; part < 4; ++part) {
            const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i) + part);
            const auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(here, wanted)));
            mask |= std::uint64_t{found} << (16 * part);
        }
        if (mask == 0) continue;
        if (at.size() < count + step) at.resize(2 * (count + step));
        for (; mask != 0; mask &= mask - 1)
            at[count++] = static_cast<std::uint32_t>(i + static_cast<std::size_t>(std::countr_zero(mask)));
    }
    at.resize(count);
#else
    at.clear();
#endif
    for (; i < text.size(); ++i)
        if (text[i] == mark) at.push_back(static_cast<std::uint32_t>(i));
}

}  // namespace incilint::base
