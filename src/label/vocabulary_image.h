// label/vocabulary_image.h: the layout that Vocabulary reads and build_vocabulary_image writes.
// Promises: little-endian, fixed-size records: header, phrases sorted by first token, token hashes.
// Must not know: what phrases mean.
#pragma once

#include <cstddef>
#include <cstdint>

namespace incilint::label::vocabulary_image {

inline constexpr std::uint32_t magic = 0x32564c49;  // "ILV2"
inline constexpr std::size_t header_size = 12;      // magic, phrases, tokens
inline constexpr std::size_t phrase_size = 8;       // u32 first token, u16 size, u8 kind, u8 zero
inline constexpr std::size_t token_size = 8;        // u64 hash

}  // namespace incilint::label::vocabulary_image
