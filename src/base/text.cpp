#include "base/text.h"

#include <algorithm>
#include <iterator>

#include <utf8proc.h>

namespace incilint::base {
namespace {

constexpr char32_t replacement = 0xfffd;

std::uint8_t byte_at(std::string_view text, std::size_t at) {
    return static_cast<std::uint8_t>(text[at]);
}
bool continues(std::string_view text, std::size_t at) {
    return at < text.size() && (byte_at(text, at) & 0xc0) == 0x80;
}

utf8proc_category_t category(char32_t value) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(value));
}

constexpr bool within(char32_t value, char32_t from, char32_t to) {
    return value >= from && value <= to;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
    const std::uint8_t lead = byte_at(text, at);
    if (lead < 0x80) return {lead, 1, true};
    constexpr CodePoint bad{replacement, 1, false};
    const std::uint8_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4) return bad;
    char32_t value = lead & (0xffU >> (length + 1U));
    for (std::size_t i = 1; i < length; ++i) {
        if (!continues(text, at + i)) return bad;
        value = value << 6 | (byte_at(text, at + i) & 0x3fU);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (overlong || value > 0x10ffff || within(value, 0xd800, 0xdfff)) return bad;
    return {value, length, true};
}

void append(std::string& out, char32_t value) {
    if (value > 0x10ffff || within(value, 0xd800, 0xdfff)) value = replacement;
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte & 0xff)); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xc0 | value >> 6), put(0x80 | (value & 0x3f));
    } else if (value < 0x10000) {
        put(0xe0 | value >> 12), put(0x80 | (value >> 6 & 0x3f)), put(0x80 | (value & 0x3f));
    } else {
        put(0xf0 | value >> 18), put(0x80 | (value >> 12 & 0x3f));
        put(0x80 | (value >> 6 & 0x3f)), put(0x80 | (value & 0x3f));
    }
}

std::optional<std::size_t> first_ill_formed(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        if (!point.valid) return at;
        at += point.length;
    }
    return std::nullopt;
}

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool lone_return = text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
        if (text[at] != '\n' && !lone_return) continue;
        add_stops(starts_.back(), at);
        starts_.push_back(at + 1);
    }
    add_stops(starts_.back(), text.size());
}

void LineIndex::add_stops(std::size_t from, std::size_t to) {
    constexpr std::size_t stride = 512;
    if (to - from < 2 * stride) return;
    std::uint32_t column = 1;
    for (std::size_t at = from, due = from + stride; at < to; ++column) {
        if (at >= due) {
            stops_.push_back({at, column});
            due += stride;
        }
        at += decode(text_, at).length;
    }
}

Position LineIndex::at(std::size_t byte) const {
    byte = std::min(byte, text_.size());
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), byte);
    const std::size_t line = static_cast<std::size_t>(after - starts_.begin());
    std::size_t at = starts_[line - 1];
    std::uint32_t column = 1;
    const auto stop = std::upper_bound(stops_.begin(), stops_.end(), byte,
                                       [](std::size_t value, const Stop& s) { return value < s.byte; });
    if (stop != stops_.begin() && std::prev(stop)->byte > at) {
        at = std::prev(stop)->byte;
        column = std::prev(stop)->column;
    }
    for (; at < byte; ++column) at += decode(text_, at).length;
    return {static_cast<std::uint32_t>(line), column};
}

std::string_view LineIndex::line(std::uint32_t number) const {
    if (number == 0 || number > starts_.size()) return {};
    const std::size_t from = starts_[number - 1];
    std::size_t to = number < starts_.size() ? starts_[number] : text_.size();
    if (number < starts_.size()) {
        --to;
        if (to > from && text_[to] == '\n' && text_[to - 1] == '\r') --to;
    }
    return text_.substr(from, to - from);
}

bool is_space(char32_t value) {
    if (value < 0x80) return value == ' ' || within(value, '\t', '\r');
    return value == 0x85 || value == 0xa0 || value == 0x1680 || within(value, 0x2000, 0x200a) || value == 0x2028 ||
           value == 0x2029 || value == 0x202f || value == 0x205f || value == 0x3000;
}

bool is_invisible(char32_t value) {
    if (value < 0xad) return false;
    return value == 0xad || value == 0x34f || value == 0x61c || within(value, 0x115f, 0x1160) ||
           within(value, 0x17b4, 0x17b5) || within(value, 0x180b, 0x180f) || within(value, 0x200b, 0x200f) ||
           within(value, 0x202a, 0x202e) || within(value, 0x2060, 0x206f) || value == 0x3164 ||
           within(value, 0xfe00, 0xfe0f) || value == 0xfeff || value == 0xffa0 || within(value, 0xfff0, 0xfffb) ||
           within(value, 0x1bca0, 0x1bca3) || within(value, 0x1d173, 0x1d17a) || within(value, 0xe0000, 0xe0fff);
}

bool is_letter(char32_t value) {
    if (value < 0x80) return within(value | 0x20U, 'a', 'z');
    return within(category(value), UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LO);
}

bool is_digit(char32_t value) {
    if (value < 0x80) return within(value, '0', '9');
    return category(value) == UTF8PROC_CATEGORY_ND;
}

bool is_upper(char32_t value) {
    if (value < 0x80) return within(value, 'A', 'Z');
    return category(value) == UTF8PROC_CATEGORY_LU;
}

Span trim(std::string_view text, Span span) {
    while (!span.empty()) {
        const CodePoint point = decode(text, span.from);
        if (!is_space(point.value) || span.from + point.length > span.to) break;
        span.from += point.length;
    }
    while (!span.empty()) {
        std::size_t start = span.to - 1;
        while (start > span.from && span.to - start < 4 && continues(text, start)) --start;
        const CodePoint point = decode(text, start);
        if (!is_space(point.value) || start + point.length != span.to) break;
        span.to = start;
    }
    return span;
}

std::string_view trim(std::string_view text) {
    return slice(text, trim(text, Span{0, text.size()}));
}

}  // namespace incilint::base
