#include "rules/check.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "rules/reader.h"

namespace incilint::rules {
namespace {

constexpr std::size_t max_terms = 100'000;

class SetGraph {
  public:
    explicit SetGraph(const RuleSet& set) : set_(set) {
        for (std::size_t i = 0; i < set.sets.size(); ++i) {
            places_.emplace(set.sets[i].first.text, i);
            names_.push_back(set.sets[i].first.text);
        }
        sizes_.assign(set.sets.size(), 0);
        states_.assign(set.sets.size(), State::fresh);
    }

    void check(base::Diagnostics& faults) {
        for (const auto& [id, expr] : set_.sets) refer(expr, faults);
        for (const Rule& rule : set_.rules) {
            if (rule.ingredient) refer(*rule.ingredient, faults);
            if (!rule.label) continue;
            for (const IngredientExpr& expr : rule.label->ingredients) refer(expr, faults);
        }
        for (std::size_t i = 0; i < set_.sets.size(); ++i) walk(i, faults);
    }

  private:
    enum class State : std::uint8_t { fresh, open, done };
    struct Frame {
        std::size_t set = 0;
        std::size_t term = 0;
    };

    void refer(const IngredientExpr& expr, base::Diagnostics& faults) const {
        for (const Term& term : expr.nodes) {
            if (term.kind != TermKind::set || places_.contains(term.word.text)) continue;
            add_fault(faults, term.word.where, "rules/unknown-set",
                      concat({"there is no set ", quoted(term.word.text)}), suggestion(term.word.text, names_));
        }
    }

    /// Depth first with a stack of its own: sums up sizes and finds circles.
    void walk(std::size_t start, base::Diagnostics& faults) {
        if (states_[start] != State::fresh) return;
        std::vector<Frame> stack = {{start, 0}};
        states_[start] = State::open;
        while (!stack.empty()) {
            Frame& top = stack.back();
            const auto& [id, expr] = set_.sets[top.set];
            if (top.term == expr.nodes.size()) {
                finish(top.set, faults);
                stack.pop_back();
                continue;
            }
            const Term& term = expr.nodes[top.term++];
            const auto found = term.kind == TermKind::set ? places_.find(term.word.text) : places_.end();
            if (found == places_.end()) continue;
            if (states_[found->second] == State::open) {
                add_fault(faults, term.word.where, "rules/set-cycle",
                          concat({"the set ", quoted(term.word.text), " holds itself"}));
            } else if (states_[found->second] == State::fresh) {
                states_[found->second] = State::open;
                stack.push_back({found->second, 0});
            }
        }
    }

    void finish(std::size_t set, base::Diagnostics& faults) {
        const auto& [id, expr] = set_.sets[set];
        std::size_t size = 0;
        for (const Term& term : expr.nodes) {
            const auto found = term.kind == TermKind::set ? places_.find(term.word.text) : places_.end();
            size += found == places_.end() ? 1 : std::max<std::size_t>(1, sizes_[found->second]);
        }
        if (size > max_terms) {
            add_fault(faults, id.where, "rules/set-too-large",
                      concat({"the set ", quoted(id.text), " has more than ", std::to_string(max_terms), " terms"}));
            size = 1;
        }
        sizes_[set] = size;
        states_[set] = State::done;
    }

    const RuleSet& set_;
    std::map<std::string, std::size_t> places_;
    std::vector<std::string> names_;
    std::vector<std::size_t> sizes_;  ///< terms with sets written out
    std::vector<State> states_;
};

}  // namespace

void check_sets(const RuleSet& set, base::Diagnostics& faults) {
    SetGraph(set).check(faults);
}

void check_gates(const RuleSet& set, base::Diagnostics& faults) {
    if (!set.verdict || set.verdict->bands.empty()) return;
    std::vector<std::string> names;
    for (const Band& band : set.verdict->bands) names.push_back(band.name);
    for (const Gate& gate : set.verdict->gates) {
        if (std::find(names.begin(), names.end(), gate.at_least) != names.end()) continue;
        add_fault(faults, gate.where, "rules/unknown-word", concat({"there is no band ", quoted(gate.at_least)}),
                  suggestion(gate.at_least, names));
    }
}

}  // namespace incilint::rules
