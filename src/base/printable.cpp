#include "base/text.h"

namespace incilint::base {
namespace {

void append_hex(std::string& out, std::uint32_t value, int least_digits) {
    constexpr std::string_view digits = "0123456789abcdef";
    int count = least_digits;
    while (count < 8 && value >> (4 * count) != 0) ++count;
    for (int i = count - 1; i >= 0; --i) out.push_back(digits[value >> (4 * i) & 15]);
}

/// One code point as a terminal may show it; `byte` is the byte an ill-formed one stands for.
void append_printable(std::string& out, CodePoint point, std::uint8_t byte) {
    if (!point.valid) {
        out += "\\x";
        append_hex(out, byte, 2);
    } else if (point.value == '\n') {
        out += "\\n";
    } else if (point.value == '\r') {
        out += "\\r";
    } else if (point.value == '\t') {
        out += "\\t";
    } else if (point.value < 0x20 || (point.value >= 0x7f && point.value < 0xa0)) {
        out += "\\x";
        append_hex(out, point.value, 2);
    } else if (is_invisible(point.value) || point.value == 0x2028 || point.value == 0x2029) {
        out += "\\u{";
        append_hex(out, point.value, 4);
        out += '}';
    } else {
        append(out, point.value);
    }
}

}  // namespace

std::string printable(std::string_view text, bool keep_line_ends) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char byte = text[at];
        if (byte >= 0x20 && byte < 0x7f) {
            out.push_back(byte);
            ++at;
            continue;
        }
        const CodePoint point = decode(text, at);
        const bool line_end = byte == '\n' || (byte == '\r' && at + 1 < text.size() && text[at + 1] == '\n');
        if (keep_line_ends && line_end) {
            out.push_back(byte);
        } else {
            append_printable(out, point, static_cast<std::uint8_t>(byte));
        }
        at += point.length;
    }
    return out;
}

}  // namespace incilint::base
