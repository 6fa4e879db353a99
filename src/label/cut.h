// label/cut.h: the names within one cell: at signs that may separate (" / ", " - ", tabs), and where no sign stands.
// Promises: a cell that is a known name, or in which nothing better is found, stays whole; linear in the cell.
// Must not know: other cells.
#pragma once

#include <vector>

#include "label/knowledge.h"

namespace incilint::label {

/// Appends the pieces of the cell; returns how many.
std::size_t cut_cell(const Reading& reading, Knowledge& knowledge, const Cell& cell, std::vector<CutPiece>& out);
/// The same of tokens [first, last).
std::size_t cut_cell(const Reading& reading, Knowledge& knowledge, std::uint32_t first, std::uint32_t last,
                     std::vector<CutPiece>& out);
/// The second step alone: cuts at blanks and joints, by the dictionary.
[[nodiscard]] std::vector<CutPiece> cut_run(const Reading& reading, Knowledge& knowledge, std::uint32_t first,
                                            std::uint32_t last);

}  // namespace incilint::label
