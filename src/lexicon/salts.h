// lexicon/salts.h: names that say "salt": "Benzoic Acid Sodium Salt", "Potassium Salt of Lauric Acid".
// Promises: linear in the text; a bounded number of texts; proposes texts, decides no identity.
// Must not know: rows, brackets, labels, rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/dictionary.h"

namespace incilint::lexicon {

/// The normal forms that an INCI list may print for such a salt, the cation in front: "sodium benzoate". None where the
/// name is not built so.
[[nodiscard]] std::vector<std::string> named_as_salt(std::string_view normal, const Dictionary& dictionary);

}  // namespace incilint::lexicon
