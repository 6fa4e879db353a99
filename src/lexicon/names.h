// lexicon/names.h: writes the names of ingredients into an image: tables, squeezed keys, word prefixes, words,
// spelling. Promises: a name with two owners, a name that says nothing and a name empty after normalising are faults,
// each told with its line; what is written depends on the order of the rows alone. Must not know: TSV, where rows come
// from.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "lexicon/image_writer.h"
#include "lexicon/normal.h"

namespace incilint::lexicon {

/// An ingredient on its way into an image; classes are ids of the base image.
struct NameRow {
    std::string inci;
    std::vector<std::string> synonyms;
    std::vector<std::string> typed;  ///< normal forms, by add_typed()
    std::string cas;
    std::string functions;
    std::string caps;
    std::string source;
    std::vector<std::uint32_t> classes;
    base::Where where;
};

/// Gives each row the names that its own are typed as where accents are not to hand ("oleo de girassol"), but those
/// that some row has already or that two rows would share.
void add_typed(std::vector<NameRow>& rows, const SpellingPairs& pairs);

void write_names(ImageWriter& image, std::span<const NameRow> rows, const SpellingPairs& pairs,
                 base::Diagnostics& faults);

/// The words of a normal form as the word table holds them: cut at blanks, and at blanks and ( ) [ ] / , ; too.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view normal);

}  // namespace incilint::lexicon
