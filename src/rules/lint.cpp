#include "rules/lint.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "base/fold.h"
#include "base/near.h"
#include "rules/lint_shadow.h"
#include "rules/reader.h"

namespace incilint::rules {
namespace {

/// The categories of the default rules; a set may have others, but a near miss of one of these is likely a slip.
constexpr std::string_view common_categories[] = {"harsh-surfactant", "moderate-surfactant", "drying-alcohol",
                                                  "fragrance",        "synthetic-fragrance", "fragrance-allergen",
                                                  "essential-oil",    "antimicrobial",       "soap",
                                                  "mild-surfactant",  "prebiotic",           "probiotic",
                                                  "postbiotic",       "mild-plant-extract"};

using Known = std::function<bool(std::string_view)>;
using Near = std::function<std::optional<std::string>(std::string_view)>;

class Linter {
  public:
    Linter(const RuleSet& set, const Lookup& lookup) : set_(set), lookup_(lookup) {}

    base::Diagnostics run() {
        for (const HouseIngredient& house : set_.ingredients) {
            own_names_.insert(base::fold(house.inci.text));
            for (const Word& synonym : house.synonyms) own_names_.insert(base::fold(synonym.text));
            for (const Word& word : house.classes) ask(word, "class", lookup_.knows_class, lookup_.near_class);
        }
        for (const Rule& rule : set_.rules) {
            if (!rule.category.empty()) categories_.insert(rule.category);
        }
        for (const auto& [id, expr] : set_.sets) words_of(expr);
        for (const Rule& rule : set_.rules) {
            if (rule.enabled) check(rule);
        }
        titles();
        for (const auto& [later, earlier] : shadowed_rules(set_)) {
            say(set_.rules[later].id.where, "lint/shadowed",
                concat({"rule ", quoted(set_.rules[later].id.text), " finds nothing that ",
                        quoted(set_.rules[earlier].id.text), " does not find"}));
        }
        for (const auto& [id, expr] : set_.sets) {
            if (!used_sets_.contains(id.text)) {
                say(id.where, "lint/unused-set", concat({"no rule uses the set ", quoted(id.text)}));
            }
        }
        gates();
        std::stable_sort(found_.begin(), found_.end(), [](const base::Diagnostic& a, const base::Diagnostic& b) {
            return std::tie(a.where.file, a.where.line, a.where.column) <
                   std::tie(b.where.file, b.where.line, b.where.column);
        });
        return std::move(found_);
    }

  private:
    void say(const base::Where& where, std::string_view code, std::string text, std::string hint = "") {
        add_fault(found_, where, code, std::move(text), std::move(hint));
    }

    void ask(const Word& word, std::string_view what, const Known& known, const Near& near) {
        if (!known || known(word.text)) return;
        const auto found = near ? near(word.text) : std::nullopt;
        say(word.where, concat({"lint/unknown-", what}), concat({"unknown ", what, " ", quoted(word.text)}),
            found ? base::did_you_mean(*found) : "");
    }
    void ask_name(const Word& word) {
        if (own_names_.contains(base::fold(word.text))) return;
        ask(word, "name", lookup_.knows_name, lookup_.near_name);
    }

    void words_of(const IngredientExpr& expr) {
        for (const Term& term : expr.nodes) {
            if (term.kind == TermKind::set) used_sets_.insert(term.word.text);
            if (term.kind == TermKind::name) ask_name(term.word);
            if (term.kind == TermKind::class_) ask(term.word, "class", lookup_.knows_class, lookup_.near_class);
        }
    }

    void check(const Rule& rule) {
        const std::string name = quoted(rule.id.text);
        const auto lacks = [&](bool lacking, std::string_view code, std::string_view what) {
            if (lacking) say(rule.id.where, code, concat({"rule ", name, " has no ", what}));
        };
        const bool counts = rule.effect != Effect::info;
        lacks(rule.tests.match.empty(), "lint/no-tests", "tests: match");
        lacks(rule.tests.no_match.empty(), "lint/no-tests", "tests: no_match");
        lacks(counts && rule.evidence.empty(), "lint/no-evidence", "evidence");
        lacks(counts && rule.basis.empty(), "lint/no-basis", "basis");
        lacks(rule.message.empty(), "lint/no-message", "message");
        if (rule.otherwise && rule.when.empty()) {
            say(rule.id.where, "lint/otherwise-without-when", concat({"rule ", name, " says otherwise, but not when"}));
        }
        for (const Evidence& evidence : rule.evidence) check(evidence);
        check(rule.tests);
        if (rule.ingredient) words_of(*rule.ingredient);
        if (rule.label) check(*rule.label);
        if (rule.detector) ask(*rule.detector, "detector", lookup_.knows_detector, lookup_.near_detector);
        for (const Word& word : rule.alternatives) ask_name(word);
        new_category(rule);
    }

    void check(const Evidence& evidence) {
        const bool sourced = evidence.grade != "unsourced" && !evidence.source.text.empty();
        if (sourced) ask(evidence.source, "source", lookup_.knows_source, lookup_.near_source);
    }

    void check(const RuleTests& tests) {
        std::set<std::string> match;
        for (const Word& word : tests.match) {
            if (!match.insert(word.text).second) {
                say(word.where, "lint/duplicate-test", concat({quoted(word.text), " is tested twice"}));
            }
        }
        std::set<std::string> no_match;
        for (const Word& word : tests.no_match) {
            if (match.contains(word.text)) {
                say(word.where, "lint/contradictory-test",
                    concat({quoted(word.text), " stands in match and in no_match"}));
            } else if (!no_match.insert(word.text).second) {
                say(word.where, "lint/duplicate-test", concat({quoted(word.text), " is tested twice"}));
            }
        }
    }

    void check(const LabelExpr& label) {
        for (const IngredientExpr& expr : label.ingredients) words_of(expr);
        for (const LabelTerm& term : label.nodes) {
            for (const Word& word : term.words) {
                if (term.kind == LabelTermKind::detector) {
                    ask(word, "detector", lookup_.knows_detector, lookup_.near_detector);
                } else if (term.kind == LabelTermKind::category && !categories_.contains(word.text)) {
                    const std::vector<std::string> known(categories_.begin(), categories_.end());
                    say(word.where, "lint/unknown-category",
                        concat({"no rule reports the category ", quoted(word.text)}), suggestion(word.text, known));
                }
            }
        }
    }

    void new_category(const Rule& rule) {
        const std::vector<std::string> common(std::begin(common_categories), std::end(common_categories));
        if (rule.category.empty() || std::find(common.begin(), common.end(), rule.category) != common.end()) return;
        const auto near = base::nearest(rule.category, common);
        if (!near || !told_categories_.insert(rule.category).second) return;
        say(rule.id.where, "lint/new-category", concat({"the category ", quoted(rule.category), " is a new one"}),
            base::did_you_mean(*near));
    }

    void titles() {
        std::map<std::string, const Rule*> seen;
        for (const Rule& rule : set_.rules) {
            if (!rule.enabled || rule.title.empty()) continue;
            const auto [found, fresh] = seen.emplace(base::fold(rule.title), &rule);
            if (fresh) continue;
            say(rule.id.where, "lint/duplicate-title",
                concat({"rules ", quoted(found->second->id.text), " and ", quoted(rule.id.text), " share a title"}));
        }
    }

    void gates() {
        if (!set_.verdict) return;
        for (const Gate& gate : set_.verdict->gates) {
            const bool family = gate.rule.ends_with('/');
            const bool used = std::any_of(set_.rules.begin(), set_.rules.end(), [&](const Rule& rule) {
                return family ? rule.id.text.starts_with(gate.rule) : rule.id.text == gate.rule;
            });
            if (!used) say(gate.where, "lint/unused-gate", concat({"no rule is ", quoted(gate.rule)}));
        }
    }

    const RuleSet& set_;
    const Lookup& lookup_;
    base::Diagnostics found_;
    std::set<std::string> own_names_;
    std::set<std::string> categories_;
    std::set<std::string> told_categories_;
    std::set<std::string> used_sets_;
};

}  // namespace

base::Diagnostics lint(const RuleSet& set, const Lookup& lookup) {
    return Linter(set, lookup).run();
}

}  // namespace incilint::rules
