#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/near.h"
#include "base/text.h"
#include "builtin/builtin.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/engine.h"
#include "label/label.h"
#include "lexicon/recognise.h"
#include "report/card.h"
#include "report/text.h"

namespace incilint::cli {
namespace {

/// "citation, link" of a row of data/sources.tsv: key, citation, link, …
std::string cite(std::string_view key) {
    std::string_view table = builtin::sources();
    while (!table.empty()) {
        const std::size_t end = std::min(table.find('\n'), table.size());
        std::string_view line = table.substr(0, end);
        table.remove_prefix(std::min(end + 1, table.size()));
        if (!line.starts_with(key) || line.size() <= key.size() || line[key.size()] != '\t') continue;
        line.remove_prefix(key.size() + 1);
        const std::size_t first = std::min(line.find('\t'), line.size());
        std::string out(line.substr(0, first));
        if (first == line.size()) return out;
        const std::string_view link = line.substr(first + 1, line.find('\t', first + 1) - first - 1);
        if (!link.empty()) out.append(", ").append(link);
        return out;
    }
    return "";
}

/// The ingredient as the only entry of a label, screened once for each type of product.
report::IngredientFacts facts_of(const std::string& name, lexicon::Recognition recognition,
                                 const match::Program& program) {
    report::IngredientFacts out{name, std::move(recognition), {}, {}};
    label::Label label;
    label::Entry entry;
    entry.raw = entry.name = name;
    entry.span = {0, name.size()};
    label.products.push_back({std::nullopt, label::Order::descending, {entry}});
    label.pieces.push_back({entry.span, label::PieceKind::entry});
    for (const rules::ProductType type : {rules::ProductType::rinse_off, rules::ProductType::leave_on}) {
        match::Context context;
        context.type = type;
        for (const match::Screening& screening : match::screen(program, label, name, context)) {
            if (!screening.entries.empty()) out.listed_in = screening.entries.front().listed_in;
            for (const match::Finding& finding : screening.findings)
                if (finding.entry)
                    out.fires.push_back({&program.rules()[finding.rule], type, finding.severity, finding.certainty});
        }
    }
    return out;
}

const rules::Rule* find_rule(const match::Program& program, std::string_view id) {
    for (const rules::Rule& rule : program.rules())
        if (rule.id.text == id) return &rule;
    return nullptr;
}

}  // namespace

int run_explain(const Options& options) {
    Outcome outcome;
    if (options.subject.empty()) {
        outcome.add(Exit::usage, "nothing to explain: name an ingredient or a rule");
        return finish(outcome);
    }
    // 1. What is known.
    const auto program = make_program(options);
    if (!program) {
        say(program.error());
        outcome.add(Exit::usage, "the rules or names cannot be used");
        return finish(outcome);
    }
    auto output = open_output(options, outcome);
    if (!output) return finish(outcome);
    const report::TextStyle style{.colour = coloured(options, *output)};
    // 2. A rule, else an ingredient, else a near miss.
    if (const rules::Rule* rule = find_rule(*program, options.subject)) {
        deliver(*output, report::rule_card(*rule, cite, style), outcome);
    } else if (auto known = lexicon::recognise(options.subject, program->dictionary())) {
        const auto facts = facts_of(options.subject, std::move(*known), *program);
        deliver(*output, report::ingredient_card(facts, program->dictionary(), cite, style), outcome);
    } else {
        std::vector<std::string> ids;
        for (const rules::Rule& rule : program->rules()) ids.push_back(rule.id.text);
        std::string reason = "no rule and no ingredient is called '" + base::printable(options.subject) + "'";
        if (const auto near = base::nearest(options.subject, ids))
            reason.append(", did you mean ").append(*near).append("?");
        outcome.add(Exit::usage, reason);
    }
    return finish(outcome);
}

}  // namespace incilint::cli
