#include <fmt/core.h>

#include "base/text.h"
#include "report/formats.h"
#include "report/json.h"
#include "report/log_path.h"
#include "report/parts_json.h"
#include "report/provenance.h"
#include "report/rows.h"
#include "report/style.h"

namespace incilint::report {
namespace {

constexpr std::size_t longest_message = 600;  // columns

std::string doubt(const Row& row) {
    std::string out;
    if (row.possible) out += " (possible)";
    if (row.held != match::Held::no) out.append(" (").append(match::word(row.held)).append(")");
    return out;
}

}  // namespace

std::string concise(const Run& run, bool brief) {
    const std::vector<Row> rows = rows_of(run, false);
    std::string out;
    for (const Row& row : rows) {
        const std::string where =
            row.path.empty() ? "incilint"
                             : fmt::format("{}:{}:{}", log_path(base::printable(row.path)), row.line, row.column);
        out += fmt::format("{}: {} {}{} {}\n", where, rules::word(row.severity), base::printable(row.rule_id),
                           doubt(row), shown(row.message, longest_message));
    }
    if (brief) return out;
    const std::size_t products = products_of(run);
    return out + fmt::format("{} in {} product{}\n{}\n", words_of(counts_of(rows)), products, products == 1 ? "" : "s",
                             base::printable(made_by(run)));
}

std::string findings_jsonl(const Run& run) {
    const std::vector<Row> rows = rows_of(run, true);
    std::string out;
    for (const Row& row : rows) {
        constexpr std::string_view kinds[] = {"finding", "policy", "fault", "gate"};
        JsonWriter json(out);
        json.begin_object();
        json.member("type", kinds[static_cast<std::size_t>(row.kind)]);
        write_path(json, row.path);
        json.key("record");
        if (row.record > 0)
            json.number(row.record);
        else
            json.null();
        json.member_or_null("product", row.product);
        json.member("rule", row.rule_id);
        json.member_or_null("category", row.rule ? std::string_view(row.rule->category) : std::string_view());
        json.member("effect", row.rule ? rules::word(row.rule->effect) : std::string_view("info"));
        json.member("severity", rules::word(row.severity));
        json.member("certainty", row.possible ? "possible" : "certain");
        json.member_or_null("ingredient", row.ingredient);
        json.member("message", row.message);
        json.member_or_null("hint", row.hint);
        json.member("line", std::size_t{row.line});
        json.member("column", std::size_t{row.column});
        json.member("end_line", std::size_t{row.end_line});
        json.member("end_column", std::size_t{row.end_column});
        json.member_or_null("fingerprint", row.fingerprint);
        json.member_or_null("held", row.held == match::Held::no ? std::string_view() : match::word(row.held));
        json.member_or_null("id", row.input ? std::string_view(row.input->id) : std::string_view());
        json.member_or_null("field", row.input ? std::string_view(row.input->field) : std::string_view());
        json.end_object();
        out.push_back('\n');
    }
    const RowCounts counts = counts_of(rows);
    JsonWriter json(out);
    json.begin_object();
    json.member("type", "summary");
    json.member("schema", "incilint.findings/1");
    write_tool(json, run);
    write_rule_sets(json, run);
    json.member("products", products_of(run));
    json.member("errors", counts.errors);
    json.member("warnings", counts.warnings);
    json.member("notes", counts.notes);
    json.member("suppressed", run.held.suppressed);
    json.member("baselined", run.held.baselined);
    json.member("incomplete", run.incomplete);
    write_failed(json, run);
    json.end_object();
    out.push_back('\n');
    return out;
}

}  // namespace incilint::report
