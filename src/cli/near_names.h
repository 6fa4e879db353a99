// cli/near_names.h: known names that look like a given one, for people to compare.
// Promises: the nearest first; the same name and dictionary give the same list; one pass over the dictionary.
// Must not know: which of them was meant (lexicon/spelling.h decides that).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/dictionary.h"

namespace incilint::cli {

/// At most `most` INCI names near to a normal form: by edits, else by rare words in common. `self` is left out.
[[nodiscard]] std::vector<std::string> near_names(const lexicon::Dictionary& dictionary, std::string_view normal,
                                                  std::optional<lexicon::IngredientId> self, std::size_t most);

/// Runs of words of a normal form that are names by themselves, the longest ones; at most `most`.
[[nodiscard]] std::vector<std::string> known_parts(const lexicon::Dictionary& dictionary, std::string_view normal,
                                                   std::size_t most);

/// Words of a normal form that no known name holds.
[[nodiscard]] std::vector<std::string> new_words(const lexicon::Dictionary& dictionary, std::string_view normal);

}  // namespace incilint::cli
