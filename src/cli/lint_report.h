// cli/lint_report.h: what a linter found, as text or JSON (incilint.lint/1).
// Promises: one line a finding, file:line:column first; escaped.
// Must not know: what was linted.
#pragma once

#include <string>

#include "base/result.h"
#include "cli/options.h"
#include "report/sheet.h"

namespace incilint::cli {

/// Findings as records of a sheet.
[[nodiscard]] std::vector<report::Sheet> finding_records(const base::Diagnostics& findings);

/// "file:line:column: text (hint) [code]" for each, then `summary`.
[[nodiscard]] std::string findings_text(const base::Diagnostics& findings, std::string_view summary);

/// In the format that the options name; `summary` closes the text.
[[nodiscard]] std::string lint_report(const base::Diagnostics& findings, std::string_view summary,
                                      const Options& options);

}  // namespace incilint::cli
