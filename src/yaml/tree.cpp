#include "yaml/tree.h"

#include <iterator>
#include <numeric>
#include <utility>

namespace incilint::yaml {
namespace {

/// Most maps have few keys: comparing each with each is less work than ordering them.
bool all_differ(std::span<const Member> members) {
    constexpr std::size_t few = 16;
    if (members.size() > few) return false;
    for (std::size_t i = 1; i < members.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (members[i].key == members[j].key) return false;
        }
    }
    return true;
}

/// The last of them from `begin` on, in memory of their size.
template <class T>
std::vector<T> cut_off(std::vector<T>& all, std::size_t begin) {
    const auto from = all.begin() + static_cast<std::ptrdiff_t>(begin);
    std::vector<T> out(std::make_move_iterator(from), std::make_move_iterator(all.end()));
    all.erase(from, all.end());
    return out;
}

}  // namespace

std::vector<Repeated> repeated_keys(std::span<const Member> members) {
    std::vector<Repeated> twice;
    if (all_differ(members)) return twice;
    std::vector<std::size_t> order(members.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const int by_text = members[a].key.compare(members[b].key);
        return by_text != 0 ? by_text < 0 : a < b;
    });
    for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
        if (members[order[i]].key == members[order[first]].key) {
            twice.push_back({order[i], order[first]});
        } else {
            first = i;
        }
    }
    std::sort(twice.begin(), twice.end(), [](const Repeated& a, const Repeated& b) { return a.later < b.later; });
    return twice;
}

std::span<const Member> Tree::members() const {
    if (frames_.back().kind != Kind::map) return {};
    return std::span(members_).subspan(frames_.back().begin);
}

const Member* Tree::last_key() const {
    if (frames_.empty() || frames_.back().kind != Kind::map) return nullptr;
    return members_.size() > frames_.back().begin ? &members_.back() : nullptr;
}

void Tree::open(Kind kind, Mark mark, Anchor* anchor) {
    Frame& frame = frames_.emplace_back();
    frame.kind = kind;
    frame.awaits_key = kind == Kind::map;
    frame.mark = mark;
    frame.begin = kind == Kind::map ? members_.size() : items_.size();
    frame.anchor = anchor;
}

void Tree::key(std::string text, Mark mark) {
    members_.push_back({std::move(text), mark, {}});
    frames_.back().awaits_key = false;
}

void Tree::put(Node node) {
    if (frames_.empty()) {
        root_ = std::move(node);
    } else if (Frame& frame = frames_.back(); frame.kind == Kind::map) {
        members_.back().value = std::move(node);
        frame.awaits_key = true;
    } else {
        items_.push_back(std::move(node));
    }
}

Node Tree::close() {
    const Frame frame = frames_.back();
    frames_.pop_back();
    Node node;
    node.kind = frame.kind;
    node.mark = frame.mark;
    if (frame.kind == Kind::map) {
        node.members = cut_off(members_, frame.begin);
    } else {
        node.items = cut_off(items_, frame.begin);
    }
    if (frame.anchor != nullptr) {
        frame.anchor->open = false;
        frame.anchor->extent = frame.extent;
    }
    return node;
}

std::size_t Tree::children(const Frame& frame) const {
    // Of the innermost open list or map; those further out end where the next one of their kind begins.
    std::size_t end = frame.kind == Kind::map ? members_.size() : items_.size();
    for (const Frame* other = &frame + 1; other < frames_.data() + frames_.size(); ++other) {
        if (other->kind != frame.kind) continue;
        end = other->begin;
        break;
    }
    return end - frame.begin;
}

std::vector<std::uint32_t> Tree::path() const {
    std::vector<std::uint32_t> out;
    for (const Frame& frame : frames_) {
        // A map's open child already has its key.
        const std::size_t before = children(frame) - (frame.kind == Kind::map ? 1 : 0);
        out.push_back(static_cast<std::uint32_t>(before));
    }
    return out;
}

const Node& Tree::at(const Anchor& anchor) const {
    if (anchor.kind == Kind::null || anchor.kind == Kind::scalar) return anchor.leaf;
    if (frames_.empty()) return root_;
    // As far as the path goes through open nodes; the child that it leads to there is done.
    std::size_t level = 0;
    const std::vector<std::uint32_t> now = path();
    while (level + 1 < frames_.size() && level + 1 < anchor.path.size() && anchor.path[level] == now[level]) ++level;
    const Frame& frame = frames_[level];
    const std::size_t first = frame.begin + anchor.path[level];
    const Node* node = frame.kind == Kind::map ? &members_[first].value : &items_[first];
    for (++level; level < anchor.path.size(); ++level) {
        const std::uint32_t child = anchor.path[level];
        node = node->kind == Kind::map ? &node->members[child].value : &node->items[child];
    }
    return *node;
}

}  // namespace incilint::yaml
