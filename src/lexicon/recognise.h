// lexicon/recognise.h: from a cleaned name to an identity: dictionary, parts in brackets and slashes, structure,
// spelling. Promises: a pure function of (name, dictionary, options); never guesses between two identities. Must not
// know: labels (sections, separators), rules, categories.
#pragma once

#include <optional>
#include <string_view>

#include "lexicon/dictionary.h"
#include "lexicon/ingredient.h"

namespace incilint::lexicon {

struct RecogniseOptions {
    bool correct_spelling = true;  ///< --strict-names turns it off
};

/// Recognises a cleaned name as a label prints it: "Aqua (Water/Eau)", "Butyrospermum Parkii (Shea) Butter",
/// "Water\Aqua\Eau", "Lactobacillus/Soybean Ferment Extract", "sodium laurylsulphate".
/// In order: the whole; without brackets; what stands before a bracket; the bracket's own content; the parts of a slash
/// name where all that are known agree on one identity; structure; spelling. `exact` only where the whole printed name
/// is the INCI name (brackets aside they are synonyms of it).
[[nodiscard]] std::optional<Recognition> recognise(std::string_view name, const Dictionary& dictionary,
                                                   const RecogniseOptions& options = {});

/// Cheap test for the reader's scoring: the whole name (normal form of it) is known exactly or by synonym, with
/// brackets dropped or slash parts agreeing, or it is built by a known structure. No spelling.
[[nodiscard]] bool is_known(std::string_view name, const Dictionary& dictionary);

}  // namespace incilint::lexicon
