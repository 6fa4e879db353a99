// lexicon/tsv.h: tables of tab-separated text with a header line.
// Promises: every fault with file, line and column, all in one go; cells are views into the text; linear time.
// Must not know: what the columns mean.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace incilint::lexicon {

/// Which columns a table has. `strict`: exactly these, in this order, and no empty lines. Else: any order, those from
/// `required` on may be missing (their cells are empty), rows may be short, empty lines are skipped.
struct TsvShape {
    std::span<const std::string_view> columns;
    std::size_t required = 0;
    bool strict = true;
};

struct TsvRow {
    int line = 0;
    std::vector<std::string_view> cells;  ///< in the order of TsvShape::columns, one each
};

/// Reads all sound rows; faults are added to `faults`. Lines that begin with # are comments; a byte-order mark and CR
/// LF line ends are taken.
[[nodiscard]] std::vector<TsvRow> read_tsv(std::string_view file, std::string_view text, const TsvShape& shape,
                                           base::Diagnostics& faults);

/// The parts of a cell that holds a list ("a; b"); none for an empty cell.
[[nodiscard]] std::vector<std::string_view> cell_list(std::string_view cell);

/// Adds a fault, as long as there are fewer than a hundred.
void add_fault(base::Diagnostics& faults, std::string_view code, std::string_view file, int line, std::string text,
               std::string hint = std::string());

}  // namespace incilint::lexicon
