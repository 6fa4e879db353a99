#include "base/fold.h"

#include <array>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

#include "base/text.h"

namespace incilint::base {
namespace {

/// Normalising sorts a run of combining marks in quadratic time; no writing system needs runs as long as this.
constexpr int longest_mark_run = 32;
/// utf8proc folds before it composes, so that a few characters need a second turn; none needs more than three.
constexpr int most_turns = 4;

/// Well-formed UTF-8 in which no run of combining marks is longer than longest_mark_run: the rest is left out.
std::string cleaned(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    int run = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        at += point.length;
        const bool mark = point.value >= 0x300 &&
                          utf8proc_get_property(static_cast<utf8proc_int32_t>(point.value))->combining_class != 0;
        run = mark ? run + 1 : 0;
        if (run <= longest_mark_run) append(out, point.value);
    }
    return out;
}

std::string folded_once(std::string_view text) {
    std::string clean = cleaned(text);
    utf8proc_uint8_t* raw = nullptr;
    constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                            UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(clean.data()),
                                   static_cast<utf8proc_ssize_t>(clean.size()), &raw, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(raw, &std::free);
    if (size < 0) return clean;
    return {reinterpret_cast<const char*>(raw), static_cast<std::size_t>(size)};
}

}  // namespace

bool folds_as_ascii(std::string_view text) {
    std::uint8_t bits = 0;  // as narrow as what it takes in: the compiler takes sixteen bytes at once
    for (const char byte : text) bits = static_cast<std::uint8_t>(bits | static_cast<std::uint8_t>(byte));
    return bits < 0x80;
}

std::string fold(std::string_view text) {
    if (folds_as_ascii(text)) {
        std::string out(text);
        for (char& byte : out) byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
        return out;
    }
    std::string out = folded_once(text);
    for (int turn = 1; turn < most_turns && !folds_as_ascii(out); ++turn) {
        std::string again = folded_once(out);
        if (again == out) break;
        out = std::move(again);
    }
    return out;
}

std::string without_accents(std::string_view text) {
    constexpr char32_t first_latin = 0xC0;
    constexpr char32_t last_latin = 0x24F;
    if (folds_as_ascii(text)) return std::string(text);
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        const std::string_view bytes = text.substr(at, point.length);
        at += point.length;
        if (point.value < first_latin || point.value > last_latin) {
            out += bytes;
            continue;
        }
        std::array<utf8proc_int32_t, 4> parts{};
        int boundary = 0;
        const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(point.value), parts.data(),
                                                   parts.size(), UTF8PROC_DECOMPOSE, &boundary);
        const bool bears = count > 1 && parts[0] < 0x80;
        append(out, bears ? static_cast<char32_t>(parts[0]) : point.value);
    }
    return out;
}

}  // namespace incilint::base
