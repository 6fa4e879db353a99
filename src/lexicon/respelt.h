// lexicon/respelt.h: signs that stand for a word or for none: "a-pinene", "mentha x piperita oil"; a cation at the end.
// Promises: linear in the text; at most one other text, never the same one; proposes a text, decides no identity.
// Must not know: rows, brackets, labels, rules.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/dictionary.h"

namespace incilint::lexicon {

/// "saccharin sodium": the known salt whose cation stands last, as pharmacopoeias name it, with the cation in front.
/// Empty where that is none.
[[nodiscard]] std::string cation_first(std::string_view normal, const Dictionary& dictionary);

/// The normal form with the Greek letter that one letter in front stands for ("a pinene": "alpha pinene"), without a
/// chemotype ("ct linalool") in front of a plant's part, with the cation of a salt in front, or without the sign of a
/// hybrid between its genus and its species. Empty where there is none of them.
[[nodiscard]] std::string respelt(std::string_view normal, const Dictionary& dictionary);

}  // namespace incilint::lexicon
