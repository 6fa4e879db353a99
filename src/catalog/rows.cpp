#include "catalog/rows.h"

#include <algorithm>
#include <utility>

#include "catalog/record.h"

namespace incilint::catalog {
namespace {

bool blank(const Row& row) {
    return row.fields.size() == 1 && !row.fields[0].quoted && base::trim(row.fields[0].value).empty();
}

RejectKind kind_of(RecordFault fault) {
    switch (fault) {
        case RecordFault::unclosed_quote:
            return RejectKind::unclosed_quote;
        case RecordFault::text_after_quote:
            return RejectKind::text_after_quote;
        case RecordFault::nul:
            return RejectKind::nul;
        default:
            return RejectKind::too_long;
    }
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
    }
    return out;
}

RowReader::RowReader(std::string_view text, Dialect dialect, std::size_t max_row_bytes)
    : text_(text), dialect_(dialect), max_row_bytes_(max_row_bytes) {
    // Old DOS programs end a text with Ctrl-Z.
    if (text_.ends_with('\x1a')) text_.remove_suffix(1);
    advance_to(std::min(dialect.begin, text_.size()));
    if (read(header_) == Step::reject) {
        header_faults_.push_back(reject_);
        header_faults_.back().record = 0;
        header_.fields.clear();
    }
    header_.record = 0;
    records_ = 0;
}

RowReader::Step RowReader::next() {
    if (header_.fields.empty()) return Step::end;
    const Step step = read(row_);
    if (step != Step::row) return step;
    const std::size_t expected = header_.fields.size();
    // Empty cells beyond the header hold nothing that could be lost.
    while (row_.fields.size() > expected && row_.fields.back().value.empty()) row_.fields.pop_back();
    if (row_.fields.size() == expected) return Step::row;
    reject_ = {row_.fields.size() < expected ? RejectKind::too_few_fields : RejectKind::too_many_fields,
               row_.record,
               row_.line,
               row_.span,
               expected,
               row_.fields.size()};
    return Step::reject;
}

RowReader::Step RowReader::read(Row& row) {
    while (at_ < text_.size()) {
        const std::size_t begin = at_;
        const RecordEnd end = read_record(text_, begin, dialect_.delimiter, max_row_bytes_, row);
        row.line = line_;
        if (end.fault == RecordFault::none) {
            advance_to(end.next);
            if (blank(row)) continue;
            row.record = ++records_;
            return Step::row;
        }
        reject_ = {kind_of(end.fault), ++records_, line_, {begin, end.end}, 0, 0};
        const bool runaway = end.fault == RecordFault::unclosed_quote || end.fault == RecordFault::too_long;
        if (!runaway) {
            advance_to(end.next);
            return Step::reject;
        }
        // An open quote has swallowed what follows: give up its line only and read on behind it.
        std::size_t line_end = 0;
        const std::size_t next = line_after(text_, std::max(begin, end.fault_at), line_end);
        advance_to(std::max(begin, end.fault_at));
        reject_.line = line_;
        reject_.span.to = line_end;
        advance_to(next);
        return Step::reject;
    }
    row.fields.clear();
    return Step::end;
}

void RowReader::advance_to(std::size_t at) {
    for (; at_ < at; ++at_)
        if (text_[at_] == '\n' || (text_[at_] == '\r' && (at_ + 1 >= text_.size() || text_[at_ + 1] != '\n'))) ++line_;
}

}  // namespace incilint::catalog
