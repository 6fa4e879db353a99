#include "catalog/index.h"

#include <bit>
#include <cstring>

#include "base/text.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace incilint::catalog {
namespace {

bool is_mark(char byte, Marks marks) {
    return byte == marks.a || byte == marks.b || byte == marks.c;
}

std::size_t next_portable(std::string_view text, std::size_t at, Marks marks) {
    while (at < text.size() && !is_mark(text[at], marks)) ++at;
    return at;
}

std::size_t count_portable(std::string_view text, std::size_t at, char mark) {
    std::size_t count = 0;
    for (; at < text.size(); ++at) count += text[at] == mark ? 1 : 0;
    return count;
}

#if defined(__x86_64__)

std::size_t next_sse2(std::string_view text, std::size_t at, Marks marks) {
    const __m128i a = _mm_set1_epi8(marks.a);
    const __m128i b = _mm_set1_epi8(marks.b);
    const __m128i c = _mm_set1_epi8(marks.c);
    for (; at + 16 <= text.size(); at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
        const __m128i hit =
            _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, a), _mm_cmpeq_epi8(bytes, b)), _mm_cmpeq_epi8(bytes, c));
        const auto mask = static_cast<unsigned>(_mm_movemask_epi8(hit));
        if (mask != 0) return at + static_cast<std::size_t>(std::countr_zero(mask));
    }
    return next_portable(text, at, marks);
}

std::size_t count_sse2(std::string_view text, char mark) {
    const __m128i wanted = _mm_set1_epi8(mark);
    std::size_t count = 0;
    std::size_t at = 0;
    for (; at + 16 <= text.size(); at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
        const auto mask = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, wanted)));
        count += static_cast<std::size_t>(std::popcount(mask));
    }
    return count + count_portable(text, at, mark);
}

__attribute__((target("avx2"))) std::size_t next_avx2(std::string_view text, std::size_t at, Marks marks) {
    const __m256i a = _mm256_set1_epi8(marks.a);
    const __m256i b = _mm256_set1_epi8(marks.b);
    const __m256i c = _mm256_set1_epi8(marks.c);
    for (; at + 32 <= text.size(); at += 32) {
        const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text.data() + at));
        const __m256i hit = _mm256_or_si256(_mm256_or_si256(_mm256_cmpeq_epi8(bytes, a), _mm256_cmpeq_epi8(bytes, b)),
                                            _mm256_cmpeq_epi8(bytes, c));
        const auto mask = static_cast<unsigned>(_mm256_movemask_epi8(hit));
        if (mask != 0) return at + static_cast<std::size_t>(std::countr_zero(mask));
    }
    return next_sse2(text, at, marks);
}

#endif

std::size_t count_byte(std::string_view text, char mark, [[maybe_unused]] Isa isa) {
#if defined(__x86_64__)
    if (isa != Isa::portable) return count_sse2(text, mark);
#endif
    return count_portable(text, 0, mark);
}

}  // namespace

Isa best_isa() {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") ? Isa::avx2 : Isa::sse2;
#else
    return Isa::portable;
#endif
}

std::size_t next_mark(std::string_view text, std::size_t at, Marks marks, [[maybe_unused]] Isa isa) {
#if defined(__x86_64__)
    if (isa == Isa::avx2) return next_avx2(text, at, marks);
    if (isa == Isa::sse2) return next_sse2(text, at, marks);
#endif
    return next_portable(text, at, marks);
}

std::size_t count_line_ends(std::string_view text, Isa isa) {
    const std::size_t feeds = count_byte(text, '\n', isa);
    std::size_t lone_returns = 0;
    for (std::size_t at = text.find('\r'); at != text.npos; at = text.find('\r', at + 1))
        if (at + 1 >= text.size() || text[at + 1] != '\n') ++lone_returns;
    return feeds + lone_returns;
}

std::optional<std::size_t> find_ill_formed(std::string_view text) {
    constexpr std::uint64_t high = 0x8080808080808080U;
    for (std::size_t at = 0; at < text.size();) {
        std::uint64_t word = 0;
        while (at + sizeof word <= text.size()) {
            std::memcpy(&word, text.data() + at, sizeof word);
            if ((word & high) != 0) break;
            at += sizeof word;
        }
        if (at >= text.size()) break;
        const base::CodePoint point = base::decode(text, at);
        if (!point.valid) return at;
        at += point.length;
    }
    return std::nullopt;
}

}  // namespace incilint::catalog
