#include "match/when.h"

#include <algorithm>

namespace incilint::match {
namespace {

/// What is known as [low, high] against the wanted range.
Truth inside(const rules::Range& wanted, double low, double high) {
    const bool fails = (wanted.at_least && high < *wanted.at_least) || (wanted.at_most && low > *wanted.at_most);
    if (fails) return Truth::fails;
    const bool holds = (!wanted.at_least || low >= *wanted.at_least) && (!wanted.at_most || high <= *wanted.at_most);
    return holds ? Truth::holds : Truth::cannot_tell;
}

template <class T>
Truth among(const std::vector<T>& wanted, const T& known, bool is_known) {
    if (!is_known) return Truth::cannot_tell;
    return std::ranges::find(wanted, known) != wanted.end() ? Truth::holds : Truth::fails;
}

}  // namespace

Truth judge_when(const rules::When& when, const Facts& facts, std::vector<std::string_view>* missing) {
    Truth whole = Truth::holds;
    const auto add = [&](Truth part, std::string_view what) {
        if (part == Truth::cannot_tell && missing) missing->push_back(what);
        whole = std::min(whole, part);
    };
    const Context& known = facts.context;
    if (!when.product.empty()) {
        add(among(when.product, known.type, known.type != rules::ProductType::unknown), "the product type");
    }
    if (!when.area.empty()) add(among(when.area, known.area, known.area != rules::Area::unknown), "the area of use");
    if (!when.market.empty()) add(among(when.market, known.market, !known.market.empty()), "the market");
    if (when.since || when.until) {
        const auto inside_dates = [&](rules::Date day) {
            return (!when.since || day >= *when.since) && (!when.until || day <= *when.until);
        };
        add(!known.law_date                 ? Truth::cannot_tell
            : inside_dates(*known.law_date) ? Truth::holds
                                            : Truth::fails,
            "the day of the law");
    }
    if (when.concentration) {
        const bool is_stated = facts.percent != nullptr;
        add(is_stated ? inside(*when.concentration, facts.percent->min, facts.percent->max) : Truth::cannot_tell,
            "the concentration");
    }
    if (when.rank || when.rank_from_end) {
        const bool is_ranked = facts.place != nullptr && facts.place->rank.has_value();
        const double rank = is_ranked ? *facts.place->rank : 0;
        const double from_end = is_ranked ? facts.place->count - rank + 1 : 0;
        if (when.rank) add(is_ranked ? inside(*when.rank, rank, rank) : Truth::cannot_tell, "the place in the list");
        if (when.rank_from_end) {
            add(is_ranked ? inside(*when.rank_from_end, from_end, from_end) : Truth::cannot_tell,
                "the place in the list");
        }
    }
    return whole;
}

}  // namespace incilint::match
