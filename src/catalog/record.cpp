#include "catalog/record.h"

namespace incilint::catalog {
namespace {

Field& fresh(Row& row, std::size_t used) {
    if (row.fields.size() == used) row.fields.emplace_back();
    Field& field = row.fields[used];
    field.value.clear();
    field.origin.clear();
    field.quoted = false;
    return field;
}

/// Copies the inside of a quoted field; `at` stands after the opening quote and ends after the closing one.
void read_quoted(std::string_view text, std::size_t& at, Field& field) {
    field.quoted = true;
    while (true) {
        const std::size_t quote = text.find('"', at);
        const std::size_t to = quote == text.npos ? text.size() : quote;
        if (to > at) {
            field.origin.add(field.value.size(), at);
            field.value.append(text, at, to - at);
        }
        if (quote == text.npos) {
            at = text.size();
            return;
        }
        at = quote + 1;
        if (at >= text.size() || text[at] != '"') return;
        field.origin.add(field.value.size(), at);
        field.value.push_back('"');
        ++at;
    }
}

}  // namespace

RecordFault read_record(std::string_view text, base::Span span, char delimiter, Isa isa, Row& row) {
    const std::string_view record = text.substr(0, span.to);
    RecordFault fault = record.find('\0', span.from) == record.npos ? RecordFault::none : RecordFault::nul;
    std::size_t used = 0;
    for (std::size_t at = span.from;; ++at) {
        Field& field = fresh(row, used++);
        if (at < record.size() && record[at] == '"') read_quoted(record, ++at, field);
        const std::size_t to = next_mark(record, at, {delimiter, delimiter, delimiter}, isa);
        if (to > at) {
            // What follows a closing quote is kept for the message only: the record is refused.
            if (field.quoted && fault == RecordFault::none) fault = RecordFault::text_after_quote;
            field.origin.add(field.value.size(), at);
            field.value.append(record, at, to - at);
        }
        if (field.value.empty() || !field.quoted) field.origin.add(field.value.size(), to);
        at = to;
        if (at >= record.size()) break;
    }
    row.fields.resize(used);
    row.span = span;
    return fault;
}

}  // namespace incilint::catalog
