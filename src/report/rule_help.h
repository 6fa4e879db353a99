// report/rule_help.h: what helps a reader of a finding: what its rule says, on what evidence, and what to do instead.
// Promises: each text is never empty; evidence is told with grade and source; Markdown is escaped.
// Must not know: documents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/card.h"

namespace incilint::report {

struct RuleHelp {
    std::string id;
    std::string title;
    std::string full;      ///< one or two sentences
    std::string text;      ///< evidence and alternatives, plain
    std::string markdown;  ///< the same
    std::string link;      ///< address of the first source that has a DOI or a CELEX number; may be empty
    rules::Severity severity{};
    bool may_guess = false;         ///< the rule speaks of things that cannot be told for certain, too
    std::vector<std::string> tags;  ///< category, basis, what it is about
};

[[nodiscard]] RuleHelp help_of(const rules::Rule& rule, const Cite& cite);
/// The ids of the rules about suppressions, the baseline, keys and gates.
[[nodiscard]] std::vector<std::string> policy_rules();
/// The severity of one of them where no configuration says another.
[[nodiscard]] rules::Severity usual_severity(std::string_view id);
/// "What could not be read of a catalog" of the id that a fault bears in reports ("row/too-few-fields"), and what to
/// do; empty for an id of no such family.
struct FaultHelp {
    std::string_view family;
    std::string_view title;
    std::string_view what_to_do;
};
[[nodiscard]] const FaultHelp* help_of_fault(std::string_view id);
/// Of one of them.
[[nodiscard]] RuleHelp help_of_policy(std::string_view id, rules::Severity severity);

}  // namespace incilint::report
