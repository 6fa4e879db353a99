#include "report/documents.h"
#include "report/names.h"
#include "report/parts_json.h"

namespace incilint::report {
namespace {

void write_listed_in(JsonWriter& json, const match::ScreenedEntry* screened) {
    json.key("listed_in");
    json.begin_array();
    if (screened)
        for (const std::string& category : screened->listed_in) json.string(category);
    json.end_array();
}

void write_entry(JsonWriter& json, const Places& places, const label::Entry& entry, std::size_t index,
                 const match::ScreenedEntry* screened) {
    begin_entry(json, places, entry, index, screened);
    json.key("bounds");
    if (screened && screened->bounds) {
        json.begin_object();
        json.key("min");
        json.number(screened->bounds->min);
        json.key("max");
        json.number(screened->bounds->max);
        json.member("stands_on", screened->bounds->stands_on);
        json.end_object();
    } else {
        json.null();
    }
    write_listed_in(json, screened);
    json.end_object();
}

void write_finding(JsonWriter& json, const Subject& subject, const match::Finding& finding, const Places& places,
                   bool with_evidence) {
    const rules::Rule& rule = subject.rule(finding);
    json.begin_object();
    json.member("rule", rule.id.text);
    json.member_or_null("category", rule.category);
    json.member("effect", rules::word(rule.effect));
    json.member("severity", rules::word(finding.severity));
    json.member("certainty", match::word(finding.certainty));
    json.key("ingredient");
    if (finding.entry)
        json.string(subject.ingredient_name(*finding.entry));
    else
        json.null();
    json.key("index");
    if (finding.entry)
        json.number(std::size_t{*finding.entry} + 1);
    else
        json.null();
    json.member("message", finding.message);
    write_span(json, places, finding.span);
    if (with_evidence) {
        json.key("evidence");
        json.begin_array();
        for (const rules::Evidence& evidence : rule.evidence) {
            json.begin_object();
            json.member("source", evidence.source.text);
            json.member("grade", evidence.grade);
            json.member("says", evidence.says);
            json.end_object();
        }
        json.end_array();
        json.member_or_null("fingerprint", finding.fingerprint);
        json.member_or_null("held", finding.held == match::Held::no ? "" : match::word(finding.held));
    }
    json.end_object();
}

void write_policy(JsonWriter& json, const Run& run) {
    json.key("policy");
    json.begin_array();
    for (const PolicyFinding& finding : run.policy) {
        json.begin_object();
        json.member("rule", finding.rule);
        json.member("severity", rules::word(finding.severity));
        write_path(json, finding.path.empty() ? "." : finding.path);
        json.key("record");
        if (finding.record > 0)
            json.number(finding.record);
        else
            json.null();
        json.member_or_null("product", finding.product);
        json.member("line", std::size_t{finding.from.line});
        json.member("column", std::size_t{finding.from.column});
        json.member("end_line", std::size_t{finding.to.line});
        json.member("end_column", std::size_t{finding.to.column});
        json.member("message", finding.message);
        json.member_or_null("hint", finding.hint);
        json.member("fingerprint", finding.fingerprint);
        json.member_or_null("held", finding.held == match::Held::no ? "" : match::word(finding.held));
        json.end_object();
    }
    json.end_array();
    json.key("held");
    json.begin_object();
    json.member("suppressed", run.held.suppressed);
    json.member("baselined", run.held.baselined);
    json.end_object();
}

void write_verdict(JsonWriter& json, const match::Verdict& verdict) {
    json.key("burden");
    if (verdict.given)
        json.number(verdict.burden);
    else
        json.null();
    json.key("burden_range");
    if (verdict.given) {
        json.begin_array();
        json.number(verdict.burden_low);
        json.number(verdict.burden_high);
        json.end_array();
    } else {
        json.null();
    }
    json.key("support");
    if (verdict.given)
        json.number(verdict.support);
    else
        json.null();
    json.member("confidence", match::word(verdict.confidence));
    json.member("verdict", verdict_words(verdict));
    json.member("concerns", verdict.concerns);
}

void write_findings(JsonWriter& json, const Subject& subject, const Places& places, bool with_evidence) {
    json.key("findings");
    json.begin_array();
    for (const match::Finding& finding : subject.screening().findings)
        write_finding(json, subject, finding, places, with_evidence);
    json.end_array();
}

void write_checked(JsonWriter& json, const Subject& subject, const Places& places) {
    json.begin_object();
    write_path(json, subject.input().path);
    json.member("record", subject.input().record);
    json.member_or_null("product", subject.name());
    json.member("list_found", subject.product() != nullptr);
    json.key("ingredients");
    json.begin_array();
    const auto entries = subject.entries();
    for (std::size_t i = 0; i < entries.size(); ++i)
        write_entry(json, places, entries[i], i + 1, screened_at(&subject.screening(), i));
    json.end_array();
    write_findings(json, subject, places, true);
    write_verdict(json, subject.screening().verdict);
    json.member_or_null("id", subject.input().id);
    json.member_or_null("field", subject.input().field);
    json.end_object();
}

}  // namespace

std::string check_json(const Run& run) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("schema", "incilint.report/1");
    write_tool(json, run);
    write_rule_sets(json, run);
    json.key("inputs");
    json.begin_array();
    for (const Input& input : run.inputs) {
        const Places places(input);
        for (const match::Screening& screening : input.screenings)
            write_checked(json, Subject(run.of(input), input, screening), places);
    }
    json.end_array();
    json.member("incomplete", run.incomplete);
    write_failed(json, run);
    write_policy(json, run);
    if (!run.faults.empty()) write_faults(json, run.faults);
    json.end_object();
    out.push_back('\n');
    return out;
}

void append_jsonl(std::string& out, const match::Program& program, const Input& input) {
    const Places places(input);
    for (const match::Screening& screening : input.screenings) {
        const Subject subject(program, input, screening);
        JsonWriter json(out);
        json.begin_object();
        json.member_or_null("id", input.id);
        write_path(json, input.path);
        json.member("record", input.record);
        json.member_or_null("product", subject.name());
        json.member("list_found", subject.product() != nullptr);
        json.key("ingredients");
        json.begin_array();
        const auto entries = subject.entries();
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const match::ScreenedEntry* screened = screened_at(&screening, i);
            json.begin_object();
            json.member("name", entries[i].name);
            write_recognised(json, screened ? screened->recognised : std::nullopt);
            write_listed_in(json, screened);
            json.end_object();
        }
        json.end_array();
        write_findings(json, subject, places, false);
        write_verdict(json, screening.verdict);
        json.end_object();
        out.push_back('\n');
    }
}

}  // namespace incilint::report
