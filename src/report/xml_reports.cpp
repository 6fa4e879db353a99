// JUnit and checkstyle.
#include <algorithm>
#include <map>

#include <fmt/core.h>

#include "report/escape.h"
#include "report/formats.h"
#include "report/provenance.h"
#include "report/rows.h"

namespace incilint::report {
namespace {

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Rows by file, files in the order of the run; files without a row too.
struct FileRows {
    std::string path;
    std::vector<const Row*> rows;
    std::vector<const Input*> inputs;
};

std::vector<FileRows> by_file(const Run& run, const std::vector<Row>& rows) {
    std::vector<FileRows> out;
    std::map<std::string, std::size_t> known;
    const auto of = [&](const std::string& path) -> FileRows& {
        const auto [at, fresh] = known.emplace(path, out.size());
        if (fresh) out.push_back({path, {}, {}});
        return out[at->second];
    };
    for (const Input& input : run.inputs) of(taker_path(input.path)).inputs.push_back(&input);
    for (const Row& row : rows) of(file_of(row)).rows.push_back(&row);
    return out;
}

struct Suite {
    std::string cases;
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t skipped = 0;
};

void add_case(Suite& suite, const Row& row) {
    ++suite.tests;
    std::string name = row.rule_id;
    if (!row.ingredient.empty()) name.append(": ").append(row.ingredient);
    if (!row.product.empty()) name += " (" + row.product + ")";
    const std::string path = file_of(row);
    const std::string where = row.path.empty() ? "" : fmt::format("{}:{}:{}", row.path, row.line, row.column);
    suite.cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{}\">", xml_text(path),
                               xml_text(name), xml_text(path), row.line);
    const std::string text = xml_text(sentence(row));
    if (row.kind == RowKind::fault) {
        ++suite.errors;
        suite.cases +=
            fmt::format("<error type=\"{}\" message=\"{}\">{}</error>", xml_text(row.rule_id), text, xml_text(where));
    } else if (row.held != match::Held::no) {
        ++suite.skipped;
        suite.cases += fmt::format("<skipped message=\"{}: {}\"/>", match::word(row.held), text);
    } else if (row.fails) {
        ++suite.failures;
        suite.cases += fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>", rules::word(row.severity), text,
                                   xml_text(where));
    } else {
        suite.cases +=
            fmt::format("<system-out>{}: {} ({})</system-out>", rules::word(row.severity), text, xml_text(where));
    }
    suite.cases += "</testcase>\n";
}

/// What the suite was made by; every suite says it, for readers take suites apart.
std::string properties(const Run& run) {
    std::string out = "    <properties>\n";
    const auto add = [&out](std::string_view name, const std::string& value) {
        out += fmt::format("      <property name=\"incilint.{}\" value=\"{}\"/>\n", name, xml_text(value));
    };
    add("version", run.tool_version);
    add("rules", rules_used(run));
    add("dictionary", dictionary_used(run));
    return out + "    </properties>\n";
}

Suite suite_of(const FileRows& file, const Run& run) {
    Suite out;
    for (const Row* row : file.rows) add_case(out, *row);
    // A product without a finding is a test that passed.
    for (const Input* input : file.inputs) {
        for (const match::Screening& screening : input->screenings) {
            const Subject subject(run.of(*input), *input, screening);
            const bool clean = std::ranges::none_of(screening.findings, [&](const match::Finding& finding) {
                return subject.rule(finding).effect != rules::Effect::credit;
            });
            if (!clean) continue;
            ++out.tests;
            const std::string name = subject.name().empty() ? input->id : subject.name();
            out.cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\"/>\n", xml_text(file.path),
                                     xml_text(name.empty() ? fmt::format("record {}", input->record) : name));
        }
    }
    return out;
}

std::string_view checkstyle_word(rules::Severity severity) {
    return severity == rules::Severity::note ? "info" : rules::word(severity);
}

}  // namespace

std::string junit(const Run& run) {
    const std::vector<Row> rows = rows_of(run, false);
    const std::string made_by = properties(run);
    Suite all;
    for (const FileRows& file : by_file(run, rows)) {
        const Suite suite = suite_of(file, run);
        all.tests += suite.tests;
        all.failures += suite.failures;
        all.errors += suite.errors;
        all.skipped += suite.skipped;
        all.cases += fmt::format(
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\">\n{}{}  </testsuite>\n",
            xml_text(file.path), suite.tests, suite.failures, suite.errors, suite.skipped, made_by, suite.cases);
    }
    return std::string(xml_head) +
           fmt::format(
               "<testsuites name=\"incilint\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\">\n"
               "{}</testsuites>\n",
               all.tests, all.failures, all.errors, all.skipped, all.cases);
}

std::string checkstyle(const Run& run) {
    const std::vector<Row> rows = rows_of(run, false);
    std::string out(xml_head);
    out += "<checkstyle version=\"4.3\">\n";
    out += fmt::format("  <!-- {} -->\n", xml_comment(made_by(run)));
    for (const FileRows& file : by_file(run, rows)) {
        out += fmt::format("  <file name=\"{}\">\n", xml_text(file.path));
        for (const Row* row : file.rows) {
            if (row->held != match::Held::no) continue;  // the format has no mark for them
            out += fmt::format(
                "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"incilint.{}\"/>\n",
                row->line, row->column, checkstyle_word(row->severity), xml_text(sentence(*row)),
                xml_text(row->rule_id));
        }
        out += "  </file>\n";
    }
    return out + "</checkstyle>\n";
}

}  // namespace incilint::report
