// scan/unknown.h: the names that nothing knew, for a person to complete.
// Promises: the file reads back with --data; known names that look alike are told beside each, never put in its place;
// the same counts give the same bytes.
// Must not know: files, labels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/dictionary.h"
#include "scan/tally.h"

namespace incilint::scan {

/// Finds known names near to many unknown ones: one pass over the dictionary makes an index of letter triples.
class NearNames {
  public:
    explicit NearNames(const lexicon::Dictionary& dictionary);
    /// INCI names, the nearest first; none where nothing is alike.
    [[nodiscard]] std::vector<std::string_view> near(std::string_view name, std::size_t most);

  private:
    struct Known {
        std::string_view normal;
        lexicon::IngredientId id{};
    };
    const lexicon::Dictionary& dictionary_;
    std::vector<Known> names_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> holders_;  ///< triple → names that hold it
    std::vector<std::uint16_t> shared_;                                      ///< triples in common, by name
};

/// The TSV of all unknown names by frequency.
[[nodiscard]] std::string unknown_names(const NameCounts& unknown, const lexicon::Dictionary& dictionary);

}  // namespace incilint::scan
