// match/candidates.h: for each ingredient of the dictionary, the expressions that hold for it, worked out beforehand.
// Promises: the same answer as evaluating every expression on the ingredient; a look-up is two loads.
// Must not know: rules, labels. It works with whole sets of ingredients, not one ingredient at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/dictionary.h"
#include "match/expr.h"

namespace incilint::match {

/// A view of the table: offsets by ingredient, then expression numbers, ascending for each ingredient.
class Candidates {
  public:
    Candidates() = default;
    /// Checks the table's bounds; `ok()` tells. `expressions` is how many there are.
    Candidates(std::string_view bytes, std::size_t ingredients, std::size_t expressions);
    [[nodiscard]] bool ok() const { return ok_; }
    void append_to(std::vector<std::uint32_t>& out, lexicon::IngredientId id) const;

  private:
    std::string_view bytes_;
    std::size_t ingredients_ = 0;
    bool ok_ = false;
};

/// Makes the table.
[[nodiscard]] std::string build_candidates(const Code& code, const lexicon::Dictionary& dictionary);

}  // namespace incilint::match
