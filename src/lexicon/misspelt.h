// lexicon/misspelt.h: a built name with one misspelt word: "sd aclohol 37", "lavandula angusifolia herb extract".
// Promises: one word is changed, by one edit, to known words only, and all that are built then are one name; bounded
// work. Must not know: rows, brackets, adjectives, labels, rules.
#pragma once

#include <optional>
#include <string_view>

#include "lexicon/dictionary.h"
#include "lexicon/structure.h"

namespace incilint::lexicon {

/// True where some word of the normal form stands in no known name and no list, or the species not in its genus.
[[nodiscard]] bool is_strange(std::string_view normal, const Dictionary& dictionary);

/// What `normal` (a normal form that is no known name) is built as when its only strange word is corrected. The word is
/// the species of a plant's genus that does not hold it; else, where nothing is built as it stands, the one word of
/// five letters or more that no name and no list of the grammar holds. Nothing where two words are strange, or where
/// two corrections give two names.
[[nodiscard]] std::optional<StructureReading> read_misspelt(std::string_view normal, const Dictionary& dictionary);

/// The ingredient of that name misspelt, or of all names in slashes, right ones or misspelt ("cirus limon peel
/// oil/lemon peel oil").
[[nodiscard]] std::optional<IngredientId> corrected(std::string_view normal, const Dictionary& dictionary);

}  // namespace incilint::lexicon
