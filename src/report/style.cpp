#include "report/style.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace incilint::report {
namespace {

struct Range {
    char32_t from;
    char32_t to;
};
// Blocks of wide characters (Unicode EastAsianWidth W and F, coarsely) and of combining marks (Mn, coarsely).
constexpr std::array wide = {Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0xA4CF},
                             Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},
                             Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F},
                             Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1FAFF}, Range{0x20000, 0x3FFFD}};
constexpr std::array combining = {
    Range{0x300, 0x36F},   Range{0x483, 0x489},   Range{0x591, 0x5BD},   Range{0x610, 0x61A},  Range{0x64B, 0x65F},
    Range{0x93C, 0x93C},   Range{0xE31, 0xE31},   Range{0xE34, 0xE3A},   Range{0xE47, 0xE4E},  Range{0x1AB0, 0x1AFF},
    Range{0x1DC0, 0x1DFF}, Range{0x20D0, 0x20FF}, Range{0x3099, 0x309A}, Range{0xFE20, 0xFE2F}};

template <std::size_t N>
bool in(const std::array<Range, N>& ranges, char32_t value) {
    return std::any_of(ranges.begin(), ranges.end(), [value](Range r) { return value >= r.from && value <= r.to; });
}

std::size_t width_of(char32_t value) {
    if (value < 0x300) return 1;
    if (in(combining, value)) return 0;
    return in(wide, value) ? 2 : 1;
}

}  // namespace

Hue hue_of(rules::Severity severity) {
    switch (severity) {
        case rules::Severity::error:
            return Hue::red;
        case rules::Severity::warning:
            return Hue::yellow;
        case rules::Severity::note:
            break;
    }
    return Hue::cyan;
}

std::string paint(const TextStyle& style, Hue hue, std::string_view text) {
    constexpr std::array<std::string_view, 7> codes = {"", "1", "2", "1;31", "1;33", "32", "36"};
    if (!style.colour || hue == Hue::plain || text.empty()) return std::string(text);
    std::string out = "\x1b[";
    return out.append(codes[static_cast<std::size_t>(hue)]).append("m").append(text).append("\x1b[0m");
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::decode(text, at);
        width += width_of(point.value);
        at += point.length;
    }
    return width;
}

std::string_view head(std::string_view text, std::size_t columns) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::decode(text, at);
        width += width_of(point.value);
        if (width > columns) return text.substr(0, at);
        at += point.length;
    }
    return text;
}

std::string_view tail(std::string_view text, std::size_t columns) {
    const std::size_t whole = display_width(text);
    if (whole <= columns) return text;
    std::size_t skipped = 0;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::decode(text, at);
        const std::size_t own = width_of(point.value);
        if (whole - skipped <= columns && own > 0) return text.substr(at);
        skipped += own;
        at += point.length;
    }
    return {};
}

std::string shown(std::string_view untrusted, std::size_t columns) {
    // Four bytes make one column at most, marks aside: what lies beyond need not be escaped to be cut off.
    const bool huge = untrusted.size() > columns * 16;
    std::string text = base::printable(untrusted.substr(0, huge ? columns * 16 : untrusted.size()));
    if (!huge && display_width(text) <= columns) return text;
    return std::string(head(text, columns - 1)).append("…");
}

std::string padded(std::string_view text, std::size_t columns) {
    std::string out(text);
    const std::size_t width = display_width(text);
    if (width < columns) out.append(columns - width, ' ');
    return out;
}

std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent) {
    std::string out;
    std::size_t used = indent;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        const std::size_t width = display_width(word);
        if (used > indent && used + 1 + width > columns) {
            out.append("\n").append(indent, ' ');
            used = indent;
        } else if (used > indent) {
            out.push_back(' ');
            ++used;
        }
        out.append(word);
        used += width;
        at = std::min(end + 1, text.size());
    }
    return out;
}

}  // namespace incilint::report
