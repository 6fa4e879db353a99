#include <string>
#include <utility>
#include <vector>

#include "base/joined.h"
#include "base/near.h"
#include "base/text.h"
#include "builtin/builtin.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/engine.h"
#include "cli/facts.h"
#include "cli/schemas.h"
#include "report/card.h"
#include "report/rule_help.h"
#include "report/rule_words.h"

namespace incilint::cli {
namespace {

report::Sheet row_of(const rules::Rule& rule) {
    const std::string category = rule.category.empty() ? std::string(rules::word(rule.effect)) : rule.category;
    report::Sheet out;
    out.fields = {{"id", "rule", rule.id.text},
                  {"effect", "", std::string(rules::word(rule.effect))},
                  {"severity", "severity", std::string(rules::word(rule.severity))},
                  {"category", "", rule.category},
                  {"", "category", category},
                  {"condition", "", report::words_of(rule.when)},
                  {"title", "title", rule.title}};
    return out;
}

}  // namespace

int run_rules_list(const Options& options) {
    Outcome outcome;
    const auto program = make_program(options);
    if (!program) {
        say(program.error());
        outcome.add(Exit::usage, "the rules or names cannot be used");
        return finish(outcome);
    }
    std::vector<report::Sheet> sets;
    for (const match::RuleSetInfo& set : program->rule_sets()) sets.push_back(report::set_sheet(set));
    std::vector<report::Sheet> rows;
    for (const rules::Rule& rule : program->rules()) rows.push_back(row_of(rule));
    std::vector<report::Sheet> policy;
    for (const std::string& id : report::policy_rules())
        policy.emplace_back().fields = {{"id", "rule", id},
                                        {"title", "title", report::help_of_policy(id, rules::Severity::error).title}};
    report::Sheet sheet;
    sheet.title = std::to_string(rows.size()) + " rules";
    std::vector<std::string> known;
    for (const std::string_view id : builtin::rule_ids()) known.emplace_back(id);
    sheet.fields = {
        {"sets", "rule sets", std::move(sets), report::Layout::table},
        {"built_in", "built in", known},
        {"rules", "rules", std::move(rows), report::Layout::table},
        {"policy", "about the files that steer a run, and gates", std::move(policy), report::Layout::table}};
    deliver_sheet(options, sheet, "incilint.rules/1", outcome);
    return finish(outcome);
}

int run_rules_show(const Options& options) {
    Outcome outcome;
    if (options.subject.empty()) {
        outcome.add(Exit::usage, "nothing to show: name a rule or a built-in rule set, see incilint rules list");
        return finish(outcome);
    }
    // 1. A whole built-in set is shown as it was written.
    if (const auto text = builtin::rule_text(options.subject)) {
        deliver_text(options, *text, outcome);
        return finish(outcome);
    }
    // 2. A rule.
    const auto known = load_knowledge(options);
    if (!known) {
        say(known.error());
        outcome.add(Exit::usage, "the rules or names cannot be used");
        return finish(outcome);
    }
    const rules::Rule* rule = find_rule(known->program, options.subject);
    if (const report::Sheet card = policy_card(options.subject); !rule && !card.fields.empty()) {
        deliver_sheet(options, card, "incilint.explain/1", outcome);
    } else if (rule) {
        deliver_sheet(options, report::rule_card(facts_of_rule(*rule, *known), cite), "incilint.explain/1", outcome);
    } else {
        outcome.add(Exit::usage, "no rule is called '" + base::printable(options.subject) + "'" +
                                     near_rule(known->program, options.subject));
    }
    return finish(outcome);
}

int run_rules_schema(const Options& options) {
    Outcome outcome;
    const std::string wanted = options.subject.empty() ? "ruleset" : options.subject;
    std::vector<std::string> known;
    for (const Schema& schema : schemas()) {
        if (schema.name == wanted) {
            deliver_text(options, schema.text, outcome);
            return finish(outcome);
        }
        known.emplace_back(schema.name);
    }
    outcome.add(Exit::usage, "no schema is called '" + base::printable(wanted) + "'; " +
                                 base::near_hint(wanted, known, "there is " + base::joined(known)));
    return finish(outcome);
}

}  // namespace incilint::cli
