// label/sections.h: which section of a list a heading opens, and whose the percents in front of it are.
// Promises: linear in the entries of a text.
// Must not know: cells, judgements, rules.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "label/label.h"
#include "label/vocabulary.h"

namespace incilint::label {

/// The section that a heading of this kind opens behind another section, where it opens one.
[[nodiscard]] std::optional<Section> section_of(PhraseKind heading, Section before);

/// What headings ask of the entries before them, in one text: each entry is looked at once, however many ask.
class PercentsBefore {
  public:
    /// True where all entries of the last product have a percent or are actives; where there is none, too.
    [[nodiscard]] bool only(const std::vector<Product>& products);
    /// Percents in front of "Inactive ingredients" are those of actives, with a heading of their own or without.
    void are_active(std::vector<Product>& products);

  private:
    void look_at(const std::vector<Product>& products);
    std::size_t products_ = 0;
    std::size_t stated_ = 0;   ///< entries of the last product that are known to have a percent, or to be actives
    std::size_t settled_ = 0;  ///< those whose section a heading behind them decided
};

}  // namespace incilint::label
