// Fields and limits: GitHub's documentation of SARIF support for code scanning.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/core.h>

#include "base/text.h"
#include "report/escape.h"
#include "report/formats.h"
#include "report/json.h"
#include "report/line_hash.h"
#include "report/parts_json.h"
#include "report/rows.h"
#include "report/rule_help.h"

namespace incilint::report {
namespace {

constexpr std::size_t most_results = 25'000;
constexpr std::size_t longest_description = 1'024;  // code points

std::string_view level(rules::Severity severity) {
    return severity == rules::Severity::error ? "error" : severity == rules::Severity::warning ? "warning" : "note";
}

std::string_view problem_severity(rules::Severity severity) {
    return severity == rules::Severity::note ? "recommendation" : level(severity);
}

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
    json.key(key);
    json.begin_object();
    json.member("text", text);
    json.end_object();
}

/// The first code points of a text; a field that must not be empty never is.
std::string described(std::string_view text, std::string_view otherwise) {
    if (text.empty()) text = otherwise;
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && count < longest_description; ++count)
        at += base::decode(text, at).length;
    return std::string(text.substr(0, at));
}

/// A message: brackets and braces mean nothing in it, a full stop ends it.
std::string message_text(std::string_view text) {
    std::string out;
    for (const char c : base::printable(text)) {
        if (c == '[' || c == ']') out.push_back('\\');
        if (c == '{' || c == '}') out.push_back(c);
        out.push_back(c);
    }
    if (out.find_last_of(".!?") + 1 != out.size()) out.push_back('.');
    return out;
}

/// "fragrance/undisclosed" → "FragranceUndisclosed", as the format writes names of rules.
std::string pascal(std::string_view id) {
    std::string out;
    bool first = true;
    for (const char c : id) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (letter) out.push_back(first && c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c);
        if (c >= '0' && c <= '9') out.push_back(c);
        first = !letter;
    }
    return out.substr(0, 255);
}

void write_rule(JsonWriter& json, const RuleHelp& help) {
    json.begin_object();
    json.member("id", help.id);
    json.member("name", pascal(help.id));
    write_text(json, "shortDescription", described(message_text(help.title.empty() ? help.id : help.title), help.id));
    write_text(json, "fullDescription", described(message_text(help.full.empty() ? help.id : help.full), help.id));
    json.key("help");
    json.begin_object();
    json.member("text", help.text);
    json.member("markdown", help.markdown);
    json.end_object();
    if (!help.link.empty()) json.member("helpUri", help.link);
    json.key("defaultConfiguration");
    json.begin_object();
    json.member("level", level(help.severity));
    json.end_object();
    json.key("properties");
    json.begin_object();
    json.key("tags");
    json.begin_array();
    for (const std::string& tag : help.tags) json.string(tag);
    json.end_array();
    json.member("precision", help.may_guess ? "medium" : "high");
    json.member("problem.severity", problem_severity(help.severity));
    json.end_object();
    json.end_object();
}

/// What helps with each rule, in the order in which results count them; rules of policy behind those of the program.
std::vector<RuleHelp> rules_of(const Run& run, const std::vector<Row>& rows, const Cite& cite) {
    std::vector<RuleHelp> out;
    std::set<std::string> known;
    for (const match::Program* program : programs_of(run))
        for (const rules::Rule& rule : program->rules())
            if (rule.effect != rules::Effect::credit && known.insert(rule.id.text).second)
                out.push_back(help_of(rule, cite));
    for (const std::string& id : policy_rules())
        if (!id.starts_with("gate/") && known.insert(id).second) out.push_back(help_of_policy(id, usual_severity(id)));
    for (const Row& row : rows)
        if (row.kind == RowKind::policy && known.insert(row.rule_id).second)
            out.push_back(help_of_policy(row.rule_id, row.severity));
    return out;
}

class Hashes {
  public:
    explicit Hashes(const Run& run) {
        for (const Input& input : run.inputs)
            texts_.emplace(taker_path(input.path), input.source ? *input.source
                                                   : input.file ? *input.file
                                                                : input.text);
        for (const PolicyFinding& finding : run.policy)
            if (finding.source) texts_.emplace(taker_path(finding.path), *finding.source);
    }
    /// Empty where the file was not read, or not as it is.
    std::string of(const Row& row) {
        const auto text = texts_.find(row.path);
        if (text == texts_.end()) return "";
        const auto [at, fresh] = hashes_.try_emplace(row.path);
        if (fresh && !text->second.empty()) at->second = line_hashes(text->second);
        return row.line <= at->second.size() ? at->second[row.line - 1] : "";
    }

  private:
    std::map<std::string, std::string_view> texts_;
    std::map<std::string, std::vector<std::string>> hashes_;
};

void write_location(JsonWriter& json, const Row& row) {
    json.key("locations");
    json.begin_array();
    json.begin_object();
    json.key("physicalLocation");
    json.begin_object();
    json.key("artifactLocation");
    json.begin_object();
    const bool absolute = row.path.starts_with('/');
    json.member("uri", (absolute ? "file://" : "") + uri_of_path(file_of(row)));
    if (!absolute) json.member("uriBaseId", "SRCROOT");
    json.end_object();
    json.key("region");
    json.begin_object();
    json.member("startLine", std::size_t{row.line});
    json.member("startColumn", std::size_t{row.column});
    json.member("endLine", std::size_t{row.end_line});
    json.member("endColumn", std::size_t{row.end_column});
    json.end_object();
    json.end_object();
    json.end_object();
    json.end_array();
}

void write_result(JsonWriter& json, const Row& row, std::size_t rule_index, const std::string& hash) {
    json.begin_object();
    json.member("ruleId", row.rule_id);
    json.member("ruleIndex", rule_index);
    json.member("level", level(row.severity));
    write_text(json, "message", message_text(sentence(row)));
    write_location(json, row);
    json.key("partialFingerprints");
    json.begin_object();
    if (!hash.empty()) json.member("primaryLocationLineHash", hash);
    if (!row.fingerprint.empty()) json.member("incilint/v1", row.fingerprint);
    json.end_object();
    if (row.held == match::Held::baselined) json.member("baselineState", "unchanged");
    if (row.held == match::Held::suppressed || row.held == match::Held::suppressed_in_source) {
        json.key("suppressions");
        json.begin_array();
        json.begin_object();
        json.member("kind", row.held == match::Held::suppressed ? "external" : "inSource");
        json.end_object();
        json.end_array();
    }
    json.key("properties");
    json.begin_object();
    json.member("certainty", row.possible ? "possible" : "certain");
    if (!row.ingredient.empty()) json.member("ingredient", row.ingredient);
    if (!row.product.empty()) json.member("product", row.product);
    if (row.input && row.input->record_kind != RecordKind::whole) json.member("record", row.input->record);
    if (row.input && !row.input->field.empty()) json.member("field", row.input->field);
    json.end_object();
    json.end_object();
}

void write_notification(JsonWriter& json, std::string_view severity, const std::string& text, const Row* row) {
    json.begin_object();
    write_text(json, "message", message_text(text));
    json.member("level", severity);
    if (row && !row->path.empty()) write_location(json, *row);
    json.end_object();
}

void write_invocation(JsonWriter& json, const Run& run, const std::vector<Row>& rows, const std::string& missing) {
    json.key("invocations");
    json.begin_array();
    json.begin_object();
    json.member("executionSuccessful", !run.incomplete);
    json.key("toolExecutionNotifications");
    json.begin_array();
    for (const Row& row : rows)
        if (row.kind == RowKind::fault || row.kind == RowKind::gate)
            write_notification(json, "error", (row.kind == RowKind::gate ? row.rule_id + ": " : "") + sentence(row),
                               &row);
    if (!missing.empty())
        write_notification(
            json, "warning",
            fmt::format("Left out: {}; a run holds at most {} results, the gravest first", missing, most_results),
            nullptr);
    json.end_array();
    json.end_object();
    json.end_array();
}

void write_tool(JsonWriter& json, const Run& run, const std::vector<RuleHelp>& helps, const std::string& home) {
    json.key("tool");
    json.begin_object();
    json.key("driver");
    json.begin_object();
    json.member("name", "incilint");
    json.member("semanticVersion", run.tool_version);
    if (!home.empty()) json.member("informationUri", home);
    json.key("rules");
    json.begin_array();
    for (const RuleHelp& help : helps) write_rule(json, help);
    json.end_array();
    json.key("properties");
    json.begin_object();
    json.member("dictionary", dictionary_of(run));
    write_rule_sets(json, "ruleSets", run);
    json.end_object();
    json.end_object();
    json.end_object();
}

}  // namespace

std::string sarif(const Run& run, const FormatOptions& options) {
    std::vector<Row> rows = rows_of(run, false);
    std::vector<Row> findings;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(findings),
                 [](const Row& row) { return row.kind == RowKind::label || row.kind == RowKind::policy; });
    const std::vector<const Row*> results = gravest(findings, most_results);
    const std::vector<RuleHelp> helps = rules_of(run, rows, options.cite);
    std::map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < helps.size(); ++i) index.emplace(helps[i].id, i);
    Hashes hashes(run);

    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.member("version", "2.1.0");
    json.key("runs");
    json.begin_array();
    json.begin_object();
    write_tool(json, run, helps, options.home);
    json.key("automationDetails");
    json.begin_object();
    json.member("id", "incilint/check/");
    json.end_object();
    json.key("originalUriBaseIds");
    json.begin_object();
    json.key("SRCROOT");
    json.begin_object();
    write_text(json, "description", "The root of the repository, or the folder that incilint ran in.");
    json.end_object();
    json.end_object();
    json.member("columnKind", "unicodeCodePoints");
    write_invocation(json, run, rows, left_out(findings, results));
    json.key("results");
    json.begin_array();
    for (const Row* row : results) write_result(json, *row, index.at(row->rule_id), hashes.of(*row));
    json.end_array();
    json.end_object();
    json.end_array();
    json.end_object();
    out.push_back('\n');
    return out;
}

}  // namespace incilint::report
