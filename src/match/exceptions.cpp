#include "match/exceptions.h"

#include <utility>

#include "match/part_matcher.h"

namespace incilint::match {
namespace {

/// The words below a term, for people, and the first place among them.
void describe(const rules::IngredientExpr& expr, std::uint32_t root, Exception& into) {
    std::vector<std::uint32_t> open{root};
    while (!open.empty()) {
        const rules::Term& term = expr.nodes[open.back()];
        open.pop_back();
        open.insert(open.end(), term.children.rbegin(), term.children.rend());
        if (term.word.text.empty()) continue;
        if (into.where.line == 0) into.where = term.word.where;
        into.text.append(into.text.empty() ? "" : ", ").append(term.word.text);
    }
}

}  // namespace

base::Expected<std::vector<Exception>, base::Diagnostics> exceptions_of(const rules::RuleSet& joined,
                                                                        const ProgramImages& images,
                                                                        const std::vector<std::string>& tested) {
    // 1. Each exception is a part, and so is what it is an exception to.
    std::vector<Exception> out;
    PartList list(joined);
    const auto add = [&](const std::string& owner, const rules::IngredientExpr& expr) {
        for (const std::uint32_t except : expr.except) {
            Exception made{owner, {}, {}, false, false};
            describe(expr, except, made);
            out.push_back(std::move(made));
            list.add(expr, expr.root);
            list.add(expr, except);
        }
    };
    for (const rules::Rule& rule : joined.rules) {
        if (rule.enabled && rule.ingredient) add(rule.id.text, *rule.ingredient);
    }
    for (const auto& [id, expr] : joined.sets) add(id.text, expr);
    if (out.empty()) return out;
    // 2. Where both hold, the exception holds something back.
    const auto parts = list.compile(images);
    if (!parts) return base::Error{parts.error()};
    const auto look = [&](std::string_view name, bool Exception::*mark) {
        const std::vector<bool> holds = parts_that_hold(*parts, name);
        for (std::size_t i = 0; i < out.size(); ++i) {
            if (holds[2 * i] && holds[2 * i + 1]) out[i].*mark = true;
        }
    };
    const lexicon::Dictionary& dictionary = parts->dictionary();
    for (const std::string& name : tested) look(name, &Exception::tested);
    for (std::uint32_t id = 0; id < dictionary.size(); ++id) {
        look(dictionary.inci(lexicon::IngredientId{id}), &Exception::useful);
    }
    return out;
}

}  // namespace incilint::match
