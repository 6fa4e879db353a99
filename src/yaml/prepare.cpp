#include "yaml/prepare.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/text.h"
#include "yaml/sketch.h"

namespace incilint::yaml {
namespace {

base::Diagnostic fault(std::string code, base::Where where, std::string what, std::string hint) {
    base::Diagnostic out;
    out.code = std::move(code);
    out.where = std::move(where);
    out.text = std::move(what);
    out.hint = std::move(hint);
    return out;
}

base::Where place(std::string_view text, std::size_t at, const std::string& file) {
    const base::Position found = base::LineIndex(text).at(at);
    return {file, static_cast<int>(found.line), static_cast<int>(found.column)};
}

std::string hex(unsigned value) {
    constexpr std::string_view digits = "0123456789abcdef";
    return {digits[(value >> 4U) & 15U], digits[value & 15U]};
}

/// UTF-16 and UTF-32 by their byte order mark, or by the NUL that ASCII text has in every second byte.
bool is_wide(std::string_view text) {
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) return true;
    return text.size() >= 2 && (text[0] == '\0') != (text[1] == '\0');
}

struct Fault {
    std::size_t at = 0;
    std::string code;
    std::string what;
    std::string hint;
};

/// Bytes of which first_forbidden must know more.
constexpr auto suspect = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) table[byte] = byte != '\t' && byte != '\n';
    table[0x7f] = table[0xc2] = true;
    return table;
}();

/// Characters that YAML forbids, and carriage returns alone, which editors count in two ways.
std::optional<Fault> first_forbidden(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (!suspect[byte]) continue;
        if (byte == 0) return Fault{at, "yaml/nul", "a NUL byte", "is this a binary file?"};
        if (byte == '\r' && (at + 1 == text.size() || text[at + 1] != '\n')) {
            return Fault{at, "yaml/control-character", "a carriage return without line feed",
                         "end lines with LF or CR LF"};
        }
        const bool c1 = byte == 0xc2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xa0 &&
                        static_cast<unsigned char>(text[at + 1]) != 0x85;
        if (byte == 0x7f || c1 || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r')) {
            const unsigned value = c1 ? static_cast<unsigned char>(text[at + 1]) : byte;
            return Fault{at, "yaml/control-character", "a control character (U+00" + hex(value) + ")",
                         "write it as \"\\x" + hex(value) + "\" in double quotes"};
        }
    }
    return std::nullopt;
}

Fault fault_of(const SketchFault& found, const Limits& limits) {
    const std::string depth = std::to_string(limits.max_depth);
    const std::string nodes = std::to_string(limits.max_nodes);
    switch (found.kind) {
        case SketchFault::Kind::tab:
            return {found.at, "yaml/tab", "a tab used as indentation", "indent with spaces"};
        case SketchFault::Kind::deep:
            return {found.at, "yaml/too-deep", "nesting deeper than " + depth + " levels", ""};
        case SketchFault::Kind::anchors:
            return {found.at, "yaml/too-many-anchors", "more than " + std::to_string(limits.max_anchors) + " anchors",
                    "write the values out"};
        case SketchFault::Kind::directives:
            return {found.at, "yaml/too-many-directives", "one line too many that starts with '%'", "leave them out"};
        case SketchFault::Kind::many:
            break;
    }
    return {found.at, "yaml/too-many-nodes", "more than " + nodes + " values", "split the file"};
}

bool starts_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
}

/// Writes one character where two escapes made it.
void join(Prepared& prepared, const std::vector<SurrogatePair>& pairs) {
    const std::string text = std::exchange(prepared.text, {});
    prepared.text.reserve(text.size());
    std::size_t copied = 0;
    std::size_t characters = 0;
    for (const SurrogatePair& pair : pairs) {
        const std::string_view before = std::string_view(text).substr(copied, pair.at - copied);
        characters += static_cast<std::size_t>(std::count_if(before.begin(), before.end(), starts_character)) + 1;
        prepared.text.append(before);
        base::append(prepared.text, pair.value);
        copied = pair.at + SurrogatePair::length;
        const std::size_t by = prepared.shifts.empty() ? 0 : prepared.shifts.back().by;
        prepared.shifts.push_back({characters, by + SurrogatePair::length - 1});
    }
    prepared.text.append(text, copied);
}

}  // namespace

std::size_t Prepared::original(std::size_t character) const {
    if (shifts.empty()) return character;
    const auto after = std::upper_bound(shifts.begin(), shifts.end(), character,
                                        [](std::size_t value, const Shift& shift) { return value < shift.at; });
    return after == shifts.begin() ? character : character + std::prev(after)->by;
}

std::string_view without_bom(std::string_view text) {
    return text.starts_with("\xef\xbb\xbf") ? text.substr(3) : text;
}

base::Expected<Prepared> prepare(std::string_view text, const std::string& file, const Limits& limits) {
    if (text.size() > limits.max_bytes) {
        const std::string limit = std::to_string(limits.max_bytes);
        return base::Error{fault("yaml/too-large", {file, 0, 0},
                                 std::to_string(text.size()) + " bytes, more than the limit of " + limit,
                                 "split the file")};
    }
    if (is_wide(text)) {
        return base::Error{fault("yaml/encoding", {file, 1, 1}, "UTF-16 or UTF-32 text", "save the file as UTF-8")};
    }
    if (const auto bad = base::first_ill_formed(text)) {
        const auto byte = static_cast<unsigned char>(text[*bad]);
        return base::Error{fault("yaml/encoding", place(text, *bad, file), "not UTF-8 (byte 0x" + hex(byte) + ")",
                                 "save the file as UTF-8")};
    }
    if (const auto found = first_forbidden(text)) {
        return base::Error{fault(found->code, place(text, found->at, file), found->what, found->hint)};
    }
    Prepared prepared;
    prepared.text = text;
    const Sketch sketch = sketch_of(prepared.text, limits);
    if (sketch.fault) {
        const Fault found = fault_of(*sketch.fault, limits);
        return base::Error{fault(found.code, place(text, found.at, file), found.what, found.hint)};
    }
    prepared.unclosed = sketch.unclosed;
    if (!sketch.pairs.empty()) join(prepared, sketch.pairs);
    if (!prepared.stand_ins.put_in(prepared.text, sketch.tabs)) {
        const std::size_t odd = StandIns::first(text).value_or(0);
        return base::Error{fault("yaml/control-character", place(text, odd, file),
                                 "a character that no other can stand for", "write it as an escape in double quotes")};
    }
    return prepared;
}

}  // namespace incilint::yaml
