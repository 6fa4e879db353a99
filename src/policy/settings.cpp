#include "policy/settings.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/near.h"
#include "base/text.h"
#include "ignore/ignore_file.h"
#include "rules/date.h"
#include "yaml/document.h"

namespace incilint::policy {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        const std::string_view part = base::trim(text.substr(at, end - at));
        if (!part.empty()) out.emplace_back(part);
        at = end + 1;
    }
    return out;
}

/// The items of a list as an assignment writes them: with commas between, or in the brackets of YAML.
base::Expected<std::vector<std::string>, std::string> items_of(std::string_view text) {
    const std::string_view whole = base::trim(text);
    if (!whole.starts_with('[') || !whole.ends_with(']')) return split(text, ',');
    const auto list = yaml::parse(whole, "");
    if (!list || list->kind != yaml::Kind::sequence) return base::Error{std::string("a list like [a, b]")};
    std::vector<std::string> out;
    for (const yaml::Node& item : list->items) {
        if (item.kind != yaml::Kind::scalar) return base::Error{std::string("a list like [a, b]")};
        out.push_back(item.text);
    }
    return out;
}

std::string listed(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out.append(out.empty() ? "" : ", ").append(word);
    return out;
}

std::optional<double> decimal(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return value;
}

/// Findings of policy itself.
constexpr std::size_t of_inputs = 4;
constexpr std::array<std::string_view, 11> rules_of_policy = {duplicate_key,
                                                              unknown_market,
                                                              unknown_type,
                                                              unknown_area,
                                                              idle_pattern,
                                                              "suppression/unused",
                                                              "suppression/expired",
                                                              "suppression/incomplete",
                                                              "suppression/malformed",
                                                              "suppression/refused",
                                                              "baseline/stale"};

std::string_view family(std::string_view rule) {
    return rule.substr(0, std::min(rule.find('/'), rule.size()));
}

}  // namespace

std::span<const std::string_view> own_rules() {
    return rules_of_policy;
}

std::span<const std::string_view> rules_of_inputs() {
    return own_rules().first(of_inputs);
}

base::Expected<std::string, std::string> checked(const Key& key, std::string_view item) {
    const std::string_view text = base::trim(item);
    if (!key.words.empty()) {
        const std::vector<std::string> known = split(key.words, ' ');
        if (std::find(known.begin(), known.end(), text) != known.end()) return std::string(text);
        if (const auto near = base::nearest(text, known))
            return base::Error{"one of " + listed(known) + "; " + base::did_you_mean(*near)};
        return base::Error{"one of " + listed(known)};
    }
    switch (key.kind) {
        case Kind::flag:
            if (text == "true" || text == "false") return std::string(text);
            return base::Error{std::string("true or false")};
        case Kind::count: {
            const bool digits =
                !text.empty() && text.size() <= 9 && text.find_first_not_of("0123456789") == std::string_view::npos;
            if (digits) return std::string(text);
            return base::Error{std::string("a whole number of 0 or more")};
        }
        case Kind::score:
            if (text == "100" ||
                (!text.empty() && text.size() <= 2 && text.find_first_not_of("0123456789") == std::string_view::npos))
                return std::string(text);
            return base::Error{std::string("a whole number from 0 to 100")};
        case Kind::percent: {
            const std::string_view number = text.ends_with('%') ? base::trim(text.substr(0, text.size() - 1)) : text;
            const auto value = decimal(number);
            const bool digit = !number.empty() && number.front() >= '0' && number.front() <= '9';
            if (digit && value && *value <= 100) return std::string(number);
            return base::Error{std::string("a percentage from 0 to 100, like 20 %")};
        }
        case Kind::code: {
            const bool letters =
                std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
            if (letters && text.size() >= 2 && text.size() <= 8) return std::string(text);
            return base::Error{std::string("a code of two to eight letters, like eu")};
        }
        case Kind::day:
            if (rules::date_named(text)) return std::string(text);
            return base::Error{std::string("a day, like 2026-08-01")};
        case Kind::word:
        case Kind::text:
        case Kind::texts:
            break;
    }
    if (text.empty()) return base::Error{std::string("a text that is not empty")};
    return std::string(text);
}

Settings::Settings() {
    for (const Key& key : keys())
        if (!key.fallback.empty()) values_[std::string(key.name)] = {{std::string(key.fallback)}, Origin::fallback, {}};
}

void Settings::set(const std::string& key, Value value) {
    values_[key] = std::move(value);
}

std::optional<base::Diagnostic> Settings::assign(std::string_view assignment, Origin origin, base::Where where) {
    const std::size_t equals = assignment.find('=');
    if (equals == assignment.npos)
        return base::Diagnostic{"config/assignment", where, "'" + base::printable(assignment) + "' sets nothing",
                                "write KEY=VALUE"};
    const std::string name(base::trim(assignment.substr(0, equals)));
    const Key* key = find_key(name);
    if (!key) {
        const std::vector<std::string> names = key_names();
        return base::Diagnostic{"config/unknown-key", where, "there is no setting '" + base::printable(name) + "'",
                                base::near_hint(name, names, "see incilint config show")};
    }
    Value value{{}, origin, std::move(where)};
    const std::string_view given = assignment.substr(equals + 1);
    std::vector<std::string> items{std::string(given)};
    if (key->kind == Kind::texts) {
        auto list = items_of(given);
        if (!list)
            return base::Diagnostic{"config/value", value.where,
                                    name + ": '" + base::printable(given) + "' is not " + list.error(), ""};
        items = std::move(*list);
    }
    for (const std::string& item : items) {
        auto good = checked(*key, item);
        if (!good)
            return base::Diagnostic{"config/value", value.where,
                                    name + ": '" + base::printable(item) + "' is not " + good.error(), ""};
        value.items.push_back(*good);
    }
    set(name, std::move(value));
    return std::nullopt;
}

std::vector<const Override*> Settings::overrides_of(std::string_view path) const {
    std::vector<const Override*> out;
    for (const Override& part : overrides_) {
        const bool named = std::any_of(part.files.begin(), part.files.end(), [path](const std::string& pattern) {
            return ignore::names_file(pattern, path);
        });
        if (named) out.push_back(&part);
    }
    return out;
}

Settings Settings::for_file(std::string_view path) const {
    return with(overrides_of(path));
}

Settings Settings::with(const std::vector<const Override*>& overrides) const {
    Settings out = *this;
    out.overrides_.clear();
    for (const Override* part : overrides) {
        for (const auto& [key, value] : part->values) {
            // An override is a part of its file: environment and command line stay above it.
            const Value* had = find(key);
            if (!had || had->origin <= Origin::file) out.set(key, value);
        }
    }
    return out;
}

base::Diagnostics Settings::unknown_rules(const std::vector<std::string>& known) const {
    // 1. What the settings name: most often nothing.
    std::vector<std::pair<std::string_view, const Value*>> named;
    const auto look_at = [&](const std::map<std::string, Value>& values) {
        for (const auto& [key, value] : values) {
            if (key.starts_with("severities.")) named.emplace_back(std::string_view(key).substr(11), &value);
            if (key != "soft-fail") continue;
            for (const std::string& rule : value.items) named.emplace_back(rule, &value);
        }
    };
    look_at(values_);
    for (const Override& part : overrides_) look_at(part.values);
    if (named.empty()) return {};
    // 2. What there is: rules and whole families.
    std::vector<std::string> all = known;
    for (const std::string_view rule : own_rules()) all.emplace_back(rule);
    const std::size_t rules = all.size();
    for (std::size_t i = 0; i < rules; ++i)
        if (std::string of = std::string(family(all[i])) + "/*"; std::ranges::find(all, of) == all.end())
            all.push_back(std::move(of));
    base::Diagnostics out;
    for (const auto& [rule, value] : named) {
        if (std::ranges::find(all, rule) != all.end()) continue;
        out.push_back({"config/unknown-rule", value->where, "no rule is called '" + base::printable(rule) + "'",
                       base::near_hint(rule, all, "see incilint rules list")});
    }
    return out;
}

const Value* Settings::find(std::string_view key) const {
    const auto found = values_.find(std::string(key));
    return found == values_.end() ? nullptr : &found->second;
}

std::string Settings::text(std::string_view key) const {
    const Value* value = find(key);
    return value && !value->items.empty() ? value->items.front() : "";
}

std::vector<std::string> Settings::texts(std::string_view key) const {
    const Value* value = find(key);
    return value ? value->items : std::vector<std::string>();
}

std::optional<std::size_t> Settings::count(std::string_view key) const {
    const std::string word = text(key);
    return word.empty() ? std::nullopt : std::optional<std::size_t>(std::stoul(word));
}

std::optional<double> Settings::percent(std::string_view key) const {
    return decimal(text(key));
}

std::string Settings::severity_of(std::string_view rule) const {
    const std::string exact = text("severities." + std::string(rule));
    return exact.empty() ? text("severities." + std::string(family(rule)) + "/*") : exact;
}

bool Settings::lists_rule(std::string_view key, std::string_view rule) const {
    const std::string of_family = std::string(family(rule)) + "/*";
    const std::vector<std::string> listed_rules = texts(key);
    return std::any_of(listed_rules.begin(), listed_rules.end(),
                       [&](const std::string& item) { return item == rule || item == of_family; });
}

}  // namespace incilint::policy
