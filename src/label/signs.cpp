#include "label/signs.h"

#include <array>
#include <string_view>

#include "base/text.h"

namespace incilint::label {
namespace {

struct SignSet {
    TokenKind kind;
    char hashed;
    std::u32string_view signs;
};

constexpr std::array<SignSet, 17> sets{{
    {TokenKind::comma, ',', U"，、､،﹐"},
    {TokenKind::semicolon, ';', U"；؛"},
    {TokenKind::bullet, '\1', U"•●·▪▫■□◦‣∙⋅○◆⁃➤✓✔✦\uf0b7⁌⁍►▶★☆✅"},
    {TokenKind::pipe, '|', U"｜¦│"},
    {TokenKind::slash, '/', U"／⁄∕"},
    {TokenKind::backslash, '\\', U"＼"},
    {TokenKind::dash, '-', U"‐‑‒–—―−－﹣⸺"},
    {TokenKind::stop, '.', U"。．｡…"},
    {TokenKind::colon, ':', U"：﹕"},
    {TokenKind::open, '(', U"（【「〔［〖『"},
    {TokenKind::close, ')', U"）】」〕］〗』"},
    {TokenKind::mark, '*', U"†‡§¹²³⁰⁴⁵⁶⁷⁸⁹®™©°˚℠※¶◊♦∗＊ºª①②③"},
    {TokenKind::percent, '%', U"％﹪٪"},
    {TokenKind::plus, '+', U"＋"},
    {TokenKind::ampersand, '&', U"＆"},
    {TokenKind::quote, '"', U"“”„＂«»‹›"},
    {TokenKind::less, '<', U"≤＜≦"},
}};

/// Stands between the words of a katakana name, and between names.
constexpr char32_t middle_dot = 0x30fb;

constexpr std::u32string_view more_signs = U"≥＞≧";

// Latin letters from U+00C0 to U+017F without their accents.
constexpr std::u32string_view plain_latin =
    U"AAAAAAÆCEEEEIIIIÐNOOOOO×OUUUUYÞßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþy"
    U"AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiĲĳJjKkĸLlLlLlLlLlNnNnNnŉŊŋOoOoOoŒœRrRrRrSsSsSsSsTtTtTtUuUuUuUuU"
    U"uUuWwYyY"
    U"ZzZzZzſ";

}  // namespace

CharacterClass class_of(char32_t c) {
    if (c < 0x80) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharacterClass::letter;
        if (c >= '0' && c <= '9') return CharacterClass::digit;
        return c <= ' ' ? CharacterClass::blank : CharacterClass::sign;
    }
    if (c == U'ª' || c == U'º') return CharacterClass::sign;  // letters to Unicode, marks to labels
    if (c == middle_dot || c == 0xff65) return CharacterClass::sign;
    const bool long_vowel = c == 0x30fc;
    const bool accent = c >= 0x300 && c <= 0x36f;
    if (long_vowel || accent || c == 0xfffd || base::is_letter(c)) return CharacterClass::letter;
    if (base::is_digit(c)) return CharacterClass::digit;
    return base::is_space(c) ? CharacterClass::blank : CharacterClass::sign;
}

Sign sign_of(char32_t c) {
    if (c < 0x80) return {ascii_kinds[c], static_cast<char>(c)};
    if (c == U'±') return {TokenKind::other, '\2'};
    if (c == middle_dot || c == 0xff65) return {TokenKind::middle_dot, '\4'};
    for (const SignSet& set : sets) {
        if (set.signs.find(c) != set.signs.npos) return {set.kind, set.hashed};
    }
    return more_signs.find(c) != more_signs.npos ? Sign{TokenKind::more, '>'} : Sign{};
}

bool apostrophe(char32_t c) {
    return c == '\'' || c == U'’' || c == U'‘' || c == '`' || c == U'´';
}

bool ideograph(char32_t c) {
    return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff66 && c <= 0xff9f);
}

char32_t without_accent(char32_t c) {
    static_assert(plain_latin.size() == 0x180 - 0xc0);
    if (c >= 0xc0 && c < 0x180) return plain_latin[c - 0xc0];
    if (c >= 0x218 && c <= 0x21b) return c < 0x21a ? 's' : 't';
    return c;
}

}  // namespace incilint::label
