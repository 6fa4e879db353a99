#include "yaml/arena.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace incilint::yaml {
namespace {

/// Most maps have few keys: comparing each with each is less work than ordering them.
bool all_differ(const std::vector<FlatKey>& keys) {
    constexpr std::size_t few = 16;
    if (keys.size() > few) return false;
    for (std::size_t i = 1; i < keys.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (keys[i].text == keys[j].text) return false;
        }
    }
    return true;
}

}  // namespace

std::vector<Repeated> repeated_keys(const std::vector<FlatKey>& keys) {
    std::vector<Repeated> twice;
    if (all_differ(keys)) return twice;
    std::vector<std::uint32_t> order(keys.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const int by_text = keys[a].text.compare(keys[b].text);
        return by_text != 0 ? by_text < 0 : a < b;
    });
    for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
        if (keys[order[i]].text == keys[order[first]].text) {
            twice.push_back({order[i], order[first]});
        } else {
            first = i;
        }
    }
    std::sort(twice.begin(), twice.end(), [](const Repeated& a, const Repeated& b) { return a.later < b.later; });
    return twice;
}

Node expand(std::vector<Flat>& arena, std::uint32_t index, Aliases aliases) {
    const auto given = [&](std::string& text) { return aliases == Aliases::none ? std::move(text) : text; };
    Flat& flat = arena[index];
    Node node;
    node.kind = flat.kind;
    node.text = given(flat.text);
    node.quoted = flat.quoted;
    node.mark = flat.mark;
    std::size_t alias = 0;
    const auto child = [&](std::uint32_t at) {
        Node below = expand(arena, flat.children[at], aliases);
        if (alias < flat.alias_marks.size() && flat.alias_marks[alias].child == at) {
            // The place is the alias's; the bytes are where they are (yaml/trace.h).
            const std::size_t offset = below.mark.offset;
            below.mark = flat.alias_marks[alias++].mark;
            below.mark.offset = offset;
        }
        return below;
    };
    const auto count = static_cast<std::uint32_t>(flat.children.size());
    if (flat.kind == Kind::sequence) {
        node.items.reserve(count);
        for (std::uint32_t at = 0; at < count; ++at) node.items.push_back(child(at));
    } else if (flat.kind == Kind::map) {
        node.members.reserve(count);
        for (std::uint32_t at = 0; at < count; ++at) {
            node.members.push_back({given(flat.keys[at].text), flat.keys[at].mark, child(at)});
        }
    }
    return node;
}

}  // namespace incilint::yaml
