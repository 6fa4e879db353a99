// catalog/json_lines.h: a text that may be JSON: a list of objects becomes JSON Lines, byte for byte in place.
// Promises: offsets stay what they are (commas between objects become line ends, line ends inside objects blanks), so
// that the "line" of an object in a list is its number; a list that is cut off is an error.
// Must not know: what the objects hold.
#pragma once

#include "catalog/fill.h"

namespace incilint::catalog {

struct MaybeJson {
    Fill fill;
    bool json = false;
};

/// Looks at the first signs: `{` and a quote, or `[` and `{`, are JSON; all else is passed on as it is.
[[nodiscard]] base::Expected<MaybeJson> json_as_lines(Fill text, const std::string& file);

}  // namespace incilint::catalog
