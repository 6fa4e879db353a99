#include "scan/name_counts.h"

#include <algorithm>
#include <functional>

#include "base/hash.h"

namespace incilint::scan {
namespace {

// Longer ones are no names.
constexpr std::size_t longest_counted = 200;
constexpr std::size_t least_slots = 64;

}  // namespace

void NameCounts::add(std::string_view name, std::size_t count) {
    add(name, base::hash64(name), count);
}

void NameCounts::add(std::string_view name, std::uint64_t print, std::size_t count) {
    if (2 * others_.size() >= slots_.size()) widen();
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = print & mask;
    for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
        Other& other = others_[slots_[slot] - 1];
        if (other.print != print || this->name(other) != name) continue;
        other.count += count;
        return;
    }
    if (others_.size() >= most_ || name.size() > longest_counted) {
        beyond_ += count;
        return;
    }
    others_.push_back(
        {static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(name.size()), print, count});
    bytes_.append(name);
    slots_[slot] = static_cast<std::uint32_t>(others_.size());
}

void NameCounts::widen() {
    slots_.assign(std::max(least_slots, 2 * slots_.size()), 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = 0; i < others_.size(); ++i) {
        std::size_t slot = others_[i].print & mask;
        while (slots_[slot] != 0) slot = (slot + 1) & mask;
        slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

void NameCounts::merge(const NameCounts& later) {
    for (const Other& other : later.others_) add(later.name(other), other.print, other.count);
    beyond_ += later.beyond_;
    for (const Known& one : later.known_) {
        const auto id = static_cast<std::size_t>(one.id);
        if (places_.size() <= id) places_.resize(id + 1);
        if (places_[id] == 0) {
            known_.push_back({one.id, one.name, 0});
            places_[id] = static_cast<std::uint32_t>(known_.size());
        }
        known_[places_[id] - 1].count += one.count;
    }
}

std::vector<std::pair<std::string_view, std::size_t>> NameCounts::top(std::size_t count) const {
    std::vector<std::pair<std::string_view, std::size_t>> out;
    out.reserve(size());
    for (const Other& other : others_) out.emplace_back(name(other), other.count);
    for (const Known& one : known_) out.emplace_back(one.name, one.count);
    // A name that a structure built may be one that the dictionary has.
    std::ranges::sort(out);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (kept > 0 && out[kept - 1].first == out[i].first)
            out[kept - 1].second += out[i].second;
        else
            out[kept++] = out[i];
    }
    out.resize(kept);
    std::ranges::stable_sort(out, std::greater{}, [](const auto& item) { return item.second; });
    if (out.size() > count) out.resize(count);
    return out;
}

}  // namespace incilint::scan
