#include "match/confidence.h"

#include <algorithm>

#include "match/place.h"

namespace incilint::match {
namespace {

constexpr std::int64_t one = 1'000'000;

std::int64_t constant(const rules::VerdictModel& model, const char* key, std::int64_t otherwise) {
    const auto found = model.confidence.find(key);
    return found == model.confidence.end() ? otherwise : millionths(found->second);
}

struct Tally {
    std::int64_t all = 0;
    std::int64_t recognised = 0;
};

Tally tally_of(const Case& screened) {
    Tally main;
    Tally may_contain;
    for (std::size_t i = 0; i < screened.resolved.size(); ++i) {
        const bool is_apart = screened.product->entries[i].section == label::Section::may_contain;
        Tally& tally = is_apart ? may_contain : main;
        ++tally.all;
        if (screened.resolved[i]->recognition) ++tally.recognised;
    }
    return main.all > 0 ? main : may_contain;
}

/// Mean of the best evidence of each rule, weighed by the rule's severity points; levels and contact stay out of it, so
/// that more names on the label cannot shift it. 1 where there is no concern.
std::int64_t evidence_behind(const Case& screened, const std::vector<Finding>& findings) {
    const Program& program = screened.matcher.program();
    std::int64_t weights = 0;
    std::int64_t sum = 0;
    for (const Finding& finding : findings) {
        const rules::Rule& rule = program.rules()[finding.rule];
        if (rule.effect != rules::Effect::concern || !(rule.weight > 0)) continue;
        std::int64_t best = 0;
        for (const rules::Evidence& evidence : rule.evidence) {
            const auto known = program.verdict().evidence.find(evidence.grade);
            if (known != program.verdict().evidence.end()) best = std::max(best, millionths(known->second));
        }
        const std::int64_t weight =
            millionths(rule.weight) / 1000;  // thousandths: 100,000 findings stay inside 64 bits
        weights += weight;
        sum += weight * std::min(best, one);
    }
    return weights == 0 ? one : sum / weights;
}

}  // namespace

std::int64_t recognised_share(const Case& screened) {
    const Tally tally = tally_of(screened);
    return tally.all == 0 ? 0 : tally.recognised * one / tally.all;
}

Confidence confidence_of(const Case& screened, const std::vector<Finding>& findings) {
    const rules::VerdictModel& model = screened.matcher.program().verdict();
    std::int64_t value = recognised_share(screened);
    const auto shrink = [&](std::int64_t factor) { value = value * std::min(factor, one) / one; };
    shrink(evidence_behind(screened, findings));
    if (screened.product->order != label::Order::descending) shrink(constant(model, "order-unknown", one));
    // Recognised names are counted, so that an unknown one cannot make a list long enough.
    if (tally_of(screened).recognised * one < constant(model, "few-entries", 0)) {
        shrink(constant(model, "few-entries-factor", one));
    }
    const rules::ProductType type = screened.context.type;
    if (type == rules::ProductType::unknown) shrink(constant(model, "type-unknown", one));
    if (value >= constant(model, "high", one)) return Confidence::high;
    return value >= constant(model, "medium", one) ? Confidence::medium : Confidence::low;
}

}  // namespace incilint::match
