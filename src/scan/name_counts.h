// scan/name_counts.h: how often names occur in a catalog.
// Promises: memory is bounded, a few dozen bytes a name; the sums are the same however the records are shared out, as
// long as parts are added in the order of the records.
// Must not know: what names are, output formats.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/ingredient.h"

namespace incilint::scan {

/// Names by frequency. Known ones are counted by their numbers; of others the first `most` different ones are counted
/// exactly, further ones only in `beyond`.
class NameCounts {
  public:
    explicit NameCounts(std::size_t most = std::size_t{1} << 15) : most_(most) {}

    void add(std::string_view name, std::size_t count = 1);
    /// A name of the dictionary, which must outlive the counts.
    void add_known(lexicon::IngredientId id, std::string_view name, std::size_t count = 1) {
        known_.push_back({id, name, count});
    }
    void merge(const NameCounts& later);
    /// The most frequent first, ties in the order of letters. Good until the next change.
    [[nodiscard]] std::vector<std::pair<std::string_view, std::size_t>> top(std::size_t count) const;
    [[nodiscard]] std::size_t size() const { return others_.size() + known_.size(); }
    /// Occurrences of names that are not counted one by one.
    [[nodiscard]] std::size_t beyond() const { return beyond_; }

  private:
    /// A name that the dictionary does not have.
    struct Other {
        std::uint32_t at = 0;  ///< its first byte in `bytes_`
        std::uint32_t size = 0;
        std::uint64_t print = 0;
        std::size_t count = 0;
    };
    struct Known {
        lexicon::IngredientId id{};
        std::string_view name;
        std::size_t count = 0;
    };
    [[nodiscard]] std::string_view name(const Other& other) const { return {bytes_.data() + other.at, other.size}; }
    void add(std::string_view name, std::uint64_t print, std::size_t count);
    void widen();

    std::size_t most_;
    std::size_t beyond_ = 0;
    std::string bytes_;
    std::vector<Other> others_;          ///< by first appearance
    std::vector<std::uint32_t> slots_;   ///< by the print: number in `others_` + 1; at most half full
    std::vector<Known> known_;           ///< one each once parts were added to it
    std::vector<std::uint32_t> places_;  ///< by id: number in `known_` + 1; filled by merge
};

}  // namespace incilint::scan
