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

bool ends_line(char c) {
    return c == '\n' || c == '\r';
}

/// Copies the inside of a quoted field; `at` stands after the opening quote and ends after the closing one.
bool read_quoted(std::string_view text, std::size_t& at, std::size_t stop, Field& field) {
    field.quoted = true;
    while (true) {
        const std::size_t quote = text.substr(0, stop).find('"', at);
        const std::size_t to = quote == text.npos ? stop : quote;
        if (to > at) {
            field.origin.add(field.value.size(), at);
            field.value.append(text, at, to - at);
        }
        if (quote == text.npos) return false;
        at = quote + 1;
        if (at >= stop || text[at] != '"') return true;
        field.origin.add(field.value.size(), at);
        field.value.push_back('"');
        ++at;
    }
}

std::size_t plain_end(std::string_view text, std::size_t at, std::size_t stop, char delimiter) {
    while (at < stop && text[at] != delimiter && !ends_line(text[at])) ++at;
    return at;
}

}  // namespace

std::size_t line_after(std::string_view text, std::size_t at, std::size_t& end) {
    end = text.find_first_of("\r\n", at);
    if (end == text.npos) {
        end = text.size();
        return end;
    }
    return text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n' ? end + 2 : end + 1;
}

RecordEnd read_record(std::string_view text, std::size_t at, char delimiter, std::size_t limit, Row& row) {
    const std::size_t begin = at;
    const std::size_t stop = text.size() - at > limit ? at + limit : text.size();
    RecordEnd out;
    const auto mark = [&out](RecordFault fault, std::size_t where) {
        if (out.fault == RecordFault::none) {
            out.fault = fault;
            out.fault_at = where;
        }
    };
    std::size_t used = 0;
    while (true) {
        Field& field = fresh(row, used++);
        if (at < stop && text[at] == '"') {
            const std::size_t quote = at++;
            if (!read_quoted(text, at, stop, field)) {
                mark(stop < text.size() ? RecordFault::too_long : RecordFault::unclosed_quote, quote);
                at = stop;
                break;
            }
        }
        const std::size_t to = plain_end(text, at, stop, delimiter);
        if (to > at) {
            // What follows a closing quote is kept for the message only: the record is refused.
            if (field.quoted) mark(RecordFault::text_after_quote, at);
            field.origin.add(field.value.size(), at);
            field.value.append(text, at, to - at);
        }
        if (field.value.empty() || !field.quoted) field.origin.add(field.value.size(), to);
        if (const std::size_t nul = field.value.find('\0'); nul != std::string::npos)
            mark(RecordFault::nul, field.origin.at(nul));
        at = to;
        if (at >= stop || text[at] != delimiter) break;
        ++at;
    }
    row.fields.resize(used);
    if (at >= stop && stop < text.size()) mark(RecordFault::too_long, begin);
    out.end = at;
    row.span = {begin, at};
    std::size_t end = 0;
    out.next = line_after(text, at, end);
    return out;
}

}  // namespace incilint::catalog
