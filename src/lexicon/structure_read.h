// lexicon/structure_read.h: the readers behind Structure::read: one for patterns, one each for ferments, plants and
// polymers, whose names have no fixed number of words.
// Promises: a reader that cannot read the whole name reads nothing. Must not know: the dictionary.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lexicon/structure.h"
#include "lexicon/structure_image.h"

namespace incilint::lexicon {

[[nodiscard]] std::optional<StructureReading> read_pattern(const Grammar& grammar, std::string_view normal);
[[nodiscard]] std::optional<StructureReading> read_ferment(const Grammar& grammar, std::string_view normal);
[[nodiscard]] std::optional<StructureReading> read_plant(const Grammar& grammar, std::string_view normal);
/// Several plants with slashes, made into one: "Camellia Sinensis/Assamica Leaf Extract".
[[nodiscard]] std::optional<StructureReading> read_plants(const Grammar& grammar, std::string_view normal);
[[nodiscard]] std::optional<StructureReading> read_bare_plant(const Grammar& grammar, std::string_view normal);
[[nodiscard]] std::optional<StructureReading> read_polymer(const Grammar& grammar, std::string_view normal);

/// Adds the classes of a member, each once.
void add_classes(const Grammar& grammar, const Member& member, std::vector<ClassId>& to);

/// "aloe barbadensis/rosa leaf" with capital letters after blanks, slashes and brackets.
[[nodiscard]] std::string titled(std::string_view normal);

/// ASCII capital letters throughout.
[[nodiscard]] std::string upper(std::string_view text);

/// True for a word that may be latin: ASCII letters, three at least, and a latin ending.
[[nodiscard]] bool looks_latin(std::string_view word);

/// True where the word is no epithet: it has a meaning of its own in the grammar, or a chemical ending.
[[nodiscard]] bool is_no_epithet(const Grammar& grammar, std::string_view word);

/// The word among those that may follow a genus and are no latin, with or without a point ("subsp.", "gg").
[[nodiscard]] std::optional<Member> find_strain(const Grammar& grammar, std::string_view word);

/// A microbe's genus that no list holds, by its ending ("-bacterium"); no plant's.
[[nodiscard]] std::optional<Member> organism_by_ending(const Grammar& grammar, std::string_view genus);

/// "l. rhamnosus", "lb. rhamnosus": the family of a known species behind the first letter, or a short form, of its
/// genus.
[[nodiscard]] std::optional<Member> organism_abbreviated(const Grammar& grammar, std::string_view letter,
                                                         std::string_view species);

/// True for a word that is built like the species of a microbe, and like nothing else ("velezensis").
[[nodiscard]] bool is_species_name(const Grammar& grammar, std::string_view word);

/// The code of a strain behind its species: "gg", "bb 12", "hn001".
[[nodiscard]] bool is_strain_code(std::string_view word);

/// The letters of a collection in front of a number: "gbi 30 6086", "atcc 53103".
[[nodiscard]] bool is_collection(std::string_view word, std::string_view next);

/// titled() with the codes of strains in capitals: "Bacillus Coagulans GBI-30 6086".
[[nodiscard]] std::string titled_strain(const Grammar& grammar, std::string_view normal);

/// Cuts off and returns what stands before the first of `cuts` (or all of `rest`).
[[nodiscard]] std::string_view take_word(std::string_view& rest, std::string_view cuts);

}  // namespace incilint::lexicon
