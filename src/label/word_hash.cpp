#include "base/bytes.h"
#include "base/fold.h"
#include "base/hash.h"
#include "label/scan.h"
#include "label/signs.h"

namespace incilint::label {
namespace {

constexpr std::uint64_t never_number_hash = 2;

/// Eight bytes with capitals as small letters, all at once; bytes beyond ASCII stay.
constexpr std::uint64_t lower(std::uint64_t eight) {
    constexpr std::uint64_t each = 0x0101010101010101;
    const std::uint64_t low = eight & 0x7f * each;
    const std::uint64_t from_a = low + (0x80 - 'A') * each;
    const std::uint64_t past_z = low + (0x80 - 'Z' - 1) * each;
    const std::uint64_t capital = from_a & ~past_z & ~eight & 0x80 * each;
    return eight | capital >> 2;
}

struct FoldedHash {
    std::uint64_t hash;
    bool ascii;
};

/// The hash of the bytes with capitals of ASCII as small letters: eight bytes a step, the last eight overlapping.
FoldedHash folded_hash(std::string_view bytes) {
    constexpr std::uint64_t factor = 0x9e3779b97f4a7c15;  // odd, bits evenly spread
    std::uint64_t hash = bytes.size() * factor;
    std::uint64_t seen = 0;
    const auto take = [&](std::uint64_t eight) {
        seen |= eight;
        hash = (hash ^ lower(eight)) * factor;
        hash ^= hash >> 32;
    };
    const std::size_t size = bytes.size();
    if (size >= 8) {
        for (std::size_t at = 0; at + 8 < size; at += 8) take(base::load_u64(bytes, at));
        take(base::load_u64(bytes, size - 8));
    } else if (size >= 4) {
        take(std::uint64_t{base::load_u32(bytes, 0)} << 32 | base::load_u32(bytes, size - 4));
    } else if (size > 0) {
        const auto byte = [&](std::size_t at) { return std::uint64_t{static_cast<std::uint8_t>(bytes[at])}; };
        take(byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16);
    }
    return {hash * factor | never_number_hash, (seen & 0x8080808080808080) == 0};
}

}  // namespace

std::uint64_t word_hash(std::string_view word) {
    constexpr std::size_t longest_word = 200;  // no word of a vocabulary is longer
    if (word.size() > longest_word) return base::hash64(word) | never_number_hash;
    const FoldedHash quick = folded_hash(word);
    if (quick.ascii) return quick.hash;
    const std::string folded = base::fold(word);
    std::string plain;  // without accents, typographic apostrophes as typed ones
    for (std::size_t at = 0; at < folded.size();) {
        const base::CodePoint point = base::decode(folded, at);
        const bool accent = point.value >= 0x300 && point.value <= 0x36f;
        if (!accent) base::append(plain, apostrophe(point.value) ? U'\'' : without_accent(point.value));
        at += point.length;
    }
    return folded_hash(plain).hash;
}

}  // namespace incilint::label
