#include "yaml/arena.h"

#include <utility>

namespace incilint::yaml {

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
