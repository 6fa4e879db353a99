// cli/rule_files.h: where the texts of rules come from: the command line, the binary, and `extends`.
// Promises: `extends` names a built-in set or a path below the folder of the file that says it, after links are
// followed; absolute paths, URLs and ways out of the folder are refused.
// Must not know: what a rule is.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "rules/load.h"

namespace incilint::cli {

/// The text of a file named on the command line.
[[nodiscard]] base::Expected<rules::RuleText> rule_file(const std::string& path);
/// The text of a built-in set.
[[nodiscard]] base::Expected<rules::RuleText> built_in_rules(std::string_view id);
/// What `extends: [NAME]` of `from` means.
[[nodiscard]] base::Expected<rules::RuleText> resolve_rules(std::string_view name, const rules::RuleText& from);

}  // namespace incilint::cli
