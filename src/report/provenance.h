// report/provenance.h: what a report was made by, in words: program, rule sets and dictionary with their digests.
// Promises: the same words in every report for people; digests in short, as `incilint version` prints them; each rule
// set and dictionary of a run is named once. Must not know: output formats.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "report/run.h"

namespace incilint::report {

/// The programs that screened a run, the first one first.
[[nodiscard]] std::vector<const match::Program*> programs_of(const Run& run);
/// The rule sets of a run, each once.
[[nodiscard]] std::vector<match::RuleSetInfo> rule_sets_of(const Run& run);
/// The digests of the dictionaries of a run, each once.
[[nodiscard]] std::vector<std::string> dictionaries_of(const Run& run);
/// "microbiome 1.1.0 e12125499794, label 1.0.0 0265f2f28641".
[[nodiscard]] std::string rules_used(const Run& run);
/// "223856bef306"; of each, where a run has several.
[[nodiscard]] std::string dictionary_used(const Run& run);
/// "incilint 0.1.0, rules …, dictionary …".
[[nodiscard]] std::string made_by(const Run& run);

}  // namespace incilint::report
