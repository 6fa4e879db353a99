// lexicon/spelling_image.h: how the bytes of the spelling index are laid out.
// Promises: constants and packing only. Must not know: anything but numbers.
//
// Layout: magic, five u32 sizes, then: where each word begins (u32, one more than words), the sketch of each word
// (u32, as many), where each bucket begins (u32, one more than buckets), entries (u32), name slots (u64), the words'
// text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lexicon/ingredient.h"

namespace incilint::lexicon {

constexpr std::string_view spelling_magic = "INCISPE2";
constexpr std::size_t word_bits = 20;
constexpr std::size_t most_words = (std::size_t{1} << word_bits) - 1;  ///< further words are not indexed
constexpr std::size_t most_steps = 64;                                 ///< of a search for a name's slot

/// An entry of a bucket: twelve bits of the key and the word's number.
[[nodiscard]] constexpr std::uint32_t entry_of(std::uint64_t hash, std::uint32_t word) {
    return (static_cast<std::uint32_t>(hash >> 52) << word_bits) | word;
}
[[nodiscard]] constexpr std::uint64_t slot_of(std::uint64_t hash, IngredientId id) {
    return (hash >> 32 << 32) | (static_cast<std::uint32_t>(id) + 1U);
}

}  // namespace incilint::lexicon
