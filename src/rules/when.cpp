#include "rules/when.h"

#include <algorithm>

#include "rules/keys.h"

namespace incilint::rules {
namespace {

constexpr std::int64_t max_rank = 100'000;  ///< no list is longer

enum class Unit { percent, place };

std::optional<Range> read_range(const yaml::Node& node, std::string_view what, Unit unit, const Reader& reader) {
    if (!reader.map_of(node, what, keys::range)) return std::nullopt;
    const auto bound = [&](std::string_view key) -> std::optional<double> {
        const yaml::Node* found = node.find(key);
        if (found == nullptr) return std::nullopt;
        const std::string name = concat({what, " ", key});
        if (unit == Unit::percent) return reader.percent(*found, name);
        const auto rank = reader.integer(*found, name, 1, max_rank);
        return rank ? std::optional<double>(static_cast<double>(*rank)) : std::nullopt;
    };
    Range range{bound("at-least"), bound("at-most")};
    if (node.members.empty()) {
        reader.fault(node.mark, "rules/missing-key", concat({what, " has no bound"}), "one of: at-least, at-most");
    } else if (range.at_least && range.at_most && *range.at_least > *range.at_most) {
        reader.fault(node.mark, "rules/out-of-range", concat({what, " is empty: at-least is above at-most"}));
    }
    return range.at_least || range.at_most ? std::optional<Range>(range) : std::nullopt;
}

std::vector<std::string> read_markets(const yaml::Node& node, const Reader& reader) {
    std::vector<std::string> out;
    for (const Word& word : reader.texts(node, "market")) {
        std::string code = word.text;
        for (char& c : code) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (letters && code.size() >= 2 && code.size() <= 8) {
            out.push_back(std::move(code));
        } else {
            add_fault(reader.faults(), word.where, "rules/unknown-word",
                      concat({"market ", quoted(word.text), " is no code"}), "two to eight letters, like eu or us");
        }
    }
    return out;
}

std::optional<Date> read_date(const yaml::Node& node, std::string_view what, const Reader& reader) {
    const auto text = reader.text(node, what);
    if (!text) return std::nullopt;
    const auto date = date_named(text->text);
    if (!date) {
        add_fault(reader.faults(), text->where, "rules/wrong-date",
                  concat({what, " is ", quoted(text->text), ", which is no day"}), "write year-month-day: 2022-03-01");
    }
    return date;
}

}  // namespace

When read_when(const yaml::Node& node, const Reader& reader) {
    When when;
    if (!reader.map_of(node, "when", keys::when)) return when;
    for (const yaml::Member& member : node.members) {
        if (member.key == "product") {
            for (const std::size_t i : reader.choices(member.value, "product type", keys::products)) {
                when.product.push_back(*product_type_named(keys::products[i]));
            }
        } else if (member.key == "area") {
            for (const std::size_t i : reader.choices(member.value, "area", keys::areas)) {
                when.area.push_back(*area_named(keys::areas[i]));
            }
        } else if (member.key == "market") {
            when.market = read_markets(member.value, reader);
        } else if (member.key == "concentration") {
            when.concentration = read_range(member.value, "concentration", Unit::percent, reader);
        } else if (member.key == "rank") {
            when.rank = read_range(member.value, "rank", Unit::place, reader);
        } else if (member.key == "from-end") {
            when.rank_from_end = read_range(member.value, "from-end", Unit::place, reader);
        } else if (member.key == "since") {
            when.since = read_date(member.value, "since", reader);
        } else if (member.key == "until") {
            when.until = read_date(member.value, "until", reader);
        }
    }
    if (when.since && when.until && *when.since > *when.until) {
        reader.fault(node.mark, "rules/out-of-range", "when is empty: since is after until");
    }
    if (node.members.empty()) reader.fault(node.mark, "rules/missing-key", "when is empty", "leave it out");
    return when;
}

std::optional<std::optional<Severity>> read_severity_or_none(const yaml::Node& node, std::string_view what,
                                                             const Reader& reader) {
    const auto found = reader.choice(node, what, keys::severities_or_none);
    if (!found) return std::nullopt;
    return severity_named(keys::severities_or_none[*found]);
}

std::vector<Grade> read_grades(const yaml::Node& node, const Reader& reader) {
    std::vector<Grade> out;
    if (!reader.list(node, "grades")) return out;
    for (const yaml::Node& item : node.items) {
        if (!reader.map_of(item, "a grade", keys::grade)) continue;
        const yaml::Node* when = reader.required(item, "when", "a grade");
        const yaml::Node* severity = reader.required(item, "severity", "a grade");
        if (when == nullptr || severity == nullptr) continue;
        const auto word = read_severity_or_none(*severity, "severity", reader);
        Grade grade;
        grade.when = read_when(*when, reader);
        grade.severity = word.value_or(std::nullopt);
        grade.where = reader.at(item.mark);
        if (word) out.push_back(std::move(grade));
    }
    return out;
}

}  // namespace incilint::rules
