// lexicon/structure.h: names understood by how they are built: ferments, plants, surfactants, ethoxylates, polymers, …
// The grammar is data/structure.tsv (patterns over word lists); structure_build.cpp makes flat bytes of it.
// Promises: a reading is right or there is none; linear time; nothing allocated for a name that is not read; bytes
// of a wrong size are refused when opened, and others read within their bounds.
// Must not know: the dictionary's rows, labels, rules, categories.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/ingredient.h"
#include "lexicon/structure_image.h"

namespace incilint::lexicon {

/// What a name says by its build.
struct StructureReading {
    std::string inci;              ///< canonical spelling: "Sodium C14-16 Olefin Sulfonate"
    std::vector<ClassId> classes;  ///< never empty
    friend bool operator==(const StructureReading&, const StructureReading&) = default;
};

/// The class of that name (data/classes.tsv), if there is one.
using ClassLookup = std::function<std::optional<ClassId>(std::string_view)>;

/// Makes the bytes from the text of structure.tsv (columns kind, word, value, classes; format: data/README.md). Every
/// fault is reported with `file` and line. The same text and classes give the same bytes.
[[nodiscard]] base::Expected<std::string, base::Diagnostics> build_structure(std::string_view tsv,
                                                                             const std::string& file,
                                                                             const ClassLookup& classes);

class Structure {
  public:
    /// Knows no pattern: reads nothing.
    Structure() = default;
    /// Opens bytes made by build_structure; they must outlive the Structure. `class_count`: classes of the taxonomy.
    [[nodiscard]] static base::Expected<Structure> open(std::string_view bytes, std::size_t class_count);

    /// Reads the normal form (lexicon/normal.h) of a whole name. Nothing where two patterns would disagree.
    [[nodiscard]] std::optional<StructureReading> read(std::string_view normal) const;
    /// True where read() gives something.
    [[nodiscard]] bool knows(std::string_view normal) const { return read(normal).has_value(); }

    /// Reads genus and species (and variety) alone: "rosmarinus officinalis"; whether there is such a species the
    /// caller must know. Classes as of the plant's material.
    [[nodiscard]] std::optional<StructureReading> read_bare_plant(std::string_view normal) const;
    /// What that word makes of what it stands in front of: a member of `of`, the name of a class, becomes one of
    /// `classes` ("saponified": a fixed oil becomes a soap).
    struct Altered {
        std::string_view of;
        std::vector<ClassId> classes;
    };
    [[nodiscard]] std::optional<Altered> altered(std::string_view word) const;

    /// True for a genus of plants, algae or mushrooms.
    [[nodiscard]] bool is_genus(std::string_view word) const;
    /// True for what a plant's name ends in: parts ("leaf", "root/stem") and what is made of them ("extract").
    [[nodiscard]] bool ends_plant(std::string_view word) const;
    /// True for a part of a plant, or several with slashes: "leaf", "root/stem".
    [[nodiscard]] bool is_part(std::string_view word) const;
    /// True for a part whose oil is a fixed one ("seed").
    [[nodiscard]] bool is_fatty_part(std::string_view word) const;
    /// True for what a salt's name begins with: "sodium".
    [[nodiscard]] bool is_cation(std::string_view word) const;
    /// True for a word that may be (part of) a plant's common name and says nothing else ("mandarin"; not "ethyl").
    [[nodiscard]] bool may_be_common(std::string_view word) const;
    /// True for one that looks like a species and is none that follows that genus ("andiroba").
    [[nodiscard]] bool may_be_vernacular(std::string_view genus, std::string_view word) const;
    /// The genus of a plant known by that common name ("white tea"); empty where there is none.
    [[nodiscard]] std::string_view genus_of_common(std::string_view name) const;

    /// True where some list holds the word.
    [[nodiscard]] bool has_word(std::string_view word) const { return grammar_ && grammar_->word(word).has_value(); }

    /// Where the English name has a part of a name in another language: where it stands, before all, or behind all, the
    /// first of those last ("extrait de feuille de …": "… leaf extract").
    enum class Place : std::uint8_t { here, first, last };
    struct Abroad {
        std::string_view text;  ///< as the INCI name says it; may be empty
        Place place = Place::here;
    };
    /// That part of a name in another language (normal form).
    [[nodiscard]] std::optional<Abroad> word_abroad(std::string_view word) const;
    /// Bytes of the longest such part that may begin `text`.
    [[nodiscard]] std::size_t most_abroad(std::string_view text) const;

  private:
    std::optional<Grammar> grammar_;
};

}  // namespace incilint::lexicon
