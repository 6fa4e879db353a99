// yaml/tree.h: the document while it is being read: what is open, what is done, and where anchors lead.
// Promises: a list or map is put into memory of its size once, when it closes; what a node comes to with aliases
// expanded is known before any of it is copied.
// Must not know: libyaml, the text, messages, limits.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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

/// Two keys of one map with the same text, by index.
struct Repeated {
    std::size_t later = 0;
    std::size_t first = 0;
};
/// Each key that stands again, with where it stands first; in their order.
[[nodiscard]] std::vector<Repeated> repeated_keys(std::span<const Member> members);

/// What an anchor names.
struct Anchor {
    bool open = true;  ///< still being read: an alias to it would be a cycle
    Kind kind = Kind::null;
    Extent extent;
    Node leaf;                        ///< null and scalar
    std::vector<std::uint32_t> path;  ///< list and map: which child of the root, which child of that, …
};

class Tree {
  public:
    [[nodiscard]] std::size_t depth() const { return frames_.size(); }
    /// What the innermost open node comes to so far; there is one.
    [[nodiscard]] Extent& top() { return frames_.back().extent; }
    /// The next node is a key of the innermost open map.
    [[nodiscard]] bool awaits_key() const { return !frames_.empty() && frames_.back().awaits_key; }
    /// The last key of the innermost open map; null: there is none.
    [[nodiscard]] const Member* last_key() const;
    /// The members of the innermost open map so far.
    [[nodiscard]] std::span<const Member> members() const;

    void open(Kind kind, Mark mark, Anchor* anchor);
    void key(std::string text, Mark mark);
    /// A complete node, below the innermost open one or as the root.
    void put(Node node);
    /// The innermost open node as it is now, which is open no more: put() it.
    [[nodiscard]] Node close();

    /// Where the next node will stand.
    [[nodiscard]] std::vector<std::uint32_t> path() const;
    /// The node that a closed anchor names.
    [[nodiscard]] const Node& at(const Anchor& anchor) const;

    [[nodiscard]] Node take() { return std::move(root_); }

  private:
    struct Frame {
        Kind kind = Kind::null;
        bool awaits_key = false;
        Mark mark;
        std::size_t begin = 0;  ///< of its children in items_ or members_
        Anchor* anchor = nullptr;
        Extent extent;
    };
    [[nodiscard]] std::size_t children(const Frame& frame) const;

    std::vector<Frame> frames_;
    std::vector<Node> items_;      ///< of all open lists, one behind the other
    std::vector<Member> members_;  ///< of all open maps
    Node root_{Kind::null, {}, false, {1, 1, 0}, {}, {}};
};

}  // namespace incilint::yaml
