#include "cli/lint_report.h"

#include <utility>

namespace incilint::cli {

std::vector<report::Sheet> finding_records(const base::Diagnostics& findings) {
    std::vector<report::Sheet> out;
    for (const base::Diagnostic& finding : findings) {
        report::Sheet made;
        made.fields = {{"code", "", finding.code},
                       {"file", "", finding.where.file},
                       {"line", "", static_cast<std::size_t>(finding.where.line)},
                       {"column", "", static_cast<std::size_t>(finding.where.column)},
                       {"text", "", finding.text},
                       {"hint", "", finding.hint}};
        out.push_back(std::move(made));
    }
    return out;
}

std::string findings_text(const base::Diagnostics& findings, std::string_view summary) {
    std::string out;
    for (const base::Diagnostic& finding : findings)
        out.append(base::describe(finding)).append(" [").append(finding.code).append("]\n");
    return out.append(summary).append("\n");
}

std::string lint_report(const base::Diagnostics& findings, std::string_view summary, const Options& options) {
    if (options.format != Format::json) return findings_text(findings, summary);
    report::Sheet sheet;
    sheet.fields = {{"findings", "", finding_records(findings)}};
    return report::sheet_json(sheet, "incilint.lint/1");
}

}  // namespace incilint::cli
