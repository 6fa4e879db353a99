#include "report/parts_json.h"

#include <vector>

#include "base/joined.h"

namespace incilint::report {

void write_path(JsonWriter& json, const std::string& path) {
    json.member("path", path);
    // A file name may be any bytes: where it is no UTF-8, the exact ones follow.
    if (base::first_ill_formed(path)) json.member("raw_b64", base64(path));
}

void write_span(JsonWriter& json, const Places& places, base::Span span) {
    const base::Position from = places.at(span.from);
    const base::Position to = places.at(span.to);
    json.member("line", std::size_t{from.line});
    json.member("column", std::size_t{from.column});
    json.member("end_line", std::size_t{to.line});
    json.member("end_column", std::size_t{to.column});
}

void write_recognised(JsonWriter& json, const std::optional<lexicon::Recognition>& recognised) {
    json.key("recognised");
    if (!recognised) return json.null();
    json.begin_object();
    json.member("inci", recognised->inci);
    json.member("how", lexicon::word(recognised->how));
    json.end_object();
}

void begin_entry(JsonWriter& json, const Places& places, const label::Entry& entry, std::size_t index,
                 const match::ScreenedEntry* screened) {
    json.begin_object();
    json.member("index", index);
    json.member("raw", entry.raw());
    json.member("name", entry.name);
    json.member("section", label::word(entry.section));
    json.key("percent");
    if (entry.percent) {
        json.begin_object();
        json.key("min");
        json.number(entry.percent->min);
        json.key("max");
        json.number(entry.percent->max);
        json.end_object();
    } else {
        json.null();
    }
    write_span(json, places, entry.span);
    write_recognised(json, screened ? screened->recognised : std::nullopt);
}

const match::ScreenedEntry* screened_at(const match::Screening* screening, std::size_t index) {
    return screening && index < screening->entries.size() ? &screening->entries[index] : nullptr;
}

void write_tool(JsonWriter& json, const Run& run) {
    json.key("tool");
    json.begin_object();
    json.member("name", "incilint");
    json.member("version", run.tool_version);
    json.member("dictionary", dictionary_of(run));
    json.end_object();
}

std::string dictionary_of(const Run& run) {
    return base::joined(dictionaries_of(run));
}

void write_rule_sets(JsonWriter& json, const Run& run) {
    write_rule_sets(json, "rules", run);
}

void write_rule_sets(JsonWriter& json, std::string_view key, const Run& run) {
    json.key(key);
    json.begin_array();
    for (const match::RuleSetInfo& set : rule_sets_of(run)) {
        json.begin_object();
        json.member("id", set.id);
        json.member("version", set.version);
        json.member("digest", set.digest);
        json.end_object();
    }
    json.end_array();
}

void write_rule_sets(JsonWriter& json, std::string_view key, const match::Program& program) {
    Run run;
    run.program = &program;
    write_rule_sets(json, key, run);
}

void write_heading(JsonWriter& json, std::string_view schema, std::string_view tool_version,
                   const match::Program& program) {
    Run run;
    run.program = &program;
    run.tool_version = tool_version;
    json.member("schema", schema);
    write_tool(json, run);
    write_rule_sets(json, run);
}

void write_faults(JsonWriter& json, const std::vector<Fault>& faults) {
    json.key("faults");
    json.begin_array();
    for (const auto& [fault, record] : faults) {
        json.begin_object();
        json.member("code", fault.code);
        write_path(json, fault.where.file);
        json.member("line", fault.where.line);
        json.member("column", fault.where.column);
        json.member("message", fault.text);
        json.member_or_null("hint", fault.hint);
        json.key("record");
        if (record > 0)
            json.number(record);
        else
            json.null();
        json.end_object();
    }
    json.end_array();
}

void write_failed(JsonWriter& json, const Run& run) {
    json.key("failed");
    json.begin_array();
    for (const FailedGate& failed : run.failed) {
        json.begin_object();
        json.member("gate", failed.gate);
        json.member("message", failed.message);
        write_path(json, failed.path);
        json.member("line", std::size_t{failed.line});
        json.member("let_pass", failed.let_pass);
        json.end_object();
    }
    json.end_array();
}

}  // namespace incilint::report
