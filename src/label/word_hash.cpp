#include "label/word_hash.h"

#include "base/bytes.h"
#include "base/fold.h"
#include "base/hash.h"
#include "label/scan.h"
#include "label/signs.h"

namespace incilint::label {
namespace {

struct FoldedHash {
    std::uint64_t hash;
    bool ascii;
};

/// Fewer than eight bytes, noughts behind them.
Eight tail(std::string_view bytes) {
    const std::size_t size = bytes.size();
    if (size >= 4) return {base::load_u32(bytes, 0) | std::uint64_t{base::load_u32(bytes, size - 4)} << 8 * (size - 4)};
    Eight out;
    for (std::size_t at = 0; at < size; ++at)
        out.bytes |= std::uint64_t{static_cast<std::uint8_t>(bytes[at])} << 8 * at;
    return out;
}

/// The hash of the bytes with capitals of ASCII as small letters.
FoldedHash folded_hash(std::string_view bytes) {
    WordHash hash;
    std::uint64_t beyond = 0;
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        const Eight eight{base::load_u64(bytes, at)};
        beyond |= eight.beyond_ascii();
        hash.take(eight);
    }
    if (at < bytes.size()) {
        const Eight eight = tail(bytes.substr(at));
        beyond |= eight.beyond_ascii();
        hash.take(eight);
    }
    return {hash.of(bytes.size()), beyond == 0};
}

/// The word without accents, where it has no other characters than ASCII, Latin letters and quotes; empty where it has,
/// or where folding makes two characters of one.
std::string without_latin_accents(std::string_view word) {
    const auto folds_to_two = [](char32_t c) { return c == U'´' || c == U'Ŀ' || c == U'ŀ'; };
    std::string plain;
    for (std::size_t at = 0; at < word.size();) {
        const base::CodePoint point = base::decode(word, at);
        const char32_t letter = apostrophe(point.value) ? U'\'' : without_accent(point.value);
        if (letter >= 0x80 || folds_to_two(point.value)) return {};
        plain.push_back(static_cast<char>(letter));
        at += point.length;
    }
    return plain;
}

}  // namespace

std::uint64_t rough_hash(std::string_view word) {
    constexpr std::uint64_t capitals = 0x20 * Eight::each;
    constexpr std::uint64_t factor = 0x9e3779b97f4a7c15;  // odd, bits evenly spread
    std::uint64_t hash = word.size();
    std::uint64_t beyond = 0;
    const auto take = [&](Eight eight) {
        beyond |= eight.beyond_ascii();
        hash = (hash ^ (eight.bytes | capitals)) * factor;
        hash ^= hash >> 32;
    };
    std::size_t at = 0;
    for (; at + 8 <= word.size(); at += 8) take({base::load_u64(word, at)});
    if (at < word.size()) take(tail(word.substr(at)));
    return beyond != 0 ? 0 : hash | 1;
}

std::uint64_t word_hash(std::string_view word) {
    constexpr std::size_t longest_word = 200;                       // no word of a vocabulary is longer
    if (word.size() > longest_word) return base::hash64(word) | 2;  // never that of a number
    const FoldedHash quick = folded_hash(word);
    if (quick.ascii) return quick.hash;
    if (const std::string latin = without_latin_accents(word); !latin.empty()) return folded_hash(latin).hash;
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
