#include "label/markup.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace incilint::label {
namespace {

constexpr std::size_t longest_tag = 400;
constexpr std::size_t longest_entity = 32;

// Element names of HTML; those of `blocks` stand on lines of their own.
constexpr std::array<std::string_view, 30> blocks{
    "address", "article", "aside", "blockquote", "br",    "center", "dd", "div", "dl",   "dt",
    "h1",      "h2",      "h3",    "h4",         "h5",    "h6",     "hr", "li",  "main", "ol",
    "option",  "p",       "pre",   "section",    "table", "tbody",  "td", "th",  "tr",   "ul"};
constexpr std::array<std::string_view, 24> inlines{"a",  "abbr",  "b",    "bdi",    "big", "body",  "cite", "code",
                                                   "em", "font",  "html", "i",      "img", "label", "mark", "q",
                                                   "s",  "small", "span", "strong", "sub", "sup",   "u",    "wbr"};

constexpr std::array<std::pair<std::string_view, char32_t>, 66> entities{{
    {"AMP", '&'},      {"Aacute", 0xc1},   {"Eacute", 0xc9},  {"GT", '>'},        {"LT", '<'},        {"Ouml", 0xd6},
    {"QUOT", '"'},     {"Uuml", 0xdc},     {"aacute", 0xe1},  {"acirc", 0xe2},    {"agrave", 0xe0},   {"alpha", 0x3b1},
    {"amp", '&'},      {"apos", '\''},     {"aring", 0xe5},   {"atilde", 0xe3},   {"auml", 0xe4},     {"beta", 0x3b2},
    {"bull", 0x2022},  {"ccedil", 0xe7},   {"comma", ','},    {"copy", 0xa9},     {"dagger", 0x2020}, {"deg", 0xb0},
    {"eacute", 0xe9},  {"ecirc", 0xea},    {"egrave", 0xe8},  {"emsp", 0x2003},   {"ensp", 0x2002},   {"euml", 0xeb},
    {"gamma", 0x3b3},  {"ge", 0x2265},     {"gt", '>'},       {"hellip", 0x2026}, {"iacute", 0xed},   {"icirc", 0xee},
    {"iuml", 0xef},    {"laquo", 0xab},    {"ldquo", 0x201c}, {"le", 0x2264},     {"lsquo", 0x2018},  {"lt", '<'},
    {"mdash", 0x2014}, {"micro", 0xb5},    {"middot", 0xb7},  {"nbsp", 0xa0},     {"ndash", 0x2013},  {"ntilde", 0xf1},
    {"oacute", 0xf3},  {"ocirc", 0xf4},    {"oslash", 0xf8},  {"ouml", 0xf6},     {"plusmn", 0xb1},   {"quot", '"'},
    {"raquo", 0xbb},   {"rdquo", 0x201d},  {"reg", 0xae},     {"rsquo", 0x2019},  {"sect", 0xa7},     {"shy", 0xad},
    {"szlig", 0xdf},   {"thinsp", 0x2009}, {"trade", 0x2122}, {"uacute", 0xfa},   {"uuml", 0xfc},     {"zwnj", 0x200c},
}};

bool ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::string utf8(char32_t value) {
    std::string out;
    base::append(out, value);
    return out;
}

std::optional<char32_t> number_reference(std::string_view digits) {
    const bool hexadecimal = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
    if (hexadecimal) digits.remove_prefix(1);
    if (digits.empty() || digits.size() > 7) return std::nullopt;
    char32_t value = 0;
    for (const char c : digits) {
        char32_t digit = 16;
        if (ascii_digit(c)) digit = static_cast<char32_t>(c - '0');
        if (hexadecimal && c >= 'a' && c <= 'f') digit = static_cast<char32_t>(c - 'a' + 10);
        if (hexadecimal && c >= 'A' && c <= 'F') digit = static_cast<char32_t>(c - 'A' + 10);
        if (digit == 16) return std::nullopt;
        value = value * (hexadecimal ? 16U : 10U) + digit;
    }
    return value == 0 || value > 0x10ffff ? std::nullopt : std::optional(value);
}

/// The byte that Windows-1252 shows as this character, for the bytes that UTF-8 punctuation is made of.
std::optional<unsigned char> windows_byte(char32_t value) {
    constexpr std::array<std::pair<char32_t, unsigned char>, 12> table{{{0x20ac, 0x80},
                                                                        {0x201a, 0x82},
                                                                        {0x201e, 0x84},
                                                                        {0x2026, 0x85},
                                                                        {0x2018, 0x91},
                                                                        {0x2019, 0x92},
                                                                        {0x201c, 0x93},
                                                                        {0x201d, 0x94},
                                                                        {0x2022, 0x95},
                                                                        {0x2013, 0x96},
                                                                        {0x2014, 0x97},
                                                                        {0x2122, 0x99}}};
    if (value >= 0xa0 && value <= 0xff) return static_cast<unsigned char>(value);
    for (const auto& [shown, byte] : table) {
        if (shown == value) return byte;
    }
    return std::nullopt;
}

bool separates(char32_t value) {
    return value == 0x2022 || value == 0xb7 || value == 0x25cf || value == 0xa0 || value == 0x2013 || value == 0x2014;
}

}  // namespace

std::optional<Markup> tag_at(std::string_view text, std::size_t at) {
    if (text[at] != '<' || at + 2 >= text.size()) return std::nullopt;
    const std::string_view rest = text.substr(at, longest_tag);
    if (rest.substr(0, 4) == "<!--") {
        const std::size_t end = rest.find("-->");
        return end == rest.npos ? std::nullopt : std::optional(Markup{end + 3, "", false});
    }
    const std::size_t end = rest.find_first_of("<>", 1);
    if (end == rest.npos || rest[end] != '>') return std::nullopt;
    std::size_t from = rest[1] == '/' ? 2 : 1;
    std::size_t to = from;
    while (ascii_letter(rest[to]) || ascii_digit(rest[to])) ++to;
    if (rest[to] != '>' && rest[to] != ' ' && rest[to] != '/' && rest[to] != '\n') return std::nullopt;
    const std::string name = lower(rest.substr(from, to - from));
    if (std::binary_search(blocks.begin(), blocks.end(), name)) return Markup{end + 1, "\n", false};
    if (std::binary_search(inlines.begin(), inlines.end(), name)) return Markup{end + 1, "", false};
    return std::nullopt;
}

std::optional<Markup> escaped_tag_at(std::string_view text, std::size_t at) {
    constexpr std::string_view open = "&lt;";
    constexpr std::string_view close = "&gt;";
    constexpr std::size_t longest = 24;  // bytes of the tag
    if (text.substr(at, open.size()) != open) return std::nullopt;
    const std::string_view rest = text.substr(at + open.size(), longest + close.size());
    const std::size_t end = rest.find(close);
    if (end == rest.npos) return std::nullopt;
    const std::string tag = '<' + std::string(rest.substr(0, end)) + '>';
    auto found = tag_at(tag, 0);
    if (!found || found->length != tag.size()) return std::nullopt;
    found->length = open.size() + end + close.size();
    return found;
}

std::optional<Markup> entity_at(std::string_view text, std::size_t at) {
    if (text[at] != '&') return std::nullopt;
    const std::string_view rest = text.substr(at + 1, longest_entity);
    std::size_t end = 0;
    while (end < rest.size() && (ascii_letter(rest[end]) || ascii_digit(rest[end]) || rest[end] == '#')) ++end;
    if (end == 0) return std::nullopt;
    const std::string_view name = rest.substr(0, end);
    if (end < rest.size() && rest[end] == ';') {
        if (name[0] == '#') {
            const auto value = number_reference(name.substr(1));
            return value ? std::optional(Markup{end + 2, utf8(*value), false}) : std::nullopt;
        }
        auto found = std::find_if(entities.begin(), entities.end(), [&](const auto& e) { return e.first == name; });
        if (found == entities.end()) {  // "&Amp;", "&NBSP;"
            const std::string small = lower(name);
            found = std::find_if(entities.begin(), entities.end(), [&](const auto& e) { return e.first == small; });
        }
        return found == entities.end() ? std::nullopt : std::optional(Markup{end + 2, utf8(found->second), false});
    }
    // Only dots may follow an entity that a length limit cut.
    const std::size_t dots = rest.find_first_not_of('.', end);
    const std::string_view after = rest.substr(end);
    if (dots != rest.npos || (after.size() < 2 && !after.empty()) || name.size() < 2) return std::nullopt;
    const bool begins = std::any_of(entities.begin(), entities.end(),
                                    [&](const auto& e) { return e.first.substr(0, name.size()) == name; });
    return begins ? std::optional(Markup{end + 1, "", true}) : std::nullopt;
}

std::optional<Markup> escape_at(std::string_view text, std::size_t at) {
    if (text[at] != '\\' || at + 1 >= text.size()) return std::nullopt;
    const char kind = text[at + 1];
    if (kind != 'n' && kind != 'r' && kind != 't') return std::nullopt;
    // "Fragrance\natural" would be a synonym: a line break is followed by no small letter.
    if (at + 2 < text.size() && text[at + 2] >= 'a' && text[at + 2] <= 'z') return std::nullopt;
    return Markup{2, kind == 't' ? "\t" : "\n", false};
}

std::optional<Markup> misread_punctuation_at(std::string_view text, std::size_t at) {
    std::string bytes;
    std::size_t end = at;
    while (end < text.size() && bytes.size() < 3) {
        const base::CodePoint point = base::decode(text, end);
        const auto byte = windows_byte(point.value);
        if (!point.valid || !byte) break;
        bytes.push_back(static_cast<char>(*byte));
        end += point.length;
        const base::CodePoint repaired = base::decode(bytes, 0);
        if (repaired.valid && repaired.length == bytes.size() && repaired.value > 0x7f) {
            return separates(repaired.value) ? std::optional(Markup{end - at, bytes, false}) : std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace incilint::label
