#include <string>
#include <utility>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/facts.h"
#include "cli/policy_step.h"
#include "cli/projects.h"
#include "lexicon/recognise.h"
#include "report/card.h"

namespace incilint::cli {
namespace {

/// "family/name" without blanks: a rule is meant, not an ingredient.
bool looks_like_rule(std::string_view subject) {
    const std::size_t slash = subject.find('/');
    if (slash == subject.npos || slash == 0 || slash + 1 == subject.size()) return false;
    return subject.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/") == subject.npos;
}

}  // namespace

int run_explain(const Options& given) {
    Outcome outcome;
    if (base::trim(given.subject).empty()) {
        outcome.add(Exit::usage, "nothing to explain: name an ingredient or a rule");
        return finish(outcome);
    }
    // 1. The configuration of here, and what is known under it.
    auto projects = Projects::open(given);
    if (!projects) {
        say(projects.error());
        outcome.add(Exit::usage, "the configuration cannot be used");
        return finish(outcome);
    }
    const Project& project = projects->here();
    const Options options = configured(given, project);
    const auto known = load_knowledge(options);
    if (!known) {
        say(known.error());
        outcome.add(Exit::usage, "the rules or names cannot be used");
        return finish(outcome);
    }
    // 2. A rule, else an ingredient, else a name that nobody knows.
    const std::string& subject = options.subject;
    const lexicon::Dictionary& dictionary = known->program.dictionary();
    const rules::Rule* rule = find_rule(known->program, subject);
    auto read = lexicon::recognise(subject, dictionary, {.correct_spelling = !options.strict_names});
    report::Sheet card;
    if (rule) {
        report::RuleFacts facts = facts_of_rule(*rule, *known);
        facts.here = project.settings.severity_of(rule->id.text);
        card = report::rule_card(facts, cite);
    } else if (read) {
        card = report::ingredient_card(facts_of_name(subject, std::move(*read), *known), dictionary, cite);
    } else if (looks_like_rule(subject) && !near_rule(known->program, subject).empty()) {
        outcome.add(Exit::usage, "no rule and no ingredient is called '" + base::printable(subject) + "'" +
                                     near_rule(known->program, subject));
        return finish(outcome);
    } else {
        card = report::unknown_card(facts_of_unknown(subject, *known), dictionary, cite);
    }
    deliver_sheet(options, card, "incilint.explain/1", outcome);
    return finish(outcome);
}

}  // namespace incilint::cli
