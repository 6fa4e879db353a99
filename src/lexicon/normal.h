// lexicon/normal.h: the normal form, what two spellings of one name share.
// Promises: normalising twice changes nothing; linear time; never fails.
// Must not know: the dictionary (it is the other way round), labels, rules.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace incilint::lexicon {

/// Spelling pairs (data/spelling.tsv): each occurrence of `first` in a folded name becomes `second`.
/// Ordered by length of `first`, longest first; the result of one pair is not searched again.
using SpellingPairs = std::vector<std::pair<std::string, std::string>>;

/// NFKC, case fold, footnote marks (* † ‡ § ° ¹ ® ™ …) dropped, quotes unified, every hyphen or dash and every run of
/// white space one blank, no blank beside ( ) [ ] / \ , ; a backslash becomes a slash; trailing full stops dropped;
/// then the spelling pairs. "Sodium  LAURYL-Sulphate*" and "sodium lauryl sulfate" share one normal form.
[[nodiscard]] std::string normal_form(std::string_view name, const SpellingPairs& pairs);

}  // namespace incilint::lexicon
