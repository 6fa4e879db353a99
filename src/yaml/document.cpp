#include "yaml/document.h"

#include <charconv>
#include <cmath>

#include "yaml/builder.h"
#include "yaml/prepare.h"

namespace incilint::yaml {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The length of a run of digits without a leading zero that is not the whole run; 0: none.
std::size_t integer_part(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size() && is_digit(text[size])) ++size;
    return size > 1 && text[0] == '0' ? 0 : size;
}

}  // namespace

const Node* Node::find(std::string_view key) const {
    for (const Member& member : members) {
        if (member.key == key) return &member.value;
    }
    return nullptr;
}

base::Expected<Node, base::Diagnostics> parse(std::string_view text, const std::string& file, const Limits& limits) {
    auto prepared = prepare(without_bom(text), file, limits);
    if (!prepared) return base::Error{base::Diagnostics{std::move(prepared).error()}};
    return build(*prepared, text, file, limits);
}

std::optional<bool> as_bool(const Node& node) {
    if (node.kind != Kind::scalar || node.quoted) return std::nullopt;
    if (node.text == "true") return true;
    if (node.text == "false") return false;
    return std::nullopt;
}

std::optional<std::int64_t> as_integer(const Node& node) {
    if (node.kind != Kind::scalar || node.quoted) return std::nullopt;
    const std::string_view text = node.text;
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    if (digits.empty() || integer_part(digits) != digits.size()) return std::nullopt;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<double> as_number(const Node& node) {
    if (node.kind != Kind::scalar || node.quoted) return std::nullopt;
    const std::string_view text = node.text;
    std::string_view rest = text.starts_with('-') ? text.substr(1) : text;
    const std::size_t whole = integer_part(rest);
    if (whole == 0) return std::nullopt;
    rest = rest.substr(whole);
    if (!rest.empty()) {
        std::size_t digits = 1;
        while (digits < rest.size() && is_digit(rest[digits])) ++digits;
        if (rest[0] != '.' || digits == 1 || digits != rest.size()) return std::nullopt;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

}  // namespace incilint::yaml
