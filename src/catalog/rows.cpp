#include "catalog/rows.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/counted.h"
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
    base::Diagnostic out{"row/" + std::string(word(reject.kind)),
                         {file, static_cast<int>(reject.line), static_cast<int>(reject.column)},
                         "",
                         ""};
    // The header has no number.
    const std::string record = reject.record == 0 ? "" : "record " + std::to_string(reject.record) + " left out: ";
    const std::string counts =
        base::counted(reject.found, "field", "fields") + " where the header has " + std::to_string(reject.expected);
    switch (reject.kind) {
        case RejectKind::too_few_fields:
            out.text = record + counts;
            out.hint = "a field that holds a line end must stand in double quotes";
            break;
        case RejectKind::too_many_fields:
            out.text = record + counts;
            out.hint =
                "a field that holds the delimiter, as ingredient lists do, must stand in double quotes with no blank "
                "in front";
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
            out.hint = "a quote may be open, or --max-row-bytes be raised";
            break;
        case RejectKind::ill_formed:
            out.text = record + "the byte at offset " + std::to_string(reject.fault_at) + " is not UTF-8";
            out.hint = "if the file was saved in a Windows code page, say --encoding cp1252";
            break;
        case RejectKind::not_a_record:
            out.text = record + std::string(reject.what);
            out.hint = "each line wants one JSON object, like {\"sku\": \"1\", \"ingredients\": \"Aqua, Glycerin\"}";
            break;
    }
    return out;
}

RowReader::RowReader(std::string_view text, Dialect dialect, std::size_t max_row_bytes)
    : text_(text), finder_(dialect.delimiter, max_row_bytes) {
    // Old DOS programs end a text with Ctrl-Z.
    if (text_.ends_with('\x1a')) text_.remove_suffix(1);
    ill_formed_ = find_ill_formed(text_).has_value();
    has_nul_ = text_.find('\0') != text_.npos;
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
      has_nul_(text.find('\0') != text.npos),
      line_(line),
      records_(records) {}

RowReader::Step RowReader::next() {
    if (fields_ == 0) return Step::end;
    if (cut()) return Step::row;
    if (at_ >= text_.size()) return Step::end;
    count_lines(at_);
    is_read_ = true;
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

/// Takes the next record as views, where nothing about it is odd; else it is for read().
bool RowReader::cut() {
    if (ill_formed_ || has_nul_ || at_ >= text_.size() || text_[at_] <= ' ') return false;
    cells_.clear();
    const char delimiter = finder_.delimiter();
    std::size_t at = at_;
    while (true) {
        if (at < text_.size() && text_[at] == '"') {
            const std::size_t close = text_.find('"', at + 1);
            if (close == text_.npos) return false;
            cells_.push_back(text_.substr(at + 1, close - at - 1));
            at = close + 1;
        } else {
            const std::size_t to = next_mark(text_, at, {delimiter, '\n', '\r'}, finder_.isa());
            cells_.push_back(text_.substr(at, to - at));
            at = to;
        }
        if (at >= text_.size()) return false;
        if (text_[at] == '\n' || text_[at] == '\r') break;
        if (text_[at] != delimiter) return false;
        ++at;
    }
    if (cells_.size() != fields_ || at - at_ >= finder_.most_bytes()) return false;
    ++records_;
    span_ = {at_, at};
    is_read_ = false;
    at_ = text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n' ? at + 2 : at + 1;
    return true;
}

const Row& RowReader::row() const {
    if (is_read_) return row_;
    // Nothing is odd: cut() saw to it.
    (void)read_record(text_, span_, finder_.delimiter(), finder_.isa(), row_);
    row_.record = records_;
    count_lines(span_.from);
    row_.line = line_;
    is_read_ = true;
    return row_;
}

std::span<const std::string_view> RowReader::cells() const {
    if (is_read_) {
        cells_.clear();
        for (const Field& field : row_.fields) cells_.emplace_back(field.value);
    }
    return cells_;
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

void RowReader::count_lines(std::size_t to) const {
    const std::string_view passed = text_.substr(counted_, to - counted_);
    line_ += static_cast<std::uint32_t>(count_line_ends(passed, finder_.isa()));
    counted_ = to;
}

void RowReader::advance_to(std::size_t at) {
    at_ = std::max(at, at_);
    count_lines(at_);
}

}  // namespace incilint::catalog
