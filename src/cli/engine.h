// cli/engine.h: the program a run screens with: the embedded one, or one compiled from a person's rules and names.
// Promises: without --rules and --data no YAML is parsed; every fault of every file is told; `extends` reads nothing
// outside the folder of the file that says it.
// Must not know: what is screened.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/options.h"
#include "match/program.h"
#include "rules/rule.h"

namespace incilint::cli {

[[nodiscard]] base::Expected<match::Program, base::Diagnostics> make_program(const Options& options);

/// The rule sets of a run with their tests, as loaded: the built-in ones first.
[[nodiscard]] base::Expected<std::vector<rules::RuleSet>, base::Diagnostics> load_rule_sets(const Options& options);

/// Compiles rule sets with the names of --data; the image of a program.
[[nodiscard]] base::Expected<std::string, base::Diagnostics> make_image(const Options& options,
                                                                        std::vector<rules::RuleSet> sets);

}  // namespace incilint::cli
