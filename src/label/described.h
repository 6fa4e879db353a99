// label/described.h: lists that say on each line what a name is good for: "Glycerin - draws water", a table's column.
// Promises: looks at most twice at each cell.
// Must not know: how cells are judged.
#pragma once

#include <cstddef>

#include "label/knowledge.h"
#include "label/reading.h"
#include "label/vocabulary.h"

namespace incilint::label {

/// "Aqua: solvent, Glycerin: humectant, …": three names or more over commas, a remark of what each is for behind its
/// colon: the remarks become asides, and no name heads anything.
void find_explained(Reading& reading, Knowledge& knowledge, const Vocabulary& vocabulary);

/// Where the description of the name that the cell begins with stands, on a line of its own: behind " - ", or behind a
/// tab a word for what ingredients do. `none` where there is none.
[[nodiscard]] std::uint32_t description_of(const Reading& reading, std::size_t cell, Knowledge& knowledge,
                                           const Vocabulary& vocabulary);

/// Most lines of the label are such; a single one is no table.
[[nodiscard]] bool describes_names(const Reading& reading, Knowledge& knowledge, const Vocabulary& vocabulary);

}  // namespace incilint::label
