#include "match/groups.h"

#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace incilint::match {
namespace {

/// Concerns and credits of one group name never meet.
using Key = std::pair<rules::Effect, std::string_view>;

Key key_of(const rules::Rule& rule) {
    if (!rule.group.empty()) return {rule.effect, rule.group};
    return {rule.effect, rule.category.empty() ? std::string_view{rule.id.text} : std::string_view{rule.category}};
}

}  // namespace

Groups group_rules(const std::vector<rules::Rule>& rules) {
    Groups groups;
    std::map<Key, std::set<std::string_view>> categories;
    for (const rules::Rule& rule : rules) categories[key_of(rule)].insert(rule.category);

    std::map<Key, std::uint32_t> numbers;
    std::map<Key, std::uint32_t> buckets;
    for (const auto& [key, held] : categories) {
        const std::string_view only = held.size() == 1 ? *held.begin() : std::string_view{};
        const Key name{key.first, only.empty() ? key.second : only};
        const auto [bucket, is_new] = buckets.emplace(name, static_cast<std::uint32_t>(groups.buckets.size()));
        if (is_new) groups.buckets.emplace_back(name.second);
        numbers.emplace(key, static_cast<std::uint32_t>(groups.bucket_of.size()));
        groups.bucket_of.push_back(bucket->second);
    }
    for (const rules::Rule& rule : rules) groups.group_of.push_back(numbers.at(key_of(rule)));
    return groups;
}

}  // namespace incilint::match
