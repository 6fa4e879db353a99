#include "match/place.h"

#include <array>
#include <cmath>
#include <limits>

namespace incilint::match {
namespace {

/// Weight percent: the line above which lists are in descending order, and what counts as a trace (report, section 10).
constexpr double one_percent_line = 1.0;
constexpr double trace_line = 0.1;

Level level_of(const label::Percent& percent, bool is_top) {
    if (percent.max <= trace_line) return Level::trace;
    if (percent.max < one_percent_line) return Level::below;
    if (percent.min >= one_percent_line) return is_top ? Level::top : Level::above;
    return Level::straddling;
}

Level level_of(std::uint32_t rank, std::uint32_t count, const rules::VerdictModel& model) {
    const auto within = [&](double share) {
        return std::int64_t{rank} * 1'000'000 <= std::int64_t{count} * millionths(share);
    };
    if (std::int64_t{rank} <= model.top_ranks) return Level::top;
    if (within(model.above_share)) return Level::above;
    return within(model.straddling_share) ? Level::straddling : Level::below;
}

}  // namespace

std::int64_t millionths(double value) {
    constexpr double most = 1000;
    if (!(value > 0)) return 0;
    return std::llround(std::min(value, most) * 1e6);
}

base::LongVector<Place> places_of(const label::Product& product, const rules::VerdictModel& model) {
    std::array<std::uint32_t, 4> counts{};
    base::LongVector<std::uint32_t> ranks;
    ranks.reserve(product.entries.size());
    for (const label::Entry& entry : product.entries) {
        std::uint32_t& count = counts[static_cast<std::size_t>(entry.section)];
        if (!entry.part_of_group || count == 0) ++count;
        ranks.push_back(count);
    }
    base::LongVector<Place> places(product.entries.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const label::Entry& entry = product.entries[i];
        Place& place = places[i];
        place.count = counts[static_cast<std::size_t>(entry.section)];
        const bool is_ordered = entry.section == label::Section::main || entry.section == label::Section::inactive;
        if (product.order == label::Order::descending && is_ordered) place.rank = ranks[i];
        if (entry.percent) {
            const bool is_top = place.rank && std::int64_t{*place.rank} <= model.top_ranks;
            place.level = level_of(*entry.percent, is_top);
        } else if (place.rank) {
            place.level = level_of(*place.rank, place.count, model);
        }
    }
    return places;
}

}  // namespace incilint::match
