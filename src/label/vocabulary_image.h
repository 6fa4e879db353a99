// label/vocabulary_image.h: the layout that Vocabulary reads and build_vocabulary_image writes.
// Promises: little-endian, fixed-size records: header, bits of first words and of beginnings of two, table of first
// words, phrases sorted by first token, token hashes. The table is made when the image is, for to make it takes longer
// than to screen a label. Must not know: what phrases mean.
#pragma once

#include <cstddef>
#include <cstdint>

namespace incilint::label::vocabulary_image {

inline constexpr std::uint32_t magic = 0x34564c49;  // "ILV4"
inline constexpr std::size_t header_size = 16;      // magic, phrases, tokens, slots
inline constexpr std::size_t begins_bits = std::size_t{1} << 16;
inline constexpr std::size_t begins_size = begins_bits / 8;  // a bit for each first word
inline constexpr std::size_t pairs_size = begins_size;       // a bit for each beginning of two words
inline constexpr std::size_t slots_at = header_size + begins_size + pairs_size;
inline constexpr std::size_t slot_size = 32;   // u64 hash, u32 first, u32 last, u64 kinds, u64 singles
inline constexpr std::size_t phrase_size = 8;  // u32 first token, u16 size, u8 kind, u8 zero
inline constexpr std::size_t token_size = 8;   // u64 hash

/// The lowest bits of a token's hash tell words from numbers: they are left out.
[[nodiscard]] constexpr std::size_t begins_bit(std::uint64_t hash) {
    return hash >> 2 & (begins_bits - 1);
}
/// The same of two tokens that follow each other.
[[nodiscard]] constexpr std::size_t pair_bit(std::uint64_t first, std::uint64_t second) {
    constexpr std::uint64_t factor = 0x9e3779b97f4a7c15;  // odd, bits evenly spread
    return (first + (second >> 2) * factor) >> 32 & (begins_bits - 1);
}
/// Where the search for a first word begins, in a table of a power of two slots.
[[nodiscard]] constexpr std::uint64_t slot_of(std::uint64_t hash) {
    return hash >> 24;
}

}  // namespace incilint::label::vocabulary_image
