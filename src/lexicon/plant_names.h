// lexicon/plant_names.h: what labels make of plants' names: common words between the Latin name and the part, no part
// at all, the species misspelt.
// Promises: linear in the name's length but for a bounded number of look-ups; proposes texts, decides no identity.
// Must not know: brackets, adjectives, labels, rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/dictionary.h"

namespace incilint::lexicon {

/// The name without the common words between a Latin name and what follows it: "salix alba willow bark extract" gives
/// "salix alba bark extract". Likelier readings first; none where the name is not built so.
[[nodiscard]] std::vector<std::string> without_common_words(std::string_view normal, const Dictionary& dictionary);

/// The Latin name and what follows it, where common words stand in front: "lavandula angustifolia oil" in "lavender
/// lavandula angustifolia oil". Empty where there is none; else a part of `normal`.
[[nodiscard]] std::string_view behind_common_words(std::string_view normal, const Dictionary& dictionary);

/// The species of a plant's name where the genus is known and the species is not in it: "annus" in "helianthus annus
/// seed oil". Empty where there is none; else a part of `normal`.
[[nodiscard]] std::string_view strange_species(std::string_view normal, const Dictionary& dictionary);

/// True for genus and species (and variety) that stand in known names, and nothing else.
[[nodiscard]] bool is_bare_plant(std::string_view normal, const Dictionary& dictionary);

/// The words at the end that say part and form: "flower extract".
[[nodiscard]] std::string_view plant_tail(std::string_view normal, const Dictionary& dictionary);

/// True where an unknown text is prose, or begins as known names do, but not as the names of that ingredient: "sodium
/// xyz" in front of "(water)", "lavandula hybrida" in front of "(lavender oil)".
[[nodiscard]] bool contradicts(std::string_view text, IngredientId id, const Dictionary& dictionary);

/// True where the text names a part of the plant and the INCI name another: "rosa canina petal oil" is no seed oil.
[[nodiscard]] bool names_other_part(std::string_view normal, std::string_view inci, const Dictionary& dictionary);

/// The first word.
[[nodiscard]] std::string_view first_word(std::string_view normal);

}  // namespace incilint::lexicon
