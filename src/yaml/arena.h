// yaml/arena.h: the document while it is being read: flat, aliases not yet expanded.
// Promises: sizes with aliases expanded are known for each closed node without expanding anything.
// Must not know: libyaml, the text, messages.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "yaml/document.h"

namespace incilint::yaml {

/// What a node and all below it come to once aliases are expanded.
struct Extent {
    std::size_t nodes = 1;
    std::size_t bytes = 0;
    int height = 1;
    void add(const Extent& child) {
        nodes += child.nodes;
        bytes += child.bytes;
        height = std::max(height, child.height + 1);
    }
};

struct FlatKey {
    std::string text;
    Mark mark;
};

/// Two keys of one map with the same text, by index.
struct Repeated {
    std::uint32_t later = 0;
    std::uint32_t first = 0;
};
/// Each key that stands again, with where it stands first; in their order.
[[nodiscard]] std::vector<Repeated> repeated_keys(const std::vector<FlatKey>& keys);

struct Flat {
    Kind kind = Kind::null;
    bool quoted = false;
    bool open = false;  ///< still being read: an alias to it would be a cycle
    Mark mark;
    std::string text;
    std::vector<FlatKey> keys;  ///< maps: parallel to `children`
    /// Indices of nodes. An alias puts the index of its target here and its own place into `alias_marks`.
    std::vector<std::uint32_t> children;
    struct AliasMark {
        std::uint32_t child = 0;
        Mark mark;
    };
    std::vector<AliasMark> alias_marks;  ///< ascending by child
    Extent extent;
};

/// The node at `index` with all below it, by value. Depth is bounded: Extent::height was checked. Texts are moved out
/// of the arena where no alias can ask for them again.
enum class Aliases : std::uint8_t { none, some };
[[nodiscard]] Node expand(std::vector<Flat>& arena, std::uint32_t index, Aliases aliases);

}  // namespace incilint::yaml
