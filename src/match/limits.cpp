#include "match/limits.h"

#include <algorithm>

namespace incilint::match {

Numbers numbers_of(const Screening& screening) {
    const auto recognised = std::ranges::count_if(
        screening.entries, [](const ScreenedEntry& entry) { return entry.recognised.has_value(); });
    return {screening.entries.size(), static_cast<std::size_t>(recognised), screening.verdict.given,
            screening.verdict.support, screening.verdict.burden_high};
}

bool breaks(const Limits& limits, Limit limit, const Numbers& numbers) {
    switch (limit) {
        case Limit::unknown:
            return limits.max_unknown && static_cast<double>(numbers.entries - numbers.recognised) * 100 >
                                             *limits.max_unknown * static_cast<double>(numbers.entries);
        case Limit::support:
            return limits.min_support && numbers.given && numbers.support < static_cast<int>(*limits.min_support);
        case Limit::burden:
            return limits.max_burden && numbers.given && numbers.burden_high > static_cast<int>(*limits.max_burden);
    }
    return false;
}

std::string looked_at(Limit limit, const Numbers& numbers) {
    if (limit == Limit::unknown)
        return std::to_string(numbers.entries - numbers.recognised) + " of " + std::to_string(numbers.entries);
    return std::to_string(limit == Limit::support ? numbers.support : numbers.burden_high);
}

}  // namespace incilint::match
