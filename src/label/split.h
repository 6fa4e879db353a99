// label/split.h: cells of a list become names: cut where a separator is missing, joined where one tore a name.
// Promises: every cell's tokens go to exactly one name; each decision is the best sum of scores over a bounded window,
// so the work is linear.
// Must not know: sections, percents, pieces.
#pragma once

#include <span>
#include <vector>

#include "label/knowledge.h"
#include "label/reading.h"

namespace incilint::label {

/// Tokens [first, last) are one declared name; `cell` is the cell it begins in.
struct Name {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t cell = 0;
    bool cut = false;     ///< a separator was missing before it
    bool joined = false;  ///< a separator stands in it
};

/// What a cell is where no neighbour has a say: a known name, something that nothing knows and that reads as one name,
/// or neither (a fragment, a number, several names).
enum class Standing : std::uint8_t { unfit, guess, sure };
[[nodiscard]] Standing standing_of(const Reading& reading, Knowledge& knowledge, std::uint32_t cell);

/// The names of cells [first, last), all of the list.
[[nodiscard]] std::vector<Name> split(const Reading& reading, Knowledge& knowledge, std::uint32_t first,
                                      std::uint32_t last);

}  // namespace incilint::label
