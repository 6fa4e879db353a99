// label/word_hash.h: the hash of a word while its bytes are looked at, eight at a time.
// Promises: capitals of ASCII count as small letters; the same bytes give the same hash however they were taken.
// Must not know: tokens, what a word means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace incilint::label {

/// Eight bytes of text, the first one lowest, and what each of them is: 0x80 in its place.
struct Eight {
    static constexpr std::uint64_t each = 0x0101010101010101;
    static constexpr std::uint64_t high = 0x80 * each;

    std::uint64_t bytes = 0;
    [[nodiscard]] constexpr std::uint64_t beyond_ascii() const { return bytes & high; }
    /// Letters of ASCII of either case.
    [[nodiscard]] constexpr std::uint64_t letters() const {
        const std::uint64_t seven = (bytes | 0x20 * each) & ~high;
        return (seven + (0x80 - 'a') * each) & ~(seven + (0x7f - 'z') * each) & ~bytes & high;
    }
    /// Those of `letters`, some of its letters, that are small ones.
    [[nodiscard]] constexpr std::uint64_t small(std::uint64_t letters) const { return letters & bytes << 2; }
};

class WordHash {
  public:
    /// The next eight bytes, or the last of them with noughts behind.
    constexpr void take(Eight eight) {
        const std::uint64_t letters = eight.letters();
        take(eight.bytes, letters & ~eight.small(letters));
    }
    /// The same where the capitals among them are known.
    constexpr void take(std::uint64_t bytes, std::uint64_t capitals) {
        hash_ = (hash_ ^ (bytes | capitals >> 2)) * factor;
        hash_ ^= hash_ >> 32;
    }
    /// The hash of the word of so many bytes. Never 0 or that of a number.
    [[nodiscard]] constexpr std::uint64_t of(std::size_t size) const { return (hash_ ^ size) * factor | never_number; }

  private:
    static constexpr std::uint64_t factor = 0x9e3779b97f4a7c15;  // odd, bits evenly spread
    static constexpr std::uint64_t never_number = 2;
    std::uint64_t hash_ = factor;
};

/// A hash that is quicker to make than word_hash: words that differ in nothing but capitals have the same, and so have
/// a few others. 0 for what is not ASCII.
[[nodiscard]] std::uint64_t rough_hash(std::string_view word);

}  // namespace incilint::label
