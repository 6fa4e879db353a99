#include "match/factors.h"

#include <algorithm>
#include <map>
#include <string>

namespace incilint::match {
namespace {

constexpr std::int64_t one = 1'000'000;
/// No finding needs more than 1000 points, as burden ends at 100; the bound keeps products inside 64 bits.
constexpr std::int64_t most_points = 1000 * one;

std::int64_t times(std::int64_t points, std::int64_t factor) {
    return std::min(most_points, (points * factor + one / 2) / one);
}

std::int64_t looked_up(const std::map<std::string, double>& map, std::string_view key) {
    const auto found = map.find(std::string{key});
    return found == map.end() ? one : millionths(found->second);
}

/// A level that is not known counts as the middle: it excuses nothing and claims nothing.
Level known_level(Level level) {
    return level == Level::unknown ? Level::straddling : level;
}

}  // namespace

Factors factors_of(const rules::Rule& rule, Level level, rules::ProductType type, const rules::VerdictModel& model) {
    const bool is_concern = rule.effect == rules::Effect::concern;
    Factors factors;
    factors.weight = millionths(rule.weight);

    bool is_low = level == Level::below || level == Level::trace;
    const auto fixed = model.fixed_level.find(rule.category);
    if (is_concern && fixed != model.fixed_level.end()) {
        factors.level = millionths(fixed->second);
        is_low = false;
    } else {
        factors.level = looked_up(is_concern ? model.concern_level : model.credit_level, word(known_level(level)));
    }

    auto contact = model.contact.find(rule.category);
    if (contact == model.contact.end()) contact = model.contact.find("default");
    const rules::Contact chosen = contact == model.contact.end() ? rules::Contact{} : contact->second;
    const std::int64_t rinse_off = millionths(chosen.rinse_off);
    const std::int64_t leave_on = millionths(is_low ? chosen.leave_on_below : chosen.leave_on_above);
    switch (type) {
        case rules::ProductType::rinse_off:
            factors.contact_low = factors.contact_high = rinse_off;
            break;
        case rules::ProductType::leave_on:
            factors.contact_low = factors.contact_high = leave_on;
            break;
        case rules::ProductType::unknown:
        case rules::ProductType::not_applicable:
            factors.contact_low = std::min(rinse_off, leave_on);
            factors.contact_high = std::max(rinse_off, leave_on);
    }
    return factors;
}

Points full_points(const Factors& factors, double scale) {
    const std::int64_t base = times(factors.weight, factors.level);
    const auto scaled = [&](std::int64_t contact) { return times(times(base, contact), millionths(scale)); };
    return {scaled(factors.contact_low), scaled(factors.contact_high)};
}

std::vector<std::int64_t> caps_of(const Groups& groups, const rules::VerdictModel& model) {
    std::vector<std::int64_t> caps;
    for (const std::string& bucket : groups.buckets) {
        auto cap = model.cap.find(bucket);
        if (cap == model.cap.end()) cap = model.cap.find("default");
        caps.push_back(cap == model.cap.end() ? most_points : millionths(cap->second));
    }
    return caps;
}

}  // namespace incilint::match
