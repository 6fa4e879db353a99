#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/fold.h"
#include "base/hash.h"
#include "base/near.h"
#include "rules/check.h"
#include "rules/load.h"
#include "rules/reader.h"

namespace incilint::rules {
namespace {

void rename_in(IngredientExpr& expr, const std::map<std::string, std::string>& names) {
    for (Term& term : expr.nodes) {
        if (term.kind != TermKind::set) continue;
        const auto found = names.find(term.word.text);
        if (found != names.end()) term.word.text = found->second;
    }
}

/// Sets belong to the rule set that wrote them: where an id is taken, the later one becomes `id@rule-set`.
void keep_apart(RuleSet& set, std::set<std::string>& taken) {
    std::map<std::string, std::string> names;
    for (auto& [id, expr] : set.sets) {
        std::string name = id.text;
        for (int n = 1; !taken.insert(name).second; ++n) {
            name = concat({id.text, "@", set.id.text, n == 1 ? "" : std::to_string(n)});
        }
        if (name != id.text) names.emplace(id.text, name);
        id.text = name;
    }
    if (names.empty()) return;
    for (auto& [id, expr] : set.sets) rename_in(expr, names);
    for (Rule& rule : set.rules) {
        if (rule.ingredient) rename_in(*rule.ingredient, names);
        if (!rule.label) continue;
        for (IngredientExpr& expr : rule.label->ingredients) rename_in(expr, names);
    }
}

bool only_switches_off(const Rule& rule) {
    return !rule.enabled && !rule.ingredient && !rule.label && !rule.detector;
}

class Join {
  public:
    base::Diagnostics faults;
    RuleSet out;

    void add(RuleSet set) {
        keep_apart(set, taken_);
        out.id.text = out.id.text.empty() ? set.id.text : concat({out.id.text, "+", set.id.text});
        out.id.where = set.id.where;
        out.title = set.title;
        out.version = set.version;
        digests_.append(set.digest).append("\n");
        ++count_;
        for (auto& entry : set.sets) out.sets.push_back(std::move(entry));
        for (HouseIngredient& house : set.ingredients) add_house(std::move(house));
        for (Rule& rule : set.rules) add_rule(std::move(rule));
        if (set.verdict) add_verdict(std::move(*set.verdict));
        last_digest_ = set.digest;
    }

    void finish() {
        out.digest = count_ == 1 ? last_digest_ : base::sha256_hex(digests_);
        for (const Word& id : unmatched_) {
            std::vector<std::string> known;
            for (const Rule& rule : out.rules) known.push_back(rule.id.text);
            if (places_.contains(id.text)) continue;
            add_fault(faults, id.where, "rules/unknown-rule",
                      concat({"there is no rule ", quoted(id.text), " to switch off"}),
                      base::near_hint(id.text, known));
        }
        check_sets(out, faults);
        check_gates(out, faults);
    }

  private:
    void add_house(HouseIngredient house) {
        const auto [found, fresh] = houses_.emplace(base::fold(house.inci.text), out.ingredients.size());
        if (fresh) {
            out.ingredients.push_back(std::move(house));
        } else {
            out.ingredients[found->second] = std::move(house);
        }
    }

    void add_rule(Rule rule) {
        const auto found = places_.find(rule.id.text);
        if (only_switches_off(rule)) {
            if (found == places_.end()) {
                unmatched_.push_back(rule.id);
            } else {
                out.rules[found->second].enabled = false;
            }
        } else if (found == places_.end()) {
            places_.emplace(rule.id.text, out.rules.size());
            out.rules.push_back(std::move(rule));
        } else {
            out.rules[found->second] = std::move(rule);
        }
    }

    /// Copies what `over` wrote; maps merge entry by entry.
    void add_verdict(VerdictModel over) {
        if (!out.verdict) {
            out.verdict = std::move(over);
            return;
        }
        VerdictModel& under = *out.verdict;
        const auto wrote = [&](std::string_view key) {
            return std::find(over.given.begin(), over.given.end(), key) != over.given.end();
        };
        const auto value = [&](std::string_view key, auto member) {
            if (wrote(key)) under.*member = over.*member;
        };
        const auto entries = [&](std::string_view key, auto member) {
            if (!wrote(key)) return;
            for (auto& [name, entry] : over.*member) (under.*member)[name] = entry;
        };
        value("burden-scale", &VerdictModel::burden_scale);
        value("support-scale", &VerdictModel::support_scale);
        value("sibling-factor", &VerdictModel::sibling_factor);
        value("top-ranks", &VerdictModel::top_ranks);
        value("above-share", &VerdictModel::above_share);
        value("straddling-share", &VerdictModel::straddling_share);
        value("min-recognised", &VerdictModel::min_recognised);
        value("gates", &VerdictModel::gates);
        value("bands", &VerdictModel::bands);
        entries("concern-level", &VerdictModel::concern_level);
        entries("credit-level", &VerdictModel::credit_level);
        entries("fixed-level", &VerdictModel::fixed_level);
        entries("unless-above", &VerdictModel::unless_above);
        entries("contact", &VerdictModel::contact);
        entries("cap", &VerdictModel::cap);
        entries("evidence", &VerdictModel::evidence);
        entries("confidence", &VerdictModel::confidence);
        for (std::string& key : over.given) {
            if (std::find(under.given.begin(), under.given.end(), key) == under.given.end()) {
                under.given.push_back(std::move(key));
            }
        }
    }

    std::set<std::string> taken_;
    std::map<std::string, std::size_t> houses_;
    std::map<std::string, std::size_t> places_;
    std::vector<Word> unmatched_;
    std::string digests_;
    std::string last_digest_;
    std::size_t count_ = 0;
};

}  // namespace

base::Expected<RuleSet, base::Diagnostics> join_rules(std::vector<RuleSet> sets) {
    Join join;
    std::size_t rules = 0;
    for (const RuleSet& set : sets) rules += set.rules.size();
    join.out.rules.reserve(rules);
    for (RuleSet& set : sets) join.add(std::move(set));
    join.finish();
    if (!join.faults.empty()) return base::Error{std::move(join.faults)};
    return std::move(join.out);
}

}  // namespace incilint::rules
