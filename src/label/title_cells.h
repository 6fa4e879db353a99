// label/title_cells.h: headings of a kit's products whose cells are whole: with commas, behind a bullet, or a size.
// Promises: linear in the cells; a heading has at most longest_title tokens.
// Must not know: headings within a cell (label/titles.h), how cells are judged.
#pragma once

#include "label/knowledge.h"
#include "label/reading.h"

namespace incilint::label {

inline constexpr std::uint32_t longest_title = 30;  // tokens

/// A line, a sentence or the text begins with the cell.
[[nodiscard]] bool begins_text(const Cell& cell);

/// Makes one cell of each heading that a comma cut, and titles of them.
void join_titles(Reading& reading, Knowledge& knowledge);

/// A title that ends in a size, and where the list begins in its cell; `none` where there is no such title.
struct SizedTitle {
    std::size_t cell = 0;
    std::uint32_t end = none;
};
/// "Seife „Rose“, 100g / SODIUM PALMATE, …": in one of the first cells a slash or dash behind the size stands in front
/// of a known name, and another follows over a comma.
[[nodiscard]] SizedTitle sized_title(const Reading& reading, Knowledge& knowledge);

}  // namespace incilint::label
