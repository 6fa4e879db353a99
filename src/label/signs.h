// label/signs.h: which characters are signs of a list, and which make words.
// Promises: a constant-time answer for ASCII, a short search in constant tables for the rest.
// Must not know: what a sign means where it stands.
#pragma once

#include <cstdint>

#include "label/scan.h"

namespace incilint::label {

enum class CharacterClass : std::uint8_t { blank, letter, digit, sign };
[[nodiscard]] CharacterClass class_of(char32_t value);

struct Sign {
    TokenKind kind = TokenKind::other;
    char hashed = '\3';  ///< the ASCII sign by which vocabularies know it
};
/// The sign that a character of class `sign` is.
[[nodiscard]] Sign sign_of(char32_t value);

/// ' and what is printed in its stead.
[[nodiscard]] bool apostrophe(char32_t value);
/// Han, kana, Hangul: scripts whose words stand without blanks.
[[nodiscard]] bool ideograph(char32_t value);
/// The Latin letter under a letter's accents, and dotless i; other characters as they are. Accents are often left out
/// in print ("ICINDEKILER"), so the vocabulary is matched without them.
[[nodiscard]] char32_t without_accent(char32_t value);

}  // namespace incilint::label
