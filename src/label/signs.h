// label/signs.h: which characters are signs of a list, and which make words.
// Promises: a constant-time answer for ASCII, a short search in constant tables for the rest.
// Must not know: what a sign means where it stands.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "label/scan.h"
#include "label/word_hash.h"

namespace incilint::label {

enum class CharacterClass : std::uint8_t { blank, letter, digit, sign };
[[nodiscard]] CharacterClass class_of(char32_t value);

struct Sign {
    TokenKind kind = TokenKind::other;
    char hashed = '\3';  ///< the ASCII sign by which vocabularies know it
};
/// What each sign of ASCII is; it is known by itself.
inline constexpr std::array<TokenKind, 128> ascii_kinds = [] {
    std::array<TokenKind, 128> table{};
    table.fill(TokenKind::other);
    const auto set = [&table](std::string_view signs, TokenKind kind) {
        for (const char c : signs) table[static_cast<unsigned char>(c)] = kind;
    };
    set(",", TokenKind::comma), set(";", TokenKind::semicolon), set("|", TokenKind::pipe);
    set("/", TokenKind::slash), set("\\", TokenKind::backslash), set("-", TokenKind::dash), set(".", TokenKind::stop);
    set(":", TokenKind::colon), set("*^", TokenKind::mark), set("%", TokenKind::percent), set("([{", TokenKind::open);
    set(")]}", TokenKind::close), set("+", TokenKind::plus), set("&", TokenKind::ampersand),
        set("\"", TokenKind::quote);
    set("<", TokenKind::less), set(">", TokenKind::more);
    return table;
}();
/// The hash of a sign that is known by this one of ASCII.
[[nodiscard]] constexpr std::uint64_t hash_of_sign(char hashed) {
    WordHash hash;
    hash.take({static_cast<std::uint8_t>(hashed)});
    return hash.of(1);
}

/// That of each sign of ASCII.
inline constexpr std::array<std::uint64_t, 128> ascii_hashes = [] {
    std::array<std::uint64_t, 128> table{};
    for (std::size_t c = 0; c < table.size(); ++c) table[c] = hash_of_sign(static_cast<char>(c));
    return table;
}();

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
