// catalog/rows.h: reads CSV, TSV and their kin row by row (RFC 4180, quoted line ends, CR LF, CR, LF mixed).
// Promises: loses nothing silently: each record is a row or a reject with its kind and place; rows + rejects = records;
// each field knows where its bytes stand in the text; linear time.
// Must not know: ingredients, files, encodings (the text is UTF-8).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/text.h"
#include "catalog/extent.h"

namespace incilint::catalog {

/// From bytes of a field's value to bytes of the text: piecewise, because doubled quotes shrink to one.
class Origin {
  public:
    void clear() { pieces_.clear(); }
    /// The value's bytes from `value` on stand at `text` on. Pieces are added in ascending order.
    void add(std::size_t value, std::size_t text) { pieces_.push_back({value, text}); }
    [[nodiscard]] std::size_t at(std::size_t value) const;

  private:
    struct Piece {
        std::size_t value;
        std::size_t text;
    };
    std::vector<Piece> pieces_;
};

struct Field {
    std::string value;
    Origin origin;
    bool quoted = false;
};

struct Row {
    std::vector<Field> fields;
    std::size_t record = 0;  ///< 1-based among the data records; 0 for the header
    std::uint32_t line = 1;  ///< physical line on which the record begins, 1-based
    base::Span span;         ///< bytes of the text, without the line end
};

enum class RejectKind : std::uint8_t {
    too_few_fields,
    too_many_fields,
    unclosed_quote,
    text_after_quote,
    nul,
    too_long,
    ill_formed,
    not_a_record
};
inline constexpr std::size_t reject_kinds = 8;
[[nodiscard]] std::string_view word(RejectKind kind);

/// A record that could not be read.
struct Reject {
    RejectKind kind{};
    std::size_t record = 0;
    std::uint32_t line = 1;    ///< physical line of the record; for an unclosed quote the line where it opened
    base::Span span;           ///< bytes that were given up
    std::size_t expected = 0;  ///< fields, for the two kinds that count them
    std::size_t found = 0;
    std::size_t fault_at = 0;  ///< byte of the text where the fault shows: the open quote, the ill-formed byte, …
    std::uint32_t column = 0;  ///< of that place, in the line; 0: not known
    std::string_view what{};   ///< of what is no record: why, in words that last
};
[[nodiscard]] base::Diagnostic describe(const Reject& reject, const std::string& file);

/// How a text is cut into fields.
struct Dialect {
    char delimiter = ',';
    std::size_t begin = 0;  ///< byte after a `sep=;` line
};

/// Finds the delimiter among `,` `;` TAB `|`: a `sep=` line, else the one under which the header and the first hundred
/// records agree best. `likely` is kept where nothing speaks for another one.
[[nodiscard]] Dialect sniff(std::string_view text, char likely);

class RowReader {
  public:
    static constexpr std::size_t default_max_row_bytes = std::size_t{8} << 20;

    /// The text must outlive the reader. The first record that is not blank becomes the header.
    RowReader(std::string_view text, Dialect dialect, std::size_t max_row_bytes = default_max_row_bytes);
    /// Goes on in the middle of a catalog: `text` holds whole records, without a header, as BlockReader cuts them.
    /// Records are counted from `records`, lines from `line`.
    RowReader(std::string_view text, char delimiter, std::size_t max_row_bytes, std::size_t fields, std::size_t records,
              std::uint32_t line);

    enum class Step : std::uint8_t { row, reject, end };
    /// Empty fields where the text holds no record, or where the header itself could not be read.
    [[nodiscard]] const Row& header() const { return header_; }
    /// The fault of a header that could not be read.
    [[nodiscard]] const std::vector<Reject>& header_faults() const { return header_faults_; }
    [[nodiscard]] Step next();
    /// The row that next() found; its fields are copied when they are asked for.
    [[nodiscard]] const Row& row() const;
    /// The cells of that row without a copy; good until the next one.
    [[nodiscard]] std::span<const std::string_view> cells() const;
    /// Its number.
    [[nodiscard]] std::size_t record() const { return records_; }
    [[nodiscard]] const Reject& reject() const { return reject_; }

  private:
    Step read(Row& row);
    [[nodiscard]] bool cut();
    void count_lines(std::size_t to) const;
    void advance_to(std::size_t at);

    std::string_view text_;
    ExtentFinder finder_;
    std::size_t fields_ = 0;  ///< of the header
    bool ill_formed_ = false;
    bool has_nul_ = false;
    std::size_t at_ = 0;
    mutable std::size_t counted_ = 0;  ///< lines are counted up to this byte
    mutable std::uint32_t line_ = 1;
    std::size_t records_ = 0;
    Row header_;
    std::vector<Reject> header_faults_;
    base::Span span_;  ///< of the row that is cut but not read
    mutable bool is_read_ = true;
    mutable Row row_;
    mutable std::vector<std::string_view> cells_;
    Reject reject_;
};

}  // namespace incilint::catalog
