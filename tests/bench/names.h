// bench/names.h: the names that generated labels are made of, in order of how often labels print them.
// Promises: a pure function of the dictionary and the seed. Must not know: how labels are written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/dictionary.h"
#include "random.h"

namespace incilint::bench {

class Names {
  public:
    explicit Names(const lexicon::Dictionary& dictionary);

    [[nodiscard]] std::size_t size() const { return ranked_.size(); }
    [[nodiscard]] std::string_view inci(std::size_t rank) const { return dictionary_.inci(ranked_[rank]); }
    /// Another name of the same ingredient in capitals as labels print them; empty: it has none.
    [[nodiscard]] std::string synonym(std::size_t rank, Random& random) const;
    /// A rank by the curve of how often names occur: a few names are on most labels, most names on few.
    [[nodiscard]] std::size_t draw(Random& random) const;

  private:
    const lexicon::Dictionary& dictionary_;
    std::vector<lexicon::IngredientId> ranked_;
};

}  // namespace incilint::bench
