#include "report/json.h"

#include <cmath>
#include <cstdint>

#include <fmt/core.h>

#include "base/text.h"

namespace incilint::report {
namespace {

void escape_unit(std::string& out, std::uint32_t unit) {
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", unit);
}

/// Escapes a code point as one or two UTF-16 units.
void escape(std::string& out, char32_t value) {
    if (value < 0x10000) return escape_unit(out, value);
    escape_unit(out, 0xD800 + ((value - 0x10000) >> 10));
    escape_unit(out, 0xDC00 + ((value - 0x10000) & 0x3FF));
}

bool needs_escape(char32_t value) {
    return (value >= 0x7F && value < 0xA0) || value == 0x2028 || value == 0x2029 || base::is_invisible(value);
}

bool plain(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F && c != '"' && c != '\\';
}

}  // namespace

void JsonWriter::separate() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (has_items_.empty()) return;
    if (has_items_.back()) out_.push_back(',');
    has_items_.back() = true;
}

void JsonWriter::open(char bracket) {
    separate();
    out_.push_back(bracket);
    has_items_.push_back(false);
}

void JsonWriter::close(char bracket) {
    out_.push_back(bracket);
    has_items_.pop_back();
}

void JsonWriter::key(std::string_view name) {
    string(name);
    out_.push_back(':');
    after_key_ = true;
}

void JsonWriter::string(std::string_view value) {
    separate();
    out_.push_back('"');
    for (std::size_t at = 0; at < value.size();) {
        std::size_t run = at;
        while (run < value.size() && plain(value[run])) ++run;
        out_.append(value, at, run - at);
        if (run == value.size()) break;
        const base::CodePoint point = base::decode(value, run);
        at = run + point.length;
        switch (point.value) {
            case '"':
                out_.append("\\\"");
                break;
            case '\\':
                out_.append("\\\\");
                break;
            case '\n':
                out_.append("\\n");
                break;
            case '\r':
                out_.append("\\r");
                break;
            case '\t':
                out_.append("\\t");
                break;
            default:
                if (point.value < 0x20 || needs_escape(point.value))
                    escape(out_, point.value);
                else
                    base::append(out_, point.value);
        }
    }
    out_.push_back('"');
}

void JsonWriter::number(double value) {
    if (!std::isfinite(value)) return null();
    separate();
    fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonWriter::number(std::size_t value) {
    separate();
    fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonWriter::number(int value) {
    separate();
    fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonWriter::boolean(bool value) {
    separate();
    out_.append(value ? "true" : "false");
}

void JsonWriter::null() {
    separate();
    out_.append("null");
}

void JsonWriter::member_or_null(std::string_view name, std::string_view value) {
    key(name);
    if (value.empty())
        null();
    else
        string(value);
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            out.push_back(at + i <= bytes.size() ? digits[group >> (18 - 6 * i) & 63] : '=');
    }
    return out;
}

}  // namespace incilint::report
