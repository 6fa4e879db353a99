#include "rules/lint_shadow.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/fold.h"
#include "rules/reader.h"

namespace incilint::rules {
namespace {

/// One text for a term and all below it; equal texts mean the same. Depth is bounded by that of the YAML.
std::string canonical(const IngredientExpr& expr, std::uint32_t index) {
    const Term& term = expr.nodes[index];
    const std::string kind = std::to_string(static_cast<int>(term.kind));
    if (term.children.empty()) {
        const bool exact = term.kind == TermKind::pattern;
        return concat({kind, ":", exact ? term.word.text : base::fold(term.word.text), "\n"});
    }
    std::set<std::string> parts;
    for (const std::uint32_t child : term.children) parts.insert(canonical(expr, child));
    std::string out = concat({kind, "("});
    for (const std::string& part : parts) out.append(part);
    return out.append(")");
}

/// The ways in which an expression can hold: the children of its topmost `any`.
std::set<std::string> alternatives(const IngredientExpr& expr) {
    std::set<std::string> out;
    std::vector<std::uint32_t> open = {expr.root};
    while (!open.empty()) {
        const std::uint32_t index = open.back();
        open.pop_back();
        const Term& term = expr.nodes[index];
        if (term.kind == TermKind::any) {
            open.insert(open.end(), term.children.begin(), term.children.end());
        } else {
            out.insert(canonical(expr, index));
        }
    }
    return out;
}

std::set<std::string> exceptions(const IngredientExpr& expr) {
    std::set<std::string> out;
    for (const std::uint32_t index : expr.except) out.insert(canonical(expr, index));
    return out;
}

struct Reach {
    std::size_t rule = 0;
    std::set<std::string> alternatives;
    std::set<std::string> except;
};

bool covers(const Reach& earlier, const Reach& later) {
    return std::includes(earlier.alternatives.begin(), earlier.alternatives.end(), later.alternatives.begin(),
                         later.alternatives.end()) &&
           std::includes(later.except.begin(), later.except.end(), earlier.except.begin(), earlier.except.end());
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> shadowed_rules(const RuleSet& set) {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    std::map<std::pair<std::string, Effect>, std::vector<Reach>> seen;
    for (std::size_t i = 0; i < set.rules.size(); ++i) {
        const Rule& rule = set.rules[i];
        if (!rule.enabled || !rule.ingredient) continue;
        Reach reach{i, alternatives(*rule.ingredient), exceptions(*rule.ingredient)};
        std::vector<Reach>& earlier = seen[{rule.category, rule.effect}];
        const auto found =
            std::find_if(earlier.begin(), earlier.end(), [&](const Reach& other) { return covers(other, reach); });
        if (found != earlier.end()) out.emplace_back(i, found->rule);
        if (rule.when.empty()) earlier.push_back(std::move(reach));
    }
    return out;
}

}  // namespace incilint::rules
