// lexicon/recognise.h: from a cleaned name to an identity: dictionary, brackets and slashes, structure, spelling.
// Promises: a pure function of (name, dictionary, options); never guesses between two identities.
// Must not know: labels (sections, separators), rules, categories.
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
/// In order: the whole; without brackets; with the brackets' content as plain words; structure; the content of a
/// bracket (with what follows it), where all contents that are known agree; spelling, which goes before structure where
/// a word is in no known name; it corrects known names first, then names that are only built. A Latin letter in front
/// for a Greek one, and the sign of a hybrid, are read before all that (respelt.h). At each step a text is tried as it
/// stands, as a slash name of which at least two parts are known and all that are known are one identity, by its
/// letters alone, as names of one identity after each other, and without adjectives ("organic"). A trivial name whose
/// bracket holds the INCI name of a relative means that one: "Vitamin E (Tocopheryl Acetate)". `exact` only where the
/// whole printed name is the INCI name.
struct Recognised {
    std::optional<Recognition> found;
    bool by_options = false;  ///< else it is the same whatever the options: it never came to a correction of spelling
};
[[nodiscard]] Recognised recognised(std::string_view name, const Dictionary& dictionary,
                                    const RecogniseOptions& options);
[[nodiscard]] inline std::optional<Recognition> recognise(std::string_view name, const Dictionary& dictionary,
                                                          const RecogniseOptions& options = {}) {
    return recognised(name, dictionary, options).found;
}

/// What recognise() finds of a name that is_known() denies, in less time: nothing is tried again that said no.
[[nodiscard]] std::optional<Recognition> recognise_unknown(std::string_view name, const Dictionary& dictionary);

/// Cheap test for the reader's scoring: the whole name (normal form of it) is known exactly or by synonym, with
/// brackets dropped or slash parts agreeing, or it is built by a known structure. No spelling.
[[nodiscard]] inline bool is_known(std::string_view name, const Dictionary& dictionary) {
    return recognise(name, dictionary, {.correct_spelling = false}).has_value();
}

}  // namespace incilint::lexicon
