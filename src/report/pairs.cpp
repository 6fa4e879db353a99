#include "report/pairs.h"

#include <algorithm>
#include <unordered_map>

namespace incilint::report {
namespace {

/// Marks all but a longest rising run of the older places (patience sorting).
std::vector<bool> out_of_order(const std::vector<std::optional<std::size_t>>& places) {
    constexpr auto none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> ends;  // by length of the run: the item it ends with
    std::vector<std::size_t> previous(places.size(), none);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!places[i]) continue;
        const auto at = std::ranges::lower_bound(ends, *places[i], {}, [&](std::size_t k) { return *places[k]; });
        if (at != ends.begin()) previous[i] = *(at - 1);
        if (at == ends.end())
            ends.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> out(places.size(), true);
    for (std::size_t i = ends.empty() ? none : ends.back(); i != none; i = previous[i]) out[i] = false;
    for (std::size_t i = 0; i < places.size(); ++i) out[i] = out[i] && places[i].has_value();
    return out;
}

}  // namespace

Pairing pair_up(const std::vector<std::string>& before, const std::vector<std::string>& after) {
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < before.size(); ++i) places.emplace(before[i], i);
    Pairing out;
    std::vector<bool> stays(before.size(), false);
    for (const std::string& name : after) {
        const auto found = places.find(name);
        out.before_of.push_back(found == places.end() ? std::nullopt : std::optional(found->second));
        if (out.before_of.back()) stays[*out.before_of.back()] = true;
    }
    out.moved = out_of_order(out.before_of);
    for (std::size_t i = 0; i < before.size(); ++i)
        if (!stays[i]) out.gone.push_back(i);
    return out;
}

std::vector<std::string> numbered(std::vector<std::string> names) {
    std::unordered_map<std::string, std::size_t> seen;
    for (std::string& name : names) {
        const std::size_t number = ++seen[name];
        name.append("\n").append(std::to_string(number));
    }
    return names;
}

}  // namespace incilint::report
