#include "policy/limits.h"

#include "base/counted.h"

namespace incilint::policy {
namespace {

/// 12.5 → "12.5", 20 → "20".
std::string number(double value) {
    std::string out = std::to_string(value);
    while (out.ends_with('0')) out.pop_back();
    if (out.ends_with('.')) out.pop_back();
    return out;
}

std::string bound(const Limits& limits, match::Limit limit) {
    switch (limit) {
        case match::Limit::unknown:
            return "more than " + number(limits.product.max_unknown.value_or(0)) + " % unknown names";
        case match::Limit::support:
            return "support below " + std::to_string(limits.product.min_support.value_or(0));
        case match::Limit::burden:
            return "a burden that may be above " + std::to_string(limits.product.max_burden.value_or(0));
    }
    return "";
}

}  // namespace

std::string key(match::Limit limit) {
    switch (limit) {
        case match::Limit::unknown:
            return "max-unknown";
        case match::Limit::support:
            return "min-support";
        case match::Limit::burden:
            return "max-burden";
    }
    return "";
}

std::string words(const Limits& limits, match::Limit limit, const match::Numbers& numbers) {
    return bound(limits, limit) + ": " + match::looked_at(limit, numbers);
}

std::vector<Reason> reasons(const Limits& limits, std::size_t warnings, const match::BrokenLimits& broken) {
    std::vector<Reason> out;
    if (limits.max_warnings && warnings > *limits.max_warnings)
        out.push_back({"max-warnings", base::counted(warnings, "warning", "warnings") + ", where at most " +
                                           std::to_string(*limits.max_warnings) + " may be"});
    for (const match::Limit limit : match::every_limit) {
        const match::Broken& of = broken[static_cast<std::size_t>(limit)];
        if (of.products == 0) continue;
        out.push_back({key(limit), base::counted(of.products, "product", "products") + " with " + bound(limits, limit) +
                                       " (" + of.first + ")"});
    }
    return out;
}

}  // namespace incilint::policy
