#include <string>
#include <utility>
#include <vector>

#include "base/counted.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/facts.h"
#include "cli/policy_step.h"
#include "cli/projects.h"
#include "label/read.h"
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

/// The rules below "family" or "family/"; no fields where there are none.
report::Sheet family_card(std::string_view subject, const match::Program& program) {
    const std::string family(subject.substr(0, subject.find('/')));
    std::vector<report::Sheet> rows;
    for (const rules::Rule& rule : program.rules()) {
        if (family.empty() || !rule.id.text.starts_with(family + '/')) continue;
        rows.emplace_back().fields = {{"id", "rule", rule.id.text},
                                      {"effect", "", std::string(rules::word(rule.effect))},
                                      {"severity", "severity", std::string(rules::word(rule.severity))},
                                      {"title", "title", rule.title}};
    }
    report::Sheet card;
    if (rows.empty() || subject.size() > family.size() + 1) return card;
    card.title = family + "/: " + base::counted(rows.size(), "rule", "rules");
    card.fields = {{"kind", "", std::string("family")},
                   {"family", "", family},
                   {"rules", "rules", std::move(rows), report::Layout::table}};
    return card;
}

/// "Ethyl Alcohol 96%": the name in front of a stated percent, as a label's reader finds it; otherwise the subject.
std::string without_percent(const std::string& subject, const match::Program& program) {
    if (subject.find('%') == subject.npos) return subject;
    const label::Label read = label::read(subject, program.dictionary(), program.vocabulary());
    if (read.products.size() != 1 || read.products[0].entries.size() != 1) return subject;
    const label::Entry& entry = read.products[0].entries[0];
    return entry.percent ? std::string(entry.name) : subject;
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
    // 2. A rule, else an ingredient, else a family of rules or a rule of the policy, else a name that nobody knows.
    const std::string& subject = options.subject;
    const lexicon::Dictionary& dictionary = known->program.dictionary();
    const rules::Rule* rule = find_rule(known->program, subject);
    const lexicon::RecogniseOptions how{.correct_spelling = !options.strict_names};
    std::string name = subject;
    auto read = lexicon::recognise(name, dictionary, how);
    if (!read) {
        name = without_percent(subject, known->program);
        if (name != subject) read = lexicon::recognise(name, dictionary, how);
    }
    report::Sheet card;
    if (rule) {
        report::RuleFacts facts = facts_of_rule(*rule, *known);
        facts.here = project.settings.severity_of(rule->id.text);
        card = report::rule_card(facts, cite);
    } else if (read) {
        card = report::ingredient_card(facts_of_name({subject, name}, std::move(*read), *known), dictionary, cite);
    } else if (report::Sheet family = family_card(subject, known->program); !family.fields.empty()) {
        card = std::move(family);
    } else if (report::Sheet policy = looks_like_rule(subject) ? policy_card(subject) : report::Sheet();
               !policy.fields.empty()) {
        card = std::move(policy);
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
