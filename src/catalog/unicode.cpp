#include "catalog/unicode.h"

#include <array>
#include <cstdint>

#include "base/text.h"

namespace incilint::catalog {
namespace {

std::uint32_t byte(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

std::uint32_t unit16(std::string_view bytes, std::size_t at, bool big_endian) {
    return big_endian ? byte(bytes, at) << 8 | byte(bytes, at + 1) : byte(bytes, at + 1) << 8 | byte(bytes, at);
}

// Bytes 0x80 … 0x9F of Windows-1252 (Unicode mapping table CP1252.TXT); 0: undefined.
constexpr std::array<char16_t, 32> cp1252_upper = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

}  // namespace

UnitFault utf16_to_utf8(std::string_view bytes, bool big_endian, std::string& out) {
    out.reserve(out.size() + bytes.size() / 2);
    std::size_t at = 0;
    while (at + 1 < bytes.size()) {
        const std::uint32_t unit = unit16(bytes, at, big_endian);
        if (unit < 0xD800 || unit > 0xDFFF) {
            base::append(out, static_cast<char32_t>(unit));
            at += 2;
            continue;
        }
        const std::uint32_t low =
            unit <= 0xDBFF && at + 3 < bytes.size() ? unit16(bytes, at + 2, big_endian) : std::uint32_t{0};
        if (low < 0xDC00 || low > 0xDFFF) return {"half of a surrogate pair", at};
        base::append(out, static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)));
        at += 4;
    }
    if (at < bytes.size()) return {"half a 16-bit unit", at};
    return {};
}

UnitFault utf32_to_utf8(std::string_view bytes, bool big_endian, std::string& out) {
    std::size_t at = 0;
    for (; at + 3 < bytes.size(); at += 4) {
        const std::uint32_t first = unit16(bytes, at, big_endian);
        const std::uint32_t second = unit16(bytes, at + 2, big_endian);
        const std::uint32_t value = big_endian ? first << 16 | second : second << 16 | first;
        if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {"a value that is no character", at};
        base::append(out, static_cast<char32_t>(value));
    }
    if (at < bytes.size()) return {"part of a 32-bit unit", at};
    return {};
}

std::optional<std::size_t> cp1252_to_utf8(std::string_view bytes, std::string& out) {
    out.reserve(out.size() + bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::uint32_t b = byte(bytes, i);
        const char32_t value = b >= 0x80 && b < 0xA0 ? cp1252_upper[b - 0x80] : static_cast<char32_t>(b);
        if (value == 0 && b != 0) return i;
        base::append(out, value);
    }
    return std::nullopt;
}

void latin1_to_utf8(std::string_view bytes, std::string& out) {
    out.reserve(out.size() + bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) base::append(out, static_cast<char32_t>(byte(bytes, i)));
}

}  // namespace incilint::catalog
