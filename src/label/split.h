// label/split.h: cells of a list become names: cut where a separator is missing, joined where one tore a name.
// Promises: every cell's tokens go to exactly one name; each decision is the best sum of scores over a bounded window,
// so the work is linear.
// Must not know: sections, percents, pieces.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/long_vector.h"
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

/// What a cell is worth as a name of its own, where no neighbour has a say: the more, the surer it is one. Nothing for
/// a cell that is cut into several names.
[[nodiscard]] std::optional<double> worth_alone(const Reading& reading, Knowledge& knowledge, std::uint32_t cell);
inline constexpr double worth_of_known_name = 8;
/// What a name that goes on over commas is worth at most: known, over one comma, over two, over three.
inline constexpr double worth_over_commas[] = {4, -1, -6};

/// The names of cells [first, last), all of the list.
[[nodiscard]] base::LongVector<Name> split(const Reading& reading, Knowledge& knowledge, std::uint32_t first,
                                           std::uint32_t last);

}  // namespace incilint::label
