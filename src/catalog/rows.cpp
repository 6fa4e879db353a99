#include "catalog/rows.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "catalog/record.h"

namespace incilint::catalog {
namespace {

/// The byte of the first NUL, or of the text after a closing quote as far as it is known.
std::size_t place_of(RecordFault fault, std::string_view text, base::Span span) {
    return fault == RecordFault::nul ? text.find('\0', span.from) : span.from;
}

}  // namespace

std::size_t Origin::at(std::size_t value) const {
    const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), value,
                                        [](std::size_t v, const Piece& piece) { return v < piece.value; });
    if (after == pieces_.begin()) return pieces_.empty() ? value : pieces_.front().text;
    const Piece& piece = *std::prev(after);
    return piece.text + (value - piece.value);
}

std::string_view word(RejectKind kind) {
    switch (kind) {
        case RejectKind::too_few_fields:
            return "too-few-fields";
        case RejectKind::too_many_fields:
            return "too-many-fields";
        case RejectKind::unclosed_quote:
            return "unclosed-quote";
        case RejectKind::text_after_quote:
            return "text-after-quote";
        case RejectKind::nul:
            return "nul-byte";
        case RejectKind::too_long:
            return "too-long";
        case RejectKind::ill_formed:
            return "ill-formed-utf-8";
        case RejectKind::not_a_record:
            return "not-a-record";
    }
    return "";
}

base::Diagnostic describe(const Reject& reject, const std::string& file) {
    base::Diagnostic out{"row/" + std::string(word(reject.kind)), {file, static_cast<int>(reject.line), 0}, "", ""};
    // The header has no number.
    const std::string record = reject.record == 0 ? "" : "record " + std::to_string(reject.record) + " left out: ";
    const std::string counts =
        std::to_string(reject.found) + " fields where the header has " + std::to_string(reject.expected);
    switch (reject.kind) {
        case RejectKind::too_few_fields:
            out.text = record + counts;
            break;
        case RejectKind::too_many_fields:
            out.text = record + counts;
            out.hint = "a field that holds the delimiter, as ingredient lists do, must stand in double quotes";
            break;
        case RejectKind::unclosed_quote:
            out.text = record + "the quote that opens on this line is never closed";
            break;
        case RejectKind::text_after_quote:
            out.text = record + "text after a closing quote";
            out.hint = "a quote inside a quoted field is written twice";
            break;
        case RejectKind::nul:
            out.text = record + "it holds a NUL character";
            break;
        case RejectKind::too_long:
            out.text = record + "longer than the limit for a row";
            out.hint = "a quote may be open";
            break;
        case RejectKind::ill_formed:
            out.text = record + "the byte at offset " + std::to_string(reject.fault_at) + " is not UTF-8";
            out.hint = "if the file was saved in a Windows code page, say --encoding cp1252";
            break;
        case RejectKind::not_a_record:
            out.text = record + "not a JSON object with text for its values";
            break;
    }
    return out;
}

RowReader::RowReader(std::string_view text, Dialect dialect, std::size_t max_row_bytes)
    : text_(text), finder_(dialect.delimiter, max_row_bytes) {
    // Old DOS programs end a text with Ctrl-Z.
    if (text_.ends_with('\x1a')) text_.remove_suffix(1);
    ill_formed_ = find_ill_formed(text_).has_value();
    advance_to(std::min(dialect.begin, text_.size()));
    if (read(header_) == Step::reject) {
        header_faults_.push_back(reject_);
        header_faults_.back().record = 0;
        header_.fields.clear();
    }
    header_.record = 0;
    records_ = 0;
    fields_ = header_.fields.size();
}

RowReader::RowReader(std::string_view text, char delimiter, std::size_t max_row_bytes, std::size_t fields,
                     std::size_t records, std::uint32_t line)
    : text_(text),
      finder_(delimiter, max_row_bytes),
      fields_(fields),
      ill_formed_(find_ill_formed(text).has_value()),
      line_(line),
      records_(records) {}

RowReader::Step RowReader::next() {
    if (fields_ == 0) return Step::end;
    const Step step = read(row_);
    if (step != Step::row) return step;
    // Empty cells beyond the header hold nothing that could be lost.
    while (row_.fields.size() > fields_ && row_.fields.back().value.empty()) row_.fields.pop_back();
    if (row_.fields.size() == fields_) return Step::row;
    reject_ = {row_.fields.size() < fields_ ? RejectKind::too_few_fields : RejectKind::too_many_fields,
               row_.record,
               row_.line,
               row_.span,
               fields_,
               row_.fields.size(),
               row_.span.from};
    return Step::reject;
}

RowReader::Step RowReader::read(Row& row) {
    while (at_ < text_.size()) {
        const std::size_t begin = at_;
        const Extent extent = finder_.find(text_, begin, true);
        if (extent.found == Found::blank) {
            advance_to(extent.next);
            continue;
        }
        ++records_;
        row.line = line_;
        const base::Span span{begin, extent.end};
        if (extent.found == Found::runaway) {
            // An open quote has swallowed what follows: give up its line only and read on behind it.
            advance_to(extent.fault_at);
            reject_ = {extent.too_long ? RejectKind::too_long : RejectKind::unclosed_quote,
                       records_,
                       line_,
                       span,
                       0,
                       0,
                       extent.fault_at};
            advance_to(extent.next);
            return Step::reject;
        }
        const RecordFault fault = read_record(text_, span, finder_.delimiter(), finder_.isa(), row);
        advance_to(extent.next);
        row.record = records_;
        std::optional<std::size_t> ill_formed;
        if (ill_formed_) ill_formed = find_ill_formed(base::slice(text_, span));
        if (fault == RecordFault::none && !ill_formed) return Step::row;
        reject_ = {ill_formed                  ? RejectKind::ill_formed
                   : fault == RecordFault::nul ? RejectKind::nul
                                               : RejectKind::text_after_quote,
                   records_,
                   row.line,
                   span,
                   0,
                   0,
                   ill_formed ? begin + *ill_formed : place_of(fault, text_, span)};
        return Step::reject;
    }
    row.fields.clear();
    return Step::end;
}

void RowReader::advance_to(std::size_t at) {
    if (at <= at_) return;
    line_ += static_cast<std::uint32_t>(count_line_ends(text_.substr(at_, at - at_), finder_.isa()));
    at_ = at;
}

}  // namespace incilint::catalog
