// lexicon/synonyms.h: one ingredient named more than once in one name: "water/aqua/eau", "yellow 5 ci 19140".
// Promises: never joins two identities; linear in the name's length but for a bounded number of look-ups.
// Must not know: brackets, adjectives, spelling, labels, rules.
#pragma once

#include <optional>
#include <string_view>

#include "lexicon/dictionary.h"

namespace incilint::lexicon {

/// Names with slashes between them. All that are known are one identity, and either two of them are known, or each of
/// the others says nothing else: a translation ("extrait d'orge"), the bare Latin name ("beta vulgaris/beet root
/// extract"), the same part and form of a plant that is not known otherwise. "Dimethicone/vinyl dimethicone
/// crosspolymer" is no dimethicone.
[[nodiscard]] std::optional<NameHit> slash_name(std::string_view normal, const Dictionary& dictionary);

/// The one member of a slash name that is a plant by structure, where the others are its common names with the same
/// part and form, its bare Latin name or translations. Empty where there is none.
[[nodiscard]] std::string_view slash_plant(std::string_view normal, const Dictionary& dictionary);

/// A plant's Latin name and a common name that the dictionary gives to its relative: "citrus nobilis peel oil/mandarin
/// orange peel oil". The Latin one is meant where both are of the same classes, and end in the same form or are of the
/// same species ("cucumis sativus juice/cucumber fruit extract").
[[nodiscard]] std::optional<NameHit> latin_and_common(std::string_view normal, const Dictionary& dictionary);

/// "lavender lavandula angustifolia oil": both names of one plant, the common one in front.
[[nodiscard]] std::optional<NameHit> latin_behind(std::string_view normal, const Dictionary& dictionary);

/// A text without brackets: as it stands, as a slash name, as a plant with two names, without its blanks, as a volatile
/// oil under its shorter name ("vetiver essential oil"), repeated.
[[nodiscard]] std::optional<NameHit> plain_name(std::string_view text, const Dictionary& dictionary);

/// Names of one identity after each other, without a slash: "water aqua eau".
[[nodiscard]] std::optional<NameHit> repeated(std::string_view normal, const Dictionary& dictionary);

}  // namespace incilint::lexicon
