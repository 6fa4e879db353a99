#include "match/groups.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace incilint::match {
namespace {

/// Concerns and credits of one group name never meet.
using Key = std::pair<rules::Effect, std::string_view>;

Key key_of(const rules::Rule& rule) {
    if (!rule.group.empty()) return {rule.effect, rule.group};
    return {rule.effect, rule.category.empty() ? std::string_view{rule.id.text} : std::string_view{rule.category}};
}

struct Member {
    Key key;
    std::string_view category;
    std::size_t rule = 0;
    friend bool operator<(const Member& a, const Member& b) {
        return std::tie(a.key, a.category) < std::tie(b.key, b.category);
    }
};

}  // namespace

Groups group_rules(const std::vector<rules::Rule>& rules) {
    Groups groups;
    groups.group_of.resize(rules.size());
    // Sorted, the members of a group stand together, and so do its categories.
    std::vector<Member> members;
    members.reserve(rules.size());
    for (std::size_t r = 0; r < rules.size(); ++r) members.push_back({key_of(rules[r]), rules[r].category, r});
    std::sort(members.begin(), members.end());

    std::map<Key, std::uint32_t> buckets;
    for (auto first = members.begin(); first != members.end();) {
        const auto last = std::find_if(first, members.end(), [&](const Member& m) { return m.key != first->key; });
        const bool one_category = first->category == (last - 1)->category && !first->category.empty();
        const Key name{first->key.first, one_category ? first->category : first->key.second};
        const auto [bucket, is_new] = buckets.emplace(name, static_cast<std::uint32_t>(groups.buckets.size()));
        if (is_new) groups.buckets.emplace_back(name.second);
        const auto number = static_cast<std::uint32_t>(groups.bucket_of.size());
        groups.bucket_of.push_back(bucket->second);
        for (; first != last; ++first) groups.group_of[first->rule] = number;
    }
    return groups;
}

}  // namespace incilint::match
