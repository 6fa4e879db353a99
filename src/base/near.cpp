#include "base/near.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace incilint::base {
namespace {

constexpr std::size_t shortest_beginning = 3;

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    const std::size_t none = limit + 1;
    if ((a.size() > b.size() ? a.size() - b.size() : b.size() - a.size()) > limit) return none;
    // Three rows of the full matrix, of which only the band within `limit` of the diagonal is filled.
    std::array<std::vector<std::size_t>, 3> rows;
    for (auto& row : rows) row.assign(b.size() + 1, none);
    for (std::size_t j = 0; j <= std::min(b.size(), limit); ++j) rows[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const auto& before = rows[(i + 1) % 3];
        const auto& above = rows[(i - 1) % 3];
        auto& row = rows[i % 3];
        const std::size_t from = i > limit ? i - limit : 0;
        const std::size_t to = std::min(b.size(), i + limit);
        std::size_t best = none;
        if (from > 0) row[from - 1] = none;
        for (std::size_t j = from; j <= to; ++j) {
            std::size_t cost = std::min(i, none);
            if (j > 0) {
                const bool same = a[i - 1] == b[j - 1];
                cost = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0U : 1U), none});
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    cost = std::min(cost, before[j - 2] + 1);
                }
            }
            row[j] = cost;
            best = std::min(best, cost);
        }
        if (to < b.size()) row[to + 1] = none;
        if (best > limit && (i == 1 || *std::min_element(above.begin(), above.end()) > limit)) return none;
    }
    return rows[a.size() % 3][b.size()];
}

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string> candidates) {
    std::size_t limit = std::clamp<std::size_t>(word.size() / 3, 1, 4);
    std::optional<std::string_view> found;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = edit_distance(word, candidate, limit);
        if (distance > limit) continue;
        found = candidate;
        if (distance == 0) break;
        limit = distance - 1;
    }
    if (found || word.size() < shortest_beginning) return found;
    // A word that was cut short, where one candidate alone goes on from it.
    for (const std::string& candidate : candidates) {
        if (!candidate.starts_with(word)) continue;
        if (found) return std::nullopt;
        found = candidate;
    }
    return found;
}

std::string did_you_mean(std::string_view word) {
    return "did you mean '" + printable(word) + "'?";
}

std::string near_hint(std::string_view word, std::span<const std::string> candidates, std::string otherwise) {
    const auto near = nearest(word, candidates);
    return near ? did_you_mean(*near) : otherwise;
}

}  // namespace incilint::base
