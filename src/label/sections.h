// label/sections.h: which section of a list a heading opens, and whose the percents in front of it are.
// Promises: constant time, or linear in the entries of the last product.
// Must not know: cells, judgements, rules.
#pragma once

#include <optional>
#include <vector>

#include "label/label.h"
#include "label/vocabulary.h"

namespace incilint::label {

/// The section that a heading of this kind opens behind another section, where it opens one.
[[nodiscard]] std::optional<Section> section_of(PhraseKind heading, Section before);

/// True where all entries of the last product have a percent or are actives; where there is none, too.
[[nodiscard]] bool only_percents(const std::vector<Product>& products);

/// Percents in front of "Inactive ingredients" are those of actives, with a heading of their own or without.
void percents_before_are_active(std::vector<Product>& products);

}  // namespace incilint::label
