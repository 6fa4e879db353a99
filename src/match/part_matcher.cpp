#include "match/part_matcher.h"

#include <string>
#include <utility>

#include "match/matcher.h"

namespace incilint::match {

PartList::PartList(const rules::RuleSet& joined) {
    set_.id.text = "parts";
    set_.sets = joined.sets;
}

std::size_t PartList::add(const rules::IngredientExpr& expr, std::uint32_t root) {
    rules::Rule rule;
    rule.id.text = "part/" + std::to_string(set_.rules.size());
    rule.title = rule.id.text;
    rule.ingredient = rules::IngredientExpr{expr.nodes, root, {}};
    set_.rules.push_back(std::move(rule));
    return set_.rules.size() - 1;
}

base::Expected<Program, base::Diagnostics> PartList::compile(const ProgramImages& images) const {
    auto made = match::compile_parts({{set_}, images.dictionary, images.house, images.vocabulary});
    if (!made) return base::Error{made.error()};
    auto program = Program::open(std::move(*made));
    if (!program) return base::Error{base::Diagnostics{program.error()}};
    return std::move(*program);
}

std::vector<bool> parts_that_hold(const Program& parts, std::string_view name) {
    const Matcher matcher(parts);
    std::vector<bool> holds(parts.rules().size());
    for (const std::uint32_t expression : matcher.resolve(name, {.correct_spelling = false}).expressions)
        holds[matcher.rule_of(expression)] = true;
    return holds;
}

}  // namespace incilint::match
