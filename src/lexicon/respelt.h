// lexicon/respelt.h: signs that stand for a word or for none: "a-pinene", "mentha x piperita oil".
// Promises: linear in the text; at most one other text, never the same one; proposes a text, decides no identity.
// Must not know: rows, brackets, labels, rules.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/dictionary.h"

namespace incilint::lexicon {

/// The normal form with the Greek letter that one Latin letter in front stands for ("a pinene": "alpha pinene"), or
/// without the sign of a hybrid between a plant's genus and its species. Empty where there is neither.
[[nodiscard]] std::string respelt(std::string_view normal, const Dictionary& dictionary);

}  // namespace incilint::lexicon
