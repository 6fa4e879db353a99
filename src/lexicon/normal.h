// lexicon/normal.h: the normal form, what two spellings of one name share.
// Promises: normalising twice changes nothing; linear time; never fails.
// Must not know: the dictionary (it is the other way round), labels, rules.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace incilint::lexicon {

/// Spelling pairs (data/spelling.tsv): each occurrence of `from` in a folded name becomes `to`, until none is left; the
/// occurrence that ends first goes first. lexicon/build.h refuses pairs whose `to` would be changed again, and pairs
/// that do not make of their `from` their `to`.
class SpellingPairs {
  public:
    using Pair = std::pair<std::string, std::string>;

    SpellingPairs() = default;
    SpellingPairs(std::vector<Pair> pairs);
    SpellingPairs(std::initializer_list<Pair> pairs) : SpellingPairs(std::vector<Pair>(pairs)) {}

    [[nodiscard]] const std::vector<Pair>& pairs() const { return pairs_; }
    /// Rewrites `text`. Takes time linear in its length.
    void apply(std::string& text) const;

  private:
    [[nodiscard]] const Pair* ending(std::string_view text) const;

    std::vector<Pair> pairs_;                  ///< by the hash of the last two bytes of `from`, then longest first
    std::array<std::uint16_t, 4096> first_{};  ///< the first pair of such a hash, counted from 1; 0: there is none
};

/// NFKC, case fold, footnote marks (* † ‡ § ° ¹ ® ™ …) dropped, quotes unified, every hyphen or dash and every run of
/// white space one blank, no blank beside ( ) [ ] / \ , ; a backslash becomes a slash; trailing full stops dropped;
/// then the spelling pairs. "Sodium  LAURYL-Sulphate*" and "sodium lauryl sulfate" share one normal form.
[[nodiscard]] std::string normal_form(std::string_view name, const SpellingPairs& pairs);

}  // namespace incilint::lexicon
