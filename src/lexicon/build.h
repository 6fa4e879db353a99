// lexicon/build.h: makes a dictionary image from TSV text: strict reader, line errors, one pass.
// Promises: every fault is reported with file and line, all of them in one go; the same text gives the same bytes.
// Must not know: files (text comes in, bytes go out), labels, rules.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "lexicon/dictionary.h"

namespace incilint::lexicon {

/// One TSV text and the name to print in messages.
struct NamedText {
    std::string file;
    std::string_view text;
};

/// The texts behind the base dictionary (formats: data/README.md).
struct DictionarySources {
    NamedText ingredients;  ///< inci, synonyms, cas, classes, functions, cap, source
    NamedText classes;      ///< class, parent, meaning, source
    NamedText sources;      ///< key, citation, link, read, date
    NamedText spelling;     ///< from, to, source
    NamedText structure;    ///< patterns of compositional names (lexicon/structure.h); may be empty text
    NamedText name_words;   ///< kind, word, value: words that are no part of an identity; may be empty text
};

[[nodiscard]] base::Expected<std::string, base::Diagnostics> build_image(const DictionarySources& sources);

/// A name of the house, from `--data FILE` or from `ingredients:` of a rule file.
struct HouseName {
    std::string inci;
    std::vector<std::string> synonyms;
    std::vector<std::string> classes;
    base::Where where;
};

/// Reads `--data FILE`: the columns of ingredients.tsv, of which only `inci` must be there; order is free.
[[nodiscard]] base::Expected<std::vector<HouseName>, base::Diagnostics> read_house_names(const NamedText& tsv);

/// An image of house names for Dictionary::with_house; class names are checked against `base`, near matches told. A row
/// under a name that `base` knows takes that ingredient over: its other names, and its classes where the row gives
/// none.
[[nodiscard]] base::Expected<std::string, base::Diagnostics> build_house_image(const std::vector<HouseName>& names,
                                                                               const Dictionary& base);

}  // namespace incilint::lexicon
