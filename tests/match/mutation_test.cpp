// Each word of a built-in rule earns its place: without any one term or exception, one of the rule's own tests fails.
// The mutants are rules beside the real ones, so that one compilation and one run of the tests try them all.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "builtin/builtin.h"
#include "builtin/make.h"
#include "match/self_test.h"
#include "rules/load.h"

using namespace incilint;

namespace {

/// What was taken away, and the rules that must notice it: one of them is enough.
struct Mutation {
    std::string lost;
    std::vector<std::string> rules;
};

struct Mutants {
    rules::RuleSet set;
    std::vector<Mutation> mutations;
};

base::Expected<rules::RuleText> built_in(std::string_view name, const rules::RuleText&) {
    const auto text = builtin::rule_text(name);
    if (!text) return base::Error{base::Diagnostic{"rules/not-found", {}, std::string(name), ""}};
    return rules::RuleText{std::string(name) + ".yaml", std::string(name), std::string(*text)};
}

rules::RuleSet default_rules() {
    std::vector<rules::RuleSet> sets;
    for (const std::string_view id : builtin::default_rule_sets) {
        auto set = rules::load_rules(*built_in(id, {}), built_in);
        REQUIRE(set);
        sets.push_back(std::move(*set));
    }
    auto joined = rules::join_rules(sets);
    REQUIRE(joined);
    return std::move(*joined);
}

/// The words below a term, so that a message can name what was lost.
template <class Expr>
std::string words_of(const Expr& expr, std::uint32_t node);

std::string word_of(const rules::IngredientExpr& expr, std::uint32_t node) {
    return expr.nodes[node].word.text;
}
std::string word_of(const rules::LabelExpr& expr, std::uint32_t node) {
    const rules::LabelTerm& term = expr.nodes[node];
    if (!term.words.empty()) return term.words.front().text;
    if (term.kind != rules::LabelTermKind::ingredient) return "";
    return words_of(expr.ingredients[term.ingredient], expr.ingredients[term.ingredient].root);
}
template <class Expr>
std::string words_of(const Expr& expr, std::uint32_t node) {
    std::string text = word_of(expr, node);
    for (const std::uint32_t child : expr.nodes[node].children) text += " " + words_of(expr, child);
    return text;
}

/// All expressions that are `expr` without one child of a list.
template <class Expr>
std::vector<std::pair<std::string, Expr>> without_children(const Expr& expr) {
    std::vector<std::pair<std::string, Expr>> out;
    for (std::size_t node = 0; node < expr.nodes.size(); ++node) {
        const auto& children = expr.nodes[node].children;
        for (std::size_t i = 0; children.size() >= 2 && i < children.size(); ++i) {
            Expr less = expr;
            auto& kept = less.nodes[node].children;
            kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(i));
            out.emplace_back(words_of(expr, children[i]), std::move(less));
        }
    }
    return out;
}

std::vector<std::pair<std::string, rules::IngredientExpr>> mutants_of(const rules::IngredientExpr& expr) {
    auto out = without_children(expr);
    for (std::size_t i = 0; i < expr.except.size(); ++i) {
        rules::IngredientExpr less = expr;
        less.except.erase(less.except.begin() + static_cast<std::ptrdiff_t>(i));
        out.emplace_back("except" + words_of(expr, expr.except[i]), std::move(less));
    }
    return out;
}

std::vector<std::pair<std::string, rules::LabelExpr>> mutants_of(const rules::LabelExpr& expr) {
    auto out = without_children(expr);
    for (std::size_t i = 0; i < expr.ingredients.size(); ++i) {
        for (auto& [lost, less] : mutants_of(expr.ingredients[i])) {
            rules::LabelExpr copy = expr;
            copy.ingredients[i] = std::move(less);
            out.emplace_back(lost, std::move(copy));
        }
    }
    for (std::size_t node = 0; node < expr.nodes.size(); ++node) {
        const auto& words = expr.nodes[node].words;
        for (std::size_t i = 0; words.size() >= 2 && i < words.size(); ++i) {
            rules::LabelExpr copy = expr;
            copy.nodes[node].words.erase(copy.nodes[node].words.begin() + static_cast<std::ptrdiff_t>(i));
            out.emplace_back(words[i].text, std::move(copy));
        }
    }
    return out;
}

/// Adds a copy of the rule that reports nothing which another rule could see.
rules::Rule& add_mutant(Mutants& out, const rules::Rule& rule) {
    rules::Rule& mutant = out.set.rules.emplace_back(rule);
    mutant.id.text = "mutant/" + std::to_string(out.set.rules.size());
    mutant.category.clear();
    mutant.effect = rules::Effect::info;
    out.mutations.back().rules.push_back(mutant.id.text);
    return mutant;
}

bool rename_set(rules::IngredientExpr& expr, const std::string& from, const std::string& to) {
    bool found = false;
    for (rules::Term& term : expr.nodes) {
        if (term.kind != rules::TermKind::set || term.word.text != from) continue;
        term.word.text = to;
        found = true;
    }
    return found;
}

void mutate_rules(const rules::RuleSet& joined, Mutants& out) {
    for (const rules::Rule& rule : joined.rules) {
        if (rule.ingredient) {
            for (auto& [lost, expr] : mutants_of(*rule.ingredient)) {
                out.mutations.push_back({rule.id.text + " without " + lost, {}});
                add_mutant(out, rule).ingredient = std::move(expr);
            }
        }
        if (rule.label) {
            for (auto& [lost, expr] : mutants_of(*rule.label)) {
                out.mutations.push_back({rule.id.text + " without " + lost, {}});
                add_mutant(out, rule).label = std::move(expr);
            }
        }
    }
}

void mutate_sets(const rules::RuleSet& joined, Mutants& out) {
    for (const auto& [id, expr] : joined.sets) {
        for (auto& [lost, less] : mutants_of(expr)) {
            out.mutations.push_back({"set " + id.text + " without " + lost, {}});
            rules::Word name{"mutant-" + std::to_string(out.set.sets.size()), id.where};
            for (const rules::Rule& rule : joined.rules) {
                rules::Rule copy = rule;
                bool uses = copy.ingredient && rename_set(*copy.ingredient, id.text, name.text);
                if (copy.label) {
                    for (rules::IngredientExpr& part : copy.label->ingredients) {
                        uses = rename_set(part, id.text, name.text) || uses;
                    }
                }
                if (uses) add_mutant(out, copy);
            }
            out.set.sets.emplace_back(std::move(name), std::move(less));
        }
    }
}

}  // namespace

TEST_CASE("no term and no exception of a built-in rule can be dropped unnoticed") {
    const rules::RuleSet joined = default_rules();
    Mutants mutants{joined, {}};
    mutate_rules(joined, mutants);
    mutate_sets(joined, mutants);
    CHECK(mutants.mutations.size() > 150);

    const auto images = match::images_of(builtin::image());
    REQUIRE(images);
    const auto image = match::compile({{mutants.set}, images->dictionary, {}, images->vocabulary});
    REQUIRE(image);
    const auto program = match::Program::open(*image, false);
    REQUIRE(program);
    const auto result = match::self_test(mutants.set, *program, *match::images_of(*image));
    REQUIRE(result);

    std::set<std::string, std::less<>> noticed;
    for (const base::Diagnostic& failure : result->failures) {
        const std::size_t from = failure.text.find('\'') + 1;
        noticed.insert(failure.text.substr(from, failure.text.find('\'', from) - from));
    }
    for (const Mutation& mutation : mutants.mutations) {
        const bool killed =
            std::ranges::any_of(mutation.rules, [&](const std::string& id) { return noticed.contains(id); });
        if (!killed) FAIL_CHECK("no test notices: ", mutation.lost);
    }
}
