// catalog/record.h: cuts one record of a delimited text into fields; the core of catalog/rows.h.
// Promises: reads no byte before `at` or past `limit` bytes of the record; keeps the capacity of the fields it is
// given. Must not know: headers, record numbers, what a fault means for the rows after it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "catalog/rows.h"

namespace incilint::catalog {

enum class RecordFault : std::uint8_t { none, unclosed_quote, text_after_quote, nul, too_long };

struct RecordEnd {
    std::size_t end = 0;   ///< byte after the record's last field
    std::size_t next = 0;  ///< byte after its line end
    RecordFault fault = RecordFault::none;
    std::size_t fault_at = 0;  ///< the opening quote, the byte after the closing quote, the NUL
};

/// Byte after the line end that stands at or after `at`; `end` gets the byte of the line end itself.
[[nodiscard]] std::size_t line_after(std::string_view text, std::size_t at, std::size_t& end);

/// Reads the record at `at` into row.fields (and row.span).
[[nodiscard]] RecordEnd read_record(std::string_view text, std::size_t at, char delimiter, std::size_t limit, Row& row);

}  // namespace incilint::catalog
