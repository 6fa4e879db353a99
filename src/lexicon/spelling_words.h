// lexicon/spelling_words.h: what the spelling index and its search share: words, keys, distances, guards.
// Promises: bounded work in the length of a word; nothing allocated but by is_slip.
// Must not know: how the index is laid out, names, ids.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/hash.h"

namespace incilint::lexicon {

constexpr std::size_t least_word = 5;          ///< shorter words never have a letter exchanged ("TEA", "MEA")
constexpr std::size_t shortest_word = 3;       ///< from here on a word may lack a letter or have one too many ("acd")
constexpr std::size_t letters_for_short = 9;   ///< names from here on, that is: the other words vouch for it
constexpr std::size_t least_word_for_two = 9;  ///< words from here on may be two edits away
constexpr std::size_t least_species_for_two = 8;  ///< likewise the species of a known genus
constexpr std::size_t least_letters = 6;          ///< names with fewer letters are never corrected
constexpr std::size_t letters_for_two = 12;       ///< names from here on may hold two edits
constexpr std::size_t least_misprint = 6;         ///< words of names from here on may be misprints …
constexpr std::size_t usual_from = 20;            ///< … of words that occur so often in names
constexpr std::size_t longest_misspelt = 120;     ///< bytes; longer names are never corrected
constexpr std::size_t key_letters = 7;            ///< keys are made of a word's first letters, so that few are enough

/// Letters of a normal form; what is beyond ASCII counts for none.
[[nodiscard]] inline std::size_t letters_in(std::string_view normal) {
    return static_cast<std::size_t>(
        std::count_if(normal.begin(), normal.end(), [](char byte) { return byte >= 'a' && byte <= 'z'; }));
}

/// True for what may be corrected: ASCII letters only, no digit beside them, long enough.
[[nodiscard]] inline bool is_word(std::string_view token, std::size_t least = least_word) {
    return token.size() >= least && letters_in(token) == token.size();
}

/// True for a word that may be an English plural; Latin ones end in -is and -us, too ("anthracis").
[[nodiscard]] inline bool may_be_plural(std::string_view word) {
    return word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("is") && !word.ends_with("us");
}

/// False where one of the two is a short word and they differ by more than a letter left out, put in or moved on by
/// one place, or the name they stand in has too few letters.
[[nodiscard]] bool may_be_short(std::string_view written, std::string_view meant, std::size_t letters_of_name);

/// Calls `take(from, size)` for each token: a run of letters, digits and bytes beyond ASCII.
template <class Take>
void each_token(std::string_view normal, const Take& take) {
    const auto inside = [&](std::size_t at) {
        const char byte = normal[at];
        return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || static_cast<unsigned char>(byte) >= 0x80;
    };
    for (std::size_t at = 0; at < normal.size();) {
        std::size_t end = at;
        while (end < normal.size() && inside(end)) ++end;
        if (end > at) take(at, end - at);
        at = std::max(end, at + 1);
    }
}

/// Calls `take(hash)` for the key of a word and for those with up to `deletions` of its first letters left out.
template <class Take>
void each_key(std::string_view word, std::size_t deletions, const Take& take) {
    const std::string_view head = word.substr(0, key_letters);
    take(base::hash64(head));
    std::array<char, key_letters> rest{};
    for (std::size_t one = 0; deletions >= 1 && one < head.size(); ++one) {
        std::size_t size = 0;
        for (std::size_t i = 0; i < head.size(); ++i) {
            if (i != one) rest[size++] = head[i];
        }
        take(base::hash64({rest.data(), size}));
        for (std::size_t two = one + 1; deletions >= 2 && two < head.size(); ++two) {
            size = 0;
            for (std::size_t i = 0; i < head.size(); ++i) {
                if (i != one && i != two) rest[size++] = head[i];
            }
            take(base::hash64({rest.data(), size}));
        }
    }
}

/// What of a word tells without its letters that another is too far: its length in the upper 7 bits, below them which
/// letters it holds (y and z share a bit). For words of a to z up to longest_misspelt bytes.
[[nodiscard]] constexpr std::uint32_t sketch_of(std::string_view word) {
    std::uint32_t letters = 0;
    for (const char byte : word) letters |= 1U << std::min(byte - 'a', 24);
    return static_cast<std::uint32_t>(word.size()) << 25 | letters;
}

/// False only where more than `limit` edits lie between the words of two sketches: each edit changes the length by one
/// at most, takes one kind of letter away at most and brings one at most.
[[nodiscard]] constexpr bool may_be_near(std::uint32_t a, std::uint32_t b, int limit) {
    constexpr std::uint32_t letters = (1U << 25) - 1;
    const auto at_most = [limit](std::uint32_t bits) {
        for (int i = 0; i < limit; ++i) bits &= bits - (bits != 0 ? 1U : 0U);
        return bits == 0;
    };
    const int longer = static_cast<int>(a >> 25) - static_cast<int>(b >> 25);
    return longer <= limit && -longer <= limit && at_most(a & ~b & letters) && at_most(b & ~a & letters);
}

/// Edits between two words (insert, delete, replace, swap of neighbours; none touches a place twice), or limit + 1.
/// Words over longest_misspelt bytes are infinitely far.
[[nodiscard]] std::size_t word_distance(std::string_view a, std::string_view b, std::size_t limit);

/// True where the words are one but for a letter that is doubled in another place ("cinammal", "cinnamal").
[[nodiscard]] bool doubles_elsewhere(std::string_view written, std::string_view meant);

/// True where `written` may be the species `meant` of a known genus: eight letters or more, as long but for one letter,
/// or without two letters that stand together ("sinsis", "sinensis").
[[nodiscard]] bool is_species_meant(std::string_view written, std::string_view meant);

/// True where the last letter of a short word is another one than that of an ending that says what kind of substance
/// it is ("phytog", "phytol"): what a name of one word is cannot be told then.
[[nodiscard]] bool loses_ending(std::string_view written, std::string_view meant);

/// True where `written` may be a slip of the pen for `meant`; false where the edit makes or breaks a locant or a
/// multiplying or isomer prefix ("di-", "iso-"), or turns one morpheme into another ("ethyl" and "methyl"), and where
/// another ion than that of `meant` is nearer ("posphite"). `of_simple_salt`: the second of two words, as in "sodium
/// sulfate", where another ion that is as near may be meant as well.
[[nodiscard]] bool is_slip(std::string_view written, std::string_view meant, bool of_simple_salt = false);

}  // namespace incilint::lexicon
