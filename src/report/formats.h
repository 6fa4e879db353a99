// report/formats.h: the reports that other programs take: code scanning, test reports, annotations, tables, pages.
// Promises: each is a whole document of the same rows in the same order (report/rows.h); untrusted text is escaped for
// where it stands; limits of the takers are kept, and what a limit left out is counted in the document; nothing depends
// on clock, machine or locale.
// Must not know: policy, exit codes, files, terminals.
#pragma once

#include <string>

#include "report/card.h"
#include "report/run.h"

namespace incilint::report {

struct FormatOptions {
    Cite cite;           ///< citations of sources; may be empty
    std::string home{};  ///< SARIF: URI of the program's documentation; empty: none is told
};

/// One finding a line: "path:line:column: severity rule message"; then, unless `brief`, a line that counts and one that
/// says what made it.
[[nodiscard]] std::string concise(const Run& run, bool brief = false);
/// One JSON object a finding, then {"type":"summary"}, without which the document was cut off.
[[nodiscard]] std::string findings_jsonl(const Run& run);
/// SARIF 2.1.0 for code scanning.
[[nodiscard]] std::string sarif(const Run& run, const FormatOptions& options);
/// JUnit XML: a suite a file, a test case a finding (a failure where it fails the run), one for each product without.
[[nodiscard]] std::string junit(const Run& run);
/// Workflow commands of GitHub Actions.
[[nodiscard]] std::string github(const Run& run);
/// GitLab Code Quality.
[[nodiscard]] std::string gitlab(const Run& run);
[[nodiscard]] std::string checkstyle(const Run& run);
/// Reviewdog Diagnostic Format; its columns count bytes.
[[nodiscard]] std::string rdjson(const Run& run);
/// RFC 4180 with CR LF, a row a finding, credits too; formulas are guarded.
[[nodiscard]] std::string findings_csv(const Run& run);
/// GitHub Flavored Markdown, at most 900 kB: a job summary.
[[nodiscard]] std::string markdown(const Run& run, const FormatOptions& options);
/// One page without scripts.
[[nodiscard]] std::string html(const Run& run, const FormatOptions& options);

}  // namespace incilint::report
