// lexicon/mended.h: texts that a name may have had before a page was copied, and plants said half outside of brackets.
// Promises: proposes texts, decides no identity; a bounded number of them. Must not know: labels, rules.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lexicon/brackets.h"
#include "lexicon/dictionary.h"

namespace incilint::lexicon {

/// "rosmarinus of cinalis leaf oil": letters that print joins (fi, fl) are lost where a page is copied, and a blank or
/// a line stands in their place. The name with them back.
[[nodiscard]] std::optional<IngredientId> with_ligature(std::string_view normal, const Dictionary& dictionary);

/// "phenoxyéthanol", "leaf juiсe", "barbadensi¿s": what no name has, accents, Cyrillic letters among Latin ones that
/// look the same and signs of a lost encoding, as plain letters or left out; empty where there is none.
[[nodiscard]] std::string with_plain_letters(std::string_view normal);

/// "geranium maculatum(spotted cranesbill flower extract)", "white pine(pinus strobus bark extract)", "lodh tree
/// bark(symplocos racemosa)": the Latin name, and what the common name or itself says is made of it. Empty where one of
/// the two is no plant's name.
[[nodiscard]] std::string plant_in_bracket(const Brackets& brackets, const Dictionary& dictionary);

/// True where the first bracket says part or form of a plant and the text outside says none.
[[nodiscard]] bool says_what_is_made(const Brackets& brackets, const Dictionary& dictionary);

}  // namespace incilint::lexicon
