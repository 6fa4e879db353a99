// scan/slice_bytes.h: hash and comparison of slices, which are short: most have 8 to 32 bytes.
// Promises: a hash is the same on every run; reads no byte outside of the slice.
// Must not know: what slices are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace incilint::scan {

template <class Word>
[[nodiscard]] inline Word load(const char* at) {
    Word word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// Four words that cover 8 … 32 bytes. They overlap, and their places are sums, so that no length branches: which
/// length comes next cannot be guessed.
struct WordPlaces {
    static constexpr std::size_t most_covered = 32;
    [[gnu::always_inline]] explicit WordPlaces(std::size_t size) {
        const auto beyond = static_cast<std::int64_t>(size) - 16;
        const std::int64_t lacking = beyond & (beyond >> 63);  // 0 from 16 bytes on
        second = static_cast<std::size_t>(8 + lacking);
        third = static_cast<std::size_t>(beyond - lacking);
        last = size - 8;
    }
    std::size_t second, third, last;
};

/// As memcmp() == 0, without a call.
[[nodiscard, gnu::always_inline]] inline bool same_bytes(const char* a, const char* b, std::size_t size) {
    using Word = std::uint64_t;
    if (size >= 8) {
        const WordPlaces at(size);
        Word differ = (load<Word>(a) ^ load<Word>(b)) | (load<Word>(a + at.second) ^ load<Word>(b + at.second)) |
                      (load<Word>(a + at.third) ^ load<Word>(b + at.third)) |
                      (load<Word>(a + at.last) ^ load<Word>(b + at.last));
        if (size <= WordPlaces::most_covered) return differ == 0;
        return differ == 0 && std::memcmp(a + 16, b + 16, size - WordPlaces::most_covered) == 0;
    }
    if (size >= 4)
        return load<std::uint32_t>(a) == load<std::uint32_t>(b) &&
               load<std::uint32_t>(a + size - 4) == load<std::uint32_t>(b + size - 4);
    for (std::size_t i = 0; i < size; ++i)
        if (a[i] != b[i]) return false;
    return true;
}

[[nodiscard, gnu::always_inline]] inline std::uint64_t slice_hash(std::string_view slice) {
    constexpr std::uint64_t k1 = 0x9e3779b97f4a7c15;
    constexpr std::uint64_t k2 = 0xc2b2ae3d27d4eb4f;
    const auto mix = [](std::uint64_t a, std::uint64_t b) {
        __extension__ using Wide = unsigned __int128;
        const Wide product = Wide{a} * b;
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    };
    const char* const at = slice.data();
    const std::size_t size = slice.size();
    using Word = std::uint64_t;
    std::uint64_t hash = size * k1;
    if (size >= 8) {
        const WordPlaces word(size);
        for (std::size_t more = 16; more + 16 < size; more += 8) hash = mix(hash ^ load<Word>(at + more), k2);
        return mix(hash ^ load<Word>(at), k1 ^ load<Word>(at + word.second)) ^
               mix(k2 ^ load<Word>(at + word.third), k1 ^ load<Word>(at + word.last));
    }
    if (size >= 4) return mix(hash ^ (Word{load<std::uint32_t>(at)} << 32 | load<std::uint32_t>(at + size - 4)), k1);
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < size; ++i) word = word << 8 | static_cast<std::uint8_t>(at[i]);
    return mix(hash ^ word, k1);
}

}  // namespace incilint::scan
