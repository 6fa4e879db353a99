// One page: what was found on each product, with the label itself and its marked names.
#include <algorithm>
#include <set>

#include <fmt/core.h>

#include "report/escape.h"
#include "report/formats.h"
#include "report/names.h"
#include "report/provenance.h"
#include "report/rows.h"
#include "report/rule_help.h"
#include "report/text.h"

namespace incilint::report {
namespace {

constexpr std::string_view page_head = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>incilint</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1d2125; background: #fff; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; border-top: 1px solid #d5d9dd; padding-top: 1rem; }
h1, h2, td, p, li, blockquote { overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #e6e9ec; }
td:first-child { white-space: nowrap; }
blockquote { margin: 1rem 0; padding: .75rem 1rem; background: #f5f7f9; border-radius: .4rem; white-space: pre-wrap; }
mark { background: none; border-bottom: 3px solid; } mark.error { border-color: #c62828; } mark.warning { border-color: #c77700; }
mark.note { border-color: #4a6fa5; } mark.credit { border-color: #2e7d32; }
.error { color: #a31515; } .warning { color: #8a5300; } .note { color: #33557f; } .credit { color: #1f5e23; }
mark.error, mark.warning, mark.note, mark.credit { color: inherit; } .quiet { color: #5b646c; } summary { cursor: pointer; }
</style>
</head>
<body>
)";

std::string_view hue(const rules::Rule& rule, rules::Severity severity) {
    return rule.effect == rules::Effect::credit ? "credit" : rules::word(severity);
}

/// The label with the names that findings stand on marked; where two overlap, the first one is.
void append_label(std::string& out, const Subject& subject) {
    const std::string_view text = subject.input().text;
    std::size_t at = 0;
    out += "<blockquote>";
    for (const match::Finding& finding : subject.screening().findings) {
        if (!finding.entry || finding.span.empty() || finding.span.from < at || finding.span.to > text.size()) continue;
        out += html_text(text.substr(at, finding.span.from - at));
        out += fmt::format("<mark class=\"{}\" title=\"{}\">{}</mark>", hue(subject.rule(finding), finding.severity),
                           html_text(subject.rule(finding).id.text), html_text(base::slice(text, finding.span)));
        at = finding.span.to;
    }
    out += html_text(text.substr(at)) + "</blockquote>\n";
}

void append_findings(std::string& out, const Subject& subject) {
    const auto& findings = subject.screening().findings;
    if (findings.empty()) return;
    std::vector<const match::Finding*> sorted;
    sorted.reserve(findings.size());
    for (const match::Finding& finding : findings) sorted.push_back(&finding);
    const auto rank = [&](const match::Finding* finding) {
        return subject.rule(*finding).effect == rules::Effect::credit ? -1 : static_cast<int>(finding->severity);
    };
    std::ranges::stable_sort(sorted, std::greater{}, rank);
    out += "<table>\n";
    for (const match::Finding* finding : sorted) {
        const std::string_view kind = hue(subject.rule(*finding), finding->severity);
        std::string word{kind};
        if (finding->certainty == match::Certainty::possible) word += ", possible";
        if (finding->held != match::Held::no) word.append(", ").append(match::word(finding->held));
        out += fmt::format("<tr><td class=\"{}\">{}</td><td>{}<br><span class=\"quiet\">{}</span></td></tr>\n", kind,
                           word, html_text(finding->message), html_text(subject.rule(*finding).id.text));
    }
    out += "</table>\n";
}

void append_product(std::string& out, const Subject& subject) {
    const match::Verdict& verdict = subject.screening().verdict;
    std::string title = place_of(subject.input());
    if (const std::string name = subject.name(); !name.empty()) title += ": " + name;
    out += fmt::format("<h2>{}</h2>\n<p><strong>{}</strong>", html_text(title), html_text(verdict.words));
    if (verdict.given)
        out += fmt::format("<br>burden {} to {} of 100, support {} of 100, confidence {}", verdict.burden_low,
                           verdict.burden_high, verdict.support, match::word(verdict.confidence));
    else
        out += "<br>" + html_text(verdict.why_none);
    for (const std::string& remark : verdict.remarks)
        out += "<br><span class=\"quiet\">" + html_text(remark) + "</span>";
    out += "</p>\n";
    append_label(out, subject);
    append_findings(out, subject);
}

void append_other_rows(std::string& out, const std::vector<Row>& rows) {
    std::string lines;
    for (const Row& row : rows) {
        if (row.kind == RowKind::label) continue;
        const std::string held = row.held == match::Held::no ? "" : ", " + std::string(match::word(row.held));
        lines +=
            fmt::format("<tr><td class=\"{0}\">{0}{1}</td><td>{2}:{3}</td><td>{4}</td></tr>\n",
                        rules::word(row.severity), held, html_text(file_of(row)), row.line, html_text(sentence(row)));
    }
    if (!lines.empty()) out += "<h2>Files</h2>\n<table>\n" + lines + "</table>\n";
}

void append_why(std::string& out, const std::vector<Row>& rows, const Cite& cite) {
    std::set<const rules::Rule*> told;
    std::string lines;
    for (const Row& row : rows) {
        if (!row.rule || !told.insert(row.rule).second) continue;
        const RuleHelp help = help_of(*row.rule, cite);
        lines += fmt::format("<details><summary>{}</summary><blockquote>{}</blockquote></details>\n",
                             html_text(help.id), html_text(help.text));
    }
    if (!lines.empty()) out += "<h2>Why</h2>\n" + lines;
}

}  // namespace

std::string html(const Run& run, const FormatOptions& options) {
    const std::vector<Row> rows = rows_of(run, true);
    const std::size_t products = products_of(run);
    std::string out(page_head);
    out += fmt::format("<h1>incilint</h1>\n<p>{} in {} product{}</p>\n", words_of(counts_of(rows)), products,
                       products == 1 ? "" : "s");
    if (run.incomplete)
        out += fmt::format("<p class=\"error\">Incomplete: {}</p>\n",
                           run.faults.empty() ? "not all that was named could be read" : html_text(unread_words(run)));
    for (const Input& input : run.inputs)
        for (const match::Screening& screening : input.screenings)
            append_product(out, Subject(run.of(input), input, screening));
    append_other_rows(out, rows);
    append_why(out, rows, options.cite);
    out += fmt::format("<p class=\"quiet\">{}<br>{}</p>\n</body>\n</html>\n", closing_line, html_text(made_by(run)));
    return out;
}

}  // namespace incilint::report
