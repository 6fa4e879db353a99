// label/stops.h: whether a full stop, a comma or a colon separates where it stands, or belongs to a name.
// Promises: looks at the neighbours of the sign only, and asks the dictionary where these leave it open.
// Must not know: cells beyond the one that is open.
#pragma once

#include <optional>

#include "label/knowledge.h"
#include "label/reading.h"

namespace incilint::label {

/// The break that the full stop at token `at` makes in the cell that began at `first`; none within a name ("No. 5").
[[nodiscard]] std::optional<Break> break_at_stop(const Reading& reading, Knowledge& knowledge, std::uint32_t first,
                                                 std::uint32_t at);

/// False for the comma of a locant ("1,2-Hexanediol").
[[nodiscard]] bool comma_separates(const Reading& reading, Knowledge& knowledge, std::uint32_t first, std::uint32_t at);

/// "…, Algae Extract:" at the end of a line above a short line that ends in a colon itself: the list of one product
/// ends above the heading of the next.
[[nodiscard]] bool ends_list(const Reading& reading, std::uint32_t colon);

/// "Zinc Oxide: (7.5%)": a bracket that holds nothing but an amount stands behind the colon.
[[nodiscard]] bool states_amount(const Reading& reading, std::uint32_t colon);

/// "1:1"
[[nodiscard]] bool is_ratio(const Reading& reading, std::uint32_t colon);

}  // namespace incilint::label
