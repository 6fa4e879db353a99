// label/name.h: the clean name of a slice (label_conventions 2): what the label prints, without what is no name.
// Promises: spelling and capitals stay; marks, percents, remarks and quotes go; blanks collapse; torn locants and
// hyphens before numbers are mended; linear in the slice.
// Must not know: the dictionary, sections.
#pragma once

#include <string>
#include <string_view>

#include "label/reading.h"

namespace incilint::label {

/// The name that tokens [first, last) print; empty where they hold none.
[[nodiscard]] std::string clean_name(const Reading& reading, std::uint32_t first, std::uint32_t last);

/// The same of a heading: amounts are a part of what a product is called ("Retinol 1 % Serum").
[[nodiscard]] std::string heading_name(const Reading& reading, std::uint32_t first, std::uint32_t last);

/// The slice itself where it is its own clean name (nothing to drop, mend or collapse), else empty.
[[nodiscard]] std::string_view plain_name(const Reading& reading, std::uint32_t first, std::uint32_t last);

/// The same with hyphens undone that a line end or a blank follows: "Bicarbon- ate". Empty where there is none.
[[nodiscard]] std::string unhyphenated_name(const Reading& reading, std::uint32_t first, std::uint32_t last);

/// The range without what is no part of the name at its ends: silent tokens, stray brackets, dashes, quotes, stops.
[[nodiscard]] TokenRange trim_name(const Reading& reading, std::uint32_t first, std::uint32_t last);

}  // namespace incilint::label
