#include "catalog/index.h"

#include <array>
#include <bit>

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

std::size_t line_ends_portable(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    for (; at < text.size(); ++at) {
        const bool lone_return = text[at] == '\r' && (at + 1 >= text.size() || text[at + 1] != '\n');
        count += text[at] == '\n' || lone_return ? 1 : 0;
    }
    return count;
}

/// The first byte from `at` on that is not ASCII.
std::size_t after_ascii(std::string_view text, std::size_t at) {
#if defined(__x86_64__)
    for (; at + 64 <= text.size(); at += 64) {
        const auto* const here = reinterpret_cast<const __m128i*>(text.data() + at);
        const __m128i low = _mm_or_si128(_mm_loadu_si128(here), _mm_loadu_si128(here + 1));
        const __m128i high = _mm_or_si128(_mm_loadu_si128(here + 2), _mm_loadu_si128(here + 3));
        if (_mm_movemask_epi8(_mm_or_si128(low, high)) != 0) break;
    }
#endif
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at;
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

// Bytes of a register count up to this.
constexpr int most_in_a_byte = 255;

__attribute__((target("avx2"))) std::size_t line_ends_avx2(std::string_view text) {
    const __m256i feed = _mm256_set1_epi8('\n');
    const __m256i carriage = _mm256_set1_epi8('\r');
    __m256i sums = _mm256_setzero_si256();
    std::size_t at = 0;
    while (at + 33 <= text.size()) {
        __m256i sum = _mm256_setzero_si256();
        for (int i = 0; i < most_in_a_byte && at + 33 <= text.size(); ++i, at += 32) {
            const __m256i here = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text.data() + at));
            const __m256i next = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text.data() + at + 1));
            const __m256i lone = _mm256_andnot_si256(_mm256_cmpeq_epi8(next, feed), _mm256_cmpeq_epi8(here, carriage));
            sum = _mm256_sub_epi8(sum, _mm256_or_si256(_mm256_cmpeq_epi8(here, feed), lone));
        }
        sums = _mm256_add_epi64(sums, _mm256_sad_epu8(sum, _mm256_setzero_si256()));
    }
    std::array<std::uint64_t, 4> parts{};
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(parts.data()), sums);
    return parts[0] + parts[1] + parts[2] + parts[3] + line_ends_portable(text, at);
}

std::size_t line_ends_sse2(std::string_view text) {
    const __m128i feed = _mm_set1_epi8('\n');
    const __m128i carriage = _mm_set1_epi8('\r');
    std::size_t count = 0;
    std::size_t at = 0;
    while (at + 17 <= text.size()) {
        __m128i sum = _mm_setzero_si128();
        for (int i = 0; i < most_in_a_byte && at + 17 <= text.size(); ++i, at += 16) {
            const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
            const __m128i next = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at + 1));
            const __m128i lone = _mm_andnot_si128(_mm_cmpeq_epi8(next, feed), _mm_cmpeq_epi8(here, carriage));
            sum = _mm_sub_epi8(sum, _mm_or_si128(_mm_cmpeq_epi8(here, feed), lone));
        }
        const __m128i halves = _mm_sad_epu8(sum, _mm_setzero_si128());
        count += static_cast<std::size_t>(_mm_extract_epi16(halves, 0) + _mm_extract_epi16(halves, 4));
    }
    return count + line_ends_portable(text, at);
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

std::size_t count_line_ends(std::string_view text, [[maybe_unused]] Isa isa) {
#if defined(__x86_64__)
    if (isa == Isa::avx2) return line_ends_avx2(text);
    if (isa == Isa::sse2) return line_ends_sse2(text);
#endif
    return line_ends_portable(text, 0);
}

std::optional<std::size_t> find_ill_formed(std::string_view text) {
    for (std::size_t at = 0; (at = after_ascii(text, at)) < text.size();) {
        const base::CodePoint point = base::decode(text, at);
        if (!point.valid) return at;
        at += point.length;
    }
    return std::nullopt;
}

}  // namespace incilint::catalog
