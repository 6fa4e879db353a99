// report/parts_json.h: the pieces of JSON that several documents share.
// Promises: the field names and order of the contract.
// Must not know: whole documents.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "report/json.h"
#include "report/places.h"
#include "report/provenance.h"
#include "report/run.h"

namespace incilint::report {

/// "path", and "raw_b64" where the file name is no UTF-8.
void write_path(JsonWriter& json, const std::string& path);
/// "line" … "end_column" of a span.
void write_span(JsonWriter& json, const Places& places, base::Span span);
void write_recognised(JsonWriter& json, const std::optional<lexicon::Recognition>& recognised);
/// The fields of an entry that `parse` and `check` share; the object stays open.
void begin_entry(JsonWriter& json, const Places& places, const label::Entry& entry, std::size_t index,
                 const match::ScreenedEntry* screened);
/// What is known of an entry, or null.
[[nodiscard]] const match::ScreenedEntry* screened_at(const match::Screening* screening, std::size_t index);
/// "tool": name, version and the digest of the dictionary.
void write_tool(JsonWriter& json, const Run& run);
/// "rules": id, version and digest of each rule set.
void write_rule_sets(JsonWriter& json, const Run& run);
/// The same under another key.
void write_rule_sets(JsonWriter& json, std::string_view key, const Run& run);
void write_rule_sets(JsonWriter& json, std::string_view key, const match::Program& program);
/// "schema", "tool" and "rules" of a document about one program.
void write_heading(JsonWriter& json, std::string_view schema, std::string_view tool_version,
                   const match::Program& program);
/// The digest of the dictionary; of each, where a run has several.
[[nodiscard]] std::string dictionary_of(const Run& run);
/// "faults": what could not be read.
void write_faults(JsonWriter& json, const std::vector<Fault>& faults);
/// "failed": the gates that failed the run.
void write_failed(JsonWriter& json, const Run& run);

}  // namespace incilint::report
