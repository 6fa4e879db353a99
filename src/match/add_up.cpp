#include <algorithm>

#include "match/verdict.h"

namespace incilint::match {
namespace {

constexpr std::int64_t one = 1'000'000;
constexpr std::int64_t most = 100 * one;

std::int64_t times(std::int64_t points, std::int64_t factor) {
    return (points * factor + one / 2) / one;
}

/// One end of the range: `end` picks it out of Points.
std::int64_t add_up_end(std::vector<Scored>& scored, const Groups& groups, std::int64_t sibling,
                        std::span<const std::int64_t> caps, std::int64_t Points::*end) {
    // The largest first; of equals the one that stands first.
    std::vector<std::size_t> order(scored.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return scored[i].points.*end; });

    std::vector<char> group_seen(groups.bucket_of.size(), 0);
    std::vector<std::int64_t> room(caps.begin(), caps.end());
    std::int64_t sum = 0;
    for (const std::size_t i : order) {
        Scored& item = scored[i];
        const std::int64_t full = item.points.*end;
        const std::int64_t counted = group_seen[item.group] ? times(full, sibling) : full;
        item.is_sibling = group_seen[item.group] != 0;
        group_seen[item.group] = 1;
        std::int64_t& left = room[groups.bucket_of[item.group]];
        item.counted.*end = std::min(counted, left);
        left -= item.counted.*end;
        sum = std::min(most, sum + item.counted.*end);
    }
    return sum;
}

}  // namespace

Points add_up(std::vector<Scored>& scored, const Groups& groups, std::int64_t sibling,
              std::span<const std::int64_t> caps) {
    const std::int64_t low = add_up_end(scored, groups, sibling, caps, &Points::low);
    const std::int64_t high = add_up_end(scored, groups, sibling, caps, &Points::high);
    return {low, high};
}

}  // namespace incilint::match
