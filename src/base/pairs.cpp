#include "base/pairs.h"

#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace incilint::base {

void find_pairs(std::string_view text, char a, char b, std::vector<std::uint32_t>& at) {
    std::size_t i = 0;
#if defined(__SSE2__)
    std::size_t count = at.size();
    const __m128i first = _mm_set1_epi8(a);
    const __m128i second = _mm_set1_epi8(b);
    for (; i + 17 <= text.size(); i += 16) {
        const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i));
        const __m128i next = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i + 1));
        auto mask = static_cast<unsigned>(
            _mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(here, first), _mm_cmpeq_epi8(next, second))));
        if (mask == 0) continue;
        if (at.size() < count + 16) at.resize(2 * (count + 16));
        for (; mask != 0; mask &= mask - 1)
            at[count++] = static_cast<std::uint32_t>(i + static_cast<std::size_t>(std::countr_zero(mask)));
    }
    at.resize(count);
#endif
    for (; i + 1 < text.size(); ++i)
        if (text[i] == a && text[i + 1] == b) at.push_back(static_cast<std::uint32_t>(i));
}

}  // namespace incilint::base
