// lexicon/altered.h: words that make another substance of what they stand with: "saponified", "hydrogenated".
// Promises: linear in the name's length but for a look-up a word. Must not know: brackets, labels, rules.
#pragma once

#include <optional>
#include <string_view>

#include "lexicon/dictionary.h"
#include "lexicon/recognise.h"

namespace incilint::lexicon {

/// The first such word of the text (a normal form) that no name of what it was read as holds; empty where there is
/// none.
[[nodiscard]] std::string_view alteration_lost(std::string_view text, const Recognition& read,
                                               const Dictionary& dictionary);

/// "saponified tamanu oil": what the first word makes of a known ingredient of its class. Nothing where the rest is
/// unknown or of another class.
[[nodiscard]] std::optional<Recognition> altered_name(std::string_view normal, const Dictionary& dictionary);

}  // namespace incilint::lexicon
