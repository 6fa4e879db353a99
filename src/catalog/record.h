// catalog/record.h: reads one record of a delimited text into fields; the core of catalog/rows.h.
// Promises: reads no byte outside the record; keeps the capacity of the fields it is given.
// Must not know: where records end (catalog/extent.h), headers, what a fault means for the rows after it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "catalog/index.h"
#include "catalog/rows.h"

namespace incilint::catalog {

enum class RecordFault : std::uint8_t { none, text_after_quote, nul };

/// Reads the bytes [span.from, span.to) of `text`, a whole record without its line end, into row.fields and row.span.
[[nodiscard]] RecordFault read_record(std::string_view text, base::Span span, char delimiter, Isa isa, Row& row);

}  // namespace incilint::catalog
