// catalog/json_rows.h: JSON Lines (an object a line) as rows: keys are headers, texts are fields.
// Promises: strict JSON (RFC 8259), no recursion; a line that is no object is a reject with its place; each byte of a
// text knows its place, escapes included; linear time.
// Must not know: ingredients, files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/rows.h"

namespace incilint::catalog {

/// One member of an object: a text, or the JSON of another value (null: empty; a list of texts: joined by ", ").
struct JsonMember {
    std::string key;
    Field value;
};

/// Where an object is none, and why, in words that last.
struct JsonFault {
    std::size_t at = 0;  ///< byte of the text
    std::string_view why;
};
/// Reads the object in [span.from, span.to) of `text`. False: it is none, or has a key twice; `fault` may be null.
[[nodiscard]] bool read_json_object(std::string_view text, base::Span span, std::vector<JsonMember>& members,
                                    JsonFault* fault = nullptr);

/// The byte at which a text is JSON no more; nothing where it is one JSON value.
[[nodiscard]] std::optional<std::size_t> json_fault_at(std::string_view text);

/// Reads a block of whole lines as RowReader does: steps, rows and rejects.
class JsonRowReader {
  public:
    JsonRowReader(std::string_view text, const std::vector<std::string>& headers, std::size_t max_row_bytes,
                  std::size_t records, std::uint32_t line);

    using Step = RowReader::Step;
    [[nodiscard]] Step next();
    [[nodiscard]] const Row& row() const { return row_; }
    /// The cells of the row; good until the next one.
    [[nodiscard]] const std::vector<std::string_view>& cells() {
        cells_.clear();
        for (const Field& field : row_.fields) cells_.emplace_back(field.value);
        return cells_;
    }
    [[nodiscard]] std::size_t record() const { return row_.record; }
    [[nodiscard]] const Reject& reject() const { return reject_; }

  private:
    std::string_view text_;
    const std::vector<std::string>& headers_;
    ExtentFinder finder_;
    std::size_t at_ = 0;
    std::uint32_t line_;
    std::size_t records_;
    std::vector<JsonMember> members_;
    Row row_;
    std::vector<std::string_view> cells_;
    Reject reject_;
};

}  // namespace incilint::catalog
