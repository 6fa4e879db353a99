// cli/facts.h: gathers what is known of a name or a rule, for the cards of `explain` and `rules show`.
// Promises: look-alikes are those of the rules' own tests; citations are those of the embedded table of sources.
// Must not know: output formats.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "match/program.h"
#include "report/card.h"
#include "rules/rule.h"

namespace incilint::cli {

/// The program of a run and its rules with their tests. A program file holds no tests: then there is no `joined`.
struct Knowledge {
    match::Program program;
    std::optional<rules::RuleSet> joined;
};
[[nodiscard]] base::Expected<Knowledge, base::Diagnostics> load_knowledge(const Options& options);

/// "citation, link (read: abstract; of 2019)" of a key of data/sources.tsv, or nothing.
[[nodiscard]] std::string cite(std::string_view key);

[[nodiscard]] const rules::Rule* find_rule(const match::Program& program, std::string_view id);
/// "; did you mean 'x'?" of the nearest known word, or nothing.
[[nodiscard]] std::string near_words(std::string_view word, const std::vector<std::string>& known);
/// The same of rule ids.
[[nodiscard]] std::string near_rule(const match::Program& program, std::string_view id);

[[nodiscard]] report::RuleFacts facts_of_rule(const rules::Rule& rule, const Knowledge& known);
/// What was asked, and the name in it: "Ethanol 96%" asks for "Ethanol".
struct Asked {
    const std::string& text;
    const std::string& name;
};
[[nodiscard]] report::IngredientFacts facts_of_name(const Asked& asked, lexicon::Recognition recognition,
                                                    const Knowledge& known);
[[nodiscard]] report::UnknownFacts facts_of_unknown(const std::string& name, const Knowledge& known);

/// A rule about the files that steer a run, of which no rule file speaks; no fields where it is none.
[[nodiscard]] report::Sheet policy_card(const std::string& subject);

}  // namespace incilint::cli
