#include "rules/reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/joined.h"
#include "base/near.h"
#include "base/text.h"

namespace incilint::rules {
namespace {

constexpr std::size_t max_text = 4000;   ///< bytes of one text; nobody writes a longer title, name or message
constexpr std::size_t few_words = 12;    ///< that many are listed in a hint
constexpr std::size_t shown_bytes = 60;  ///< of a text that a message quotes

std::string shown_number(double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed).ptr;
    return {buffer.data(), end};
}

}  // namespace

std::string concat(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const std::string_view part : parts) out.append(part);
    return out;
}

std::string quoted(std::string_view text) {
    std::size_t end = std::min(text.size(), shown_bytes);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) ++end;
    return concat({"'", base::printable(text.substr(0, end)), end < text.size() ? "…'" : "'"});
}

std::string suggestion(std::string_view text, const std::vector<std::string>& known) {
    const bool few = !known.empty() && known.size() <= few_words;
    return base::near_hint(text, known, few ? "one of: " + base::joined(known) : "");
}

std::string suggestion(std::string_view text, Words known) {
    return suggestion(text, std::vector<std::string>(known.begin(), known.end()));
}

bool is_kebab(std::string_view text) {
    if (text.empty() || text.size() > 64 || text.front() == '-' || text.back() == '-') return false;
    if (text.find("--") != std::string_view::npos) return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

bool is_rule_id(std::string_view text) {
    const std::size_t slash = text.find('/');
    return slash != std::string_view::npos && is_kebab(text.substr(0, slash)) && is_kebab(text.substr(slash + 1));
}

void add_fault(base::Diagnostics& faults, base::Where where, std::string_view code, std::string text,
               std::string hint) {
    base::Diagnostic& fault = faults.emplace_back();
    fault.code = code;
    fault.where = std::move(where);
    fault.text = std::move(text);
    fault.hint = std::move(hint);
}

void Reader::wrong(const yaml::Node& node, std::string_view what, std::string_view expected, std::string hint) const {
    std::string got;
    switch (node.kind) {
        case yaml::Kind::null:
            got = ", but is empty";
            break;
        case yaml::Kind::scalar:
            got = concat({", not ", quoted(node.text)});
            break;
        case yaml::Kind::sequence:
            got = ", not a list";
            break;
        case yaml::Kind::map:
            got = ", not a map";
            break;
    }
    fault(node.mark, "rules/wrong-type", concat({what, " must be ", expected, got}), std::move(hint));
}

bool Reader::map(const yaml::Node& node, std::string_view what) const {
    if (node.kind == yaml::Kind::map) return true;
    wrong(node, what, "a map");
    return false;
}

bool Reader::list(const yaml::Node& node, std::string_view what) const {
    if (node.kind == yaml::Kind::sequence) return true;
    wrong(node, what, "a list");
    return false;
}

void Reader::unknown_key(const yaml::Member& member, std::string_view what, Words known) const {
    fault(member.key_mark, "rules/unknown-key", concat({"unknown key ", quoted(member.key), " in ", what}),
          suggestion(member.key, known));
}

bool Reader::map_of(const yaml::Node& node, std::string_view what, Words known) const {
    if (!map(node, what)) return false;
    for (const yaml::Member& member : node.members) {
        if (std::find(known.begin(), known.end(), member.key) == known.end()) unknown_key(member, what, known);
    }
    return true;
}

const yaml::Node* Reader::required(const yaml::Node& map, std::string_view key, std::string_view what) const {
    const yaml::Node* found = map.find(key);
    if (found == nullptr) {
        fault(map.mark, "rules/missing-key", concat({what, " needs the key '", key, "'"}));
    }
    return found;
}

std::optional<Word> Reader::text(const yaml::Node& node, std::string_view what) const {
    if (node.kind != yaml::Kind::scalar || base::trim(node.text).empty()) {
        wrong(node, what, "a text");
        return std::nullopt;
    }
    if (node.text.size() > max_text) {
        fault(node.mark, "rules/out-of-range", concat({what, " is longer than ", std::to_string(max_text), " bytes"}));
        return std::nullopt;
    }
    return Word{std::string(base::trim(node.text)), at(node.mark)};
}

std::optional<Word> Reader::kebab(const yaml::Node& node, std::string_view what) const {
    auto word = text(node, what);
    if (!word || is_kebab(word->text)) return word;
    fault(node.mark, "rules/bad-id", concat({what, " ", quoted(word->text), " is not kebab-case"}),
          "lower-case letters and digits joined by hyphens");
    return std::nullopt;
}

std::vector<Word> Reader::texts(const yaml::Node& node, std::string_view what) const {
    std::vector<Word> out;
    const auto add = [&](const yaml::Node& item) {
        if (auto word = text(item, what)) out.push_back(std::move(*word));
    };
    if (node.kind != yaml::Kind::sequence) {
        add(node);
        return out;
    }
    if (node.items.empty()) fault(node.mark, "rules/wrong-type", concat({what, " is an empty list"}));
    for (const yaml::Node& item : node.items) add(item);
    return out;
}

std::vector<Word> Reader::kebabs(const yaml::Node& node, std::string_view what) const {
    std::vector<Word> out = texts(node, what);
    std::erase_if(out, [&](const Word& word) {
        if (is_kebab(word.text)) return false;
        add_fault(*faults_, word.where, "rules/bad-id", concat({what, " ", quoted(word.text), " is not kebab-case"}),
                  "lower-case letters and digits joined by hyphens");
        return true;
    });
    return out;
}

std::optional<std::size_t> Reader::choice(const yaml::Node& node, std::string_view what, Words known) const {
    const auto word = text(node, what);
    if (!word) return std::nullopt;
    const auto found = std::find(known.begin(), known.end(), word->text);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    fault(node.mark, "rules/unknown-word", concat({"unknown ", what, " ", quoted(word->text)}),
          suggestion(word->text, known));
    return std::nullopt;
}

std::vector<std::size_t> Reader::choices(const yaml::Node& node, std::string_view what, Words known) const {
    std::vector<std::size_t> out;
    const auto add = [&](const yaml::Node& item) {
        if (const auto found = choice(item, what, known)) out.push_back(*found);
    };
    if (node.kind != yaml::Kind::sequence) {
        add(node);
        return out;
    }
    if (node.items.empty()) fault(node.mark, "rules/wrong-type", concat({what, " is an empty list"}));
    for (const yaml::Node& item : node.items) add(item);
    return out;
}

std::optional<bool> Reader::boolean(const yaml::Node& node, std::string_view what) const {
    const auto value = yaml::as_bool(node);
    if (!value) wrong(node, what, "true or false", "without quotes; yes, no, on and off are plain words");
    return value;
}

bool Reader::in_range(const yaml::Node& node, std::string_view what, double value, double low,
                      std::optional<double> high) const {
    if (value >= low && (!high || value <= *high)) return true;
    const std::string bounds = high ? concat({"between ", shown_number(low), " and ", shown_number(*high)})
                                    : concat({"at least ", shown_number(low)});
    fault(node.mark, "rules/out-of-range", concat({what, " must be ", bounds, ", not ", quoted(node.text)}));
    return false;
}

std::optional<double> Reader::number(const yaml::Node& node, std::string_view what, double low,
                                     std::optional<double> high) const {
    const auto value = yaml::as_number(node);
    if (!value) {
        wrong(node, what, "a number", "a plain decimal like 0.5, without quotes");
        return std::nullopt;
    }
    return in_range(node, what, *value, low, high) ? value : std::nullopt;
}

std::optional<std::int64_t> Reader::integer(const yaml::Node& node, std::string_view what, std::int64_t low,
                                            std::int64_t high) const {
    const auto value = yaml::as_integer(node);
    if (!value) {
        wrong(node, what, "a whole number");
        return std::nullopt;
    }
    const bool fits =
        in_range(node, what, static_cast<double>(*value), static_cast<double>(low), static_cast<double>(high));
    return fits ? value : std::nullopt;
}

std::optional<double> Reader::percent(const yaml::Node& node, std::string_view what) const {
    constexpr std::string_view expected = "a percentage like 1 %";
    if (node.kind != yaml::Kind::scalar || !node.text.ends_with('%')) {
        wrong(node, what, expected, node.kind == yaml::Kind::scalar ? "write the % sign" : "");
        return std::nullopt;
    }
    yaml::Node bare;
    bare.kind = yaml::Kind::scalar;
    bare.text = base::trim(std::string_view(node.text).substr(0, node.text.size() - 1));
    const auto value = yaml::as_number(bare);
    if (!value) {
        wrong(node, what, expected);
        return std::nullopt;
    }
    return in_range(node, what, *value, 0, 100) ? value : std::nullopt;
}

}  // namespace incilint::rules
