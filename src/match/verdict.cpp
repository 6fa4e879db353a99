#include "match/verdict.h"

#include <algorithm>
#include <tuple>

#include "match/confidence.h"
#include "match/factors.h"
#include "match/message.h"

namespace incilint::match {
namespace {

constexpr std::int64_t one = 1'000'000;
constexpr std::uint32_t first_places = 5;

int rounded(std::int64_t points) {
    return static_cast<int>((points + one / 2) / one);
}
double as_double(std::int64_t points) {
    return static_cast<double>(points) / 1e6;
}

/// A credit that stands below a concern which cancels it.
bool is_cancelled(const Case& screened, const std::vector<Finding>& findings, const Finding& credit) {
    const auto& rules = screened.matcher.program().rules();
    const auto& model = screened.matcher.program().verdict();
    const auto cancels = model.unless_above.find(rules[credit.rule].category);
    if (cancels == model.unless_above.end() || !credit.entry) return false;
    return std::ranges::any_of(findings, [&](const Finding& other) {
        return other.entry && *other.entry < *credit.entry &&
               std::ranges::find(cancels->second, rules[other.rule].category) != cancels->second.end();
    });
}

/// One side of the sums: burden or support.
struct Side {
    std::vector<std::uint32_t> findings;  ///< index of each
    std::vector<Factors> factors;
    std::vector<Scored> scored;
    Points sum;
};

Side weigh(const Case& screened, const std::vector<Finding>& findings, rules::Effect effect, Verdict& verdict) {
    const Program& program = screened.matcher.program();
    const rules::VerdictModel& model = program.verdict();
    const Groups& groups = screened.matcher.groups();
    const bool is_burden = effect == rules::Effect::concern;
    Side side;
    bool has_cancelled = false;
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
        const Finding& finding = findings[i];
        const rules::Rule& rule = program.rules()[finding.rule];
        if (rule.effect != effect || !(rule.weight > 0)) continue;
        // A guess may warn, but it earns no support.
        if (!is_burden && finding.certainty == Certainty::possible) continue;
        const Level level = finding.entry ? screened.places[*finding.entry].level : Level::above;
        Factors factors = factors_of(rule, level, screened.context.type, model);
        if (!is_burden && is_cancelled(screened, findings, finding)) {
            factors.level = 0;
            has_cancelled = true;
        }
        side.findings.push_back(i);
        side.factors.push_back(factors);
        const Points full = full_points(factors, is_burden ? model.burden_scale : model.support_scale);
        side.scored.push_back({groups.group_of[finding.rule], full, {}});
    }
    if (has_cancelled) verdict.remarks.emplace_back("credits below a concern that cancels them count nothing");
    side.sum = add_up(side.scored, groups, millionths(model.sibling_factor), screened.matcher.caps());
    return side;
}

void list_contributions(const Side& side, const std::vector<Finding>& findings, const std::vector<Place>& places,
                        const rules::VerdictModel& model, Verdict& verdict) {
    for (std::size_t i = 0; i < side.findings.size(); ++i) {
        const Finding& finding = findings[side.findings[i]];
        const Factors& factors = side.factors[i];
        const Scored& scored = side.scored[i];
        Contribution out;
        out.finding = side.findings[i];
        out.points = as_double(scored.counted.low);
        out.points_high = as_double(scored.counted.high);
        out.weight = as_double(factors.weight);
        out.level_factor = as_double(factors.level);
        out.contact_low = as_double(factors.contact_low);
        out.contact_high = as_double(factors.contact_high);
        out.sibling_factor = scored.is_sibling ? model.sibling_factor : 1;
        out.level = finding.entry ? places[*finding.entry].level : Level::above;
        verdict.contributions.push_back(out);
    }
}

std::size_t band_of(const std::vector<rules::Band>& bands, int burden) {
    std::size_t band = 0;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        if (burden * one >= millionths(bands[i].from)) band = i;
    }
    return band;
}

/// The highest band that a gate asks for; each gate that raises the verdict leaves a remark.
std::size_t gated(const Case& screened, const std::vector<Finding>& findings, std::size_t band, Verdict& verdict) {
    const Program& program = screened.matcher.program();
    const auto& bands = program.verdict().bands;
    std::size_t raised = band;
    for (const rules::Gate& gate : program.verdict().gates) {
        const auto wanted = std::ranges::find(bands, gate.at_least, &rules::Band::name);
        const auto at = static_cast<std::size_t>(wanted - bands.begin());
        if (wanted == bands.end() || at <= raised) continue;
        for (const Finding& finding : findings) {
            const std::string& id = program.rules()[finding.rule].id.text;
            const bool is_meant = gate.rule.ends_with('/') ? id.starts_with(gate.rule) : id == gate.rule;
            if (!is_meant || program.rules()[finding.rule].effect != rules::Effect::concern) continue;
            Facts facts{screened.context};
            if (finding.entry) {
                const auto& percent = screened.product->entries[*finding.entry].percent;
                facts.place = &screened.places[*finding.entry];
                facts.percent = percent ? &*percent : nullptr;
            }
            if (judge_when(gate.when, facts, nullptr) != Truth::holds) continue;
            verdict.remarks.push_back("raised to " + gate.at_least + " by " + id + ", whatever the sum");
            raised = at;
            break;
        }
    }
    return raised;
}

void remark_unknown_names(const Case& screened, Verdict& verdict) {
    for (std::size_t i = 0; i < screened.resolved.size(); ++i) {
        const label::Entry& entry = screened.product->entries[i];
        if (screened.resolved[i]->recognition || i >= first_places) continue;
        verdict.remarks.push_back("unknown name among the first five: " + quotable(entry.name));
    }
}

void remark_basis(const Case& screened, Verdict& verdict) {
    if (screened.product->order == label::Order::alphabetical) {
        verdict.remarks.emplace_back("the list is alphabetical: places say nothing of amounts");
    } else if (screened.product->order == label::Order::unknown) {
        verdict.remarks.emplace_back("stated percents rise along the list: places say nothing of amounts");
    } else if (!verdict.contributions.empty()) {
        verdict.remarks.emplace_back("levels come from the place in the list and from stated percents alone");
    }
    if (verdict.burden_low != verdict.burden_high) {
        verdict.remarks.push_back("burden is " + std::to_string(verdict.burden_low) + " to " +
                                  std::to_string(verdict.burden_high) + ", as the product type is not known");
    }
}

std::string why_no_verdict(const Case& screened) {
    if (!screened.product || screened.product->entries.empty()) return "no ingredient list was found";
    if (!screened.matcher.has_verdict()) return "the rule sets have no verdict constants";
    const std::int64_t share = recognised_share(screened);
    if (share >= millionths(screened.matcher.program().verdict().min_recognised)) return {};
    return "only " + std::to_string(share * 100 / one) + " % of the names were recognised";
}

std::string words_of(const std::vector<rules::Band>& bands, std::size_t band, int concerns) {
    if (concerns == 0) return "no listed concern";
    const std::string name = bands.empty() ? std::string{} : bands[band].name + " ";
    return name + "listed burden (" + std::to_string(concerns) + (concerns == 1 ? " concern)" : " concerns)");
}

}  // namespace

Verdict verdict_of(const Case& screened, const std::vector<Finding>& findings) {
    const Program& program = screened.matcher.program();
    const rules::VerdictModel& model = program.verdict();
    Verdict verdict;
    for (const Finding& finding : findings) {
        if (program.rules()[finding.rule].effect == rules::Effect::concern) ++verdict.concerns;
    }
    verdict.why_none = why_no_verdict(screened);
    verdict.words = "no verdict";
    if (!screened.product) return verdict;
    remark_unknown_names(screened, verdict);

    const std::vector<Place> places(screened.places.begin(), screened.places.end());
    const Side burden = weigh(screened, findings, rules::Effect::concern, verdict);
    const Side support = weigh(screened, findings, rules::Effect::credit, verdict);
    list_contributions(burden, findings, places, model, verdict);
    list_contributions(support, findings, places, model, verdict);
    std::ranges::stable_sort(verdict.contributions, std::greater{},
                             [](const Contribution& c) { return c.points_high; });
    verdict.burden_low = rounded(burden.sum.low);
    verdict.burden_high = rounded(burden.sum.high);
    verdict.burden = rounded((burden.sum.low + burden.sum.high) / 2);
    verdict.support = rounded(support.sum.low);
    verdict.confidence = confidence_of(screened, findings);

    verdict.given = verdict.why_none.empty();
    if (verdict.given) {
        const std::size_t band = gated(screened, findings, band_of(model.bands, verdict.burden), verdict);
        verdict.words = words_of(model.bands, band, verdict.concerns);
    }
    remark_basis(screened, verdict);
    return verdict;
}

}  // namespace incilint::match
