// lexicon/relatives.h: a trivial name whose bracket holds the INCI name of a relative: "Vitamin E (Tocopheryl
// Acetate)". Promises: linear in the contents; an identity that the bracket names, or none. Must not know: labels,
// rules, structure's patterns.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lexicon/dictionary.h"

namespace incilint::lexicon {

/// The relative that is meant: the content is an INCI name and shares its first letters with that of `id`, or the name
/// in front is vague. No plant's oil is meant by what it holds: "Peppermint Oil (Menthol)" is the oil.
[[nodiscard]] std::optional<IngredientId> relative_in(std::span<const std::string> contents, std::string_view front,
                                                      IngredientId id, const Dictionary& dictionary);

}  // namespace incilint::lexicon
