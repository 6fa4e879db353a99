// lexicon/dictionary.h: the ingredients, their names and the class taxonomy, read from a flat image.
// Promises: immutable and shared by threads; opening checks every offset once and hashes nothing; look-ups allocate
// nothing; a damaged image is refused, never followed.
// Must not know: TSV files (lexicon/build.h makes images), labels, rules.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/image.h"
#include "lexicon/ingredient.h"
#include "lexicon/normal.h"
#include "lexicon/spelling.h"
#include "lexicon/structure.h"

namespace incilint::lexicon {

/// A name found: whose it is, and whether it is the INCI name itself or one of its synonyms.
struct NameHit {
    IngredientId id{};
    bool is_inci = true;
};

/// Keys and hashes of the tables of an image.
[[nodiscard]] std::uint64_t name_hash(std::string_view normal);
/// Letters and digits of a normal form, all that is beyond ASCII included.
[[nodiscard]] std::string squeezed(std::string_view normal);
[[nodiscard]] std::string name_word_key(std::string_view kind, std::string_view words);

class Dictionary {
  public:
    /// Opens an image made by lexicon/build.h. The bytes must outlive the Dictionary.
    [[nodiscard]] static base::Expected<Dictionary> open(std::string_view image);

    /// A copy that also knows the names of a second image (names of the house). A house name that the base image knows
    /// already hides it. Ids of house names follow those of the base; class ids are the base's.
    [[nodiscard]] base::Expected<Dictionary> with_house(std::string_view image) const;

    /// Whole-name look-up by normal form.
    [[nodiscard]] std::optional<NameHit> find(std::string_view normal) const;
    /// Look-up of a normal form by letters and digits only: "cocamidopropylbetaine". Only keys that belong to one
    /// ingredient are held, and no sign may part two numbers that are one in the name: "peg 3,2" is not "peg 32".
    [[nodiscard]] std::optional<NameHit> find_squeezed(std::string_view normal) const;
    /// True where some known name (normal form) begins with the words of `prefix` and goes on with another word.
    [[nodiscard]] bool is_prefix(std::string_view prefix) const;
    /// True where some known name goes on behind these bytes, within a word too: "phenox".
    [[nodiscard]] bool begins_bytes(std::string_view bytes) const;
    /// True where the word (normal form, no blank) occurs in some known name.
    [[nodiscard]] bool knows_word(std::string_view word) const;

    [[nodiscard]] Ingredient ingredient(IngredientId id) const;
    [[nodiscard]] std::string_view inci(IngredientId id) const;
    /// Number of ingredients, house names included; ids run from 0 to size() - 1.
    [[nodiscard]] std::size_t size() const;
    /// All known names of an ingredient as normal forms, the INCI name first.
    [[nodiscard]] std::vector<std::string_view> names(IngredientId id) const;
    /// The first of them.
    [[nodiscard]] std::string_view normal_inci(IngredientId id) const;
    /// Ingredient::classes alone.
    [[nodiscard]] std::vector<ClassId> classes(IngredientId id) const;

    [[nodiscard]] std::size_t class_count() const;
    [[nodiscard]] std::optional<ClassId> class_named(std::string_view name) const;
    [[nodiscard]] std::string_view class_name(ClassId id) const;
    /// What the class is, in words.
    [[nodiscard]] std::string_view class_meaning(ClassId id) const;
    [[nodiscard]] std::optional<ClassId> parent(ClassId id) const;
    /// True where `child` is `ancestor` or stands below it.
    [[nodiscard]] bool is_a(ClassId child, ClassId ancestor) const;

    /// The spelling pairs that made this dictionary's normal forms.
    [[nodiscard]] const SpellingPairs& spelling_pairs() const;
    [[nodiscard]] std::string normal(std::string_view name) const { return normal_form(name, spelling_pairs()); }

    /// Hex SHA-256 of the image's content as it was recorded when made (with that of the house image, if any).
    [[nodiscard]] std::string digest() const;

    /// What a name says by its build.
    [[nodiscard]] const Structure& structure() const { return structure_; }
    /// The known name that an unknown one (normal form) was meant to be. `suspect`: a word of it that must be wrong, if
    /// known names hold it or not (a species that is not of its genus); empty: none.
    [[nodiscard]] std::optional<IngredientId> corrected(std::string_view normal, std::string_view suspect = {}) const;
    /// The words of known names that a strange one may be a slip of the pen for (Spelling::near_words).
    [[nodiscard]] std::vector<std::string_view> near_words(std::string_view written) const;
    /// True where the words (normal form) are an adjective that comes off names: "organic", "certified organic".
    [[nodiscard]] bool is_adjective(std::string_view words) const;
    /// True where the adjective belongs to the name of that ingredient: a "natural fragrance" is no plain "fragrance".
    [[nodiscard]] bool keeps_adjective(std::string_view words, IngredientId id) const;

    /// The word whose translation that word is where it begins a name ("extrait": "extract"); empty where it is none.
    [[nodiscard]] std::string_view translation(std::string_view word) const;

    /// True for the first word of trivial names that several ingredients bear: "vitamin".
    [[nodiscard]] bool is_vague(std::string_view word) const;

    /// True for a word that makes another substance of what it stands with: "saponified".
    [[nodiscard]] bool is_alteration(std::string_view word) const;

    /// True for what stands in front of a name and tells which mirror image or isomer it is: "dl", "trans".
    [[nodiscard]] bool is_stereo(std::string_view word) const;

    /// True for a word that names something else and looks like a misspelt name: "insulin", which is no inulin.
    [[nodiscard]] bool is_own_word(std::string_view word) const;

    /// The base image, for lexicon/build.h.
    [[nodiscard]] const Image& base_image() const { return base_; }

  private:
    struct Place {
        const Image& image;
        std::size_t record;
        std::size_t first_id;
    };
    [[nodiscard]] Place place(IngredientId id) const;
    [[nodiscard]] std::size_t base_size() const;
    [[nodiscard]] std::optional<std::uint32_t> name_word(std::string_view kind, std::string_view words) const;

    Image base_;
    std::optional<Image> house_;
    SpellingPairs pairs_;
    Structure structure_;
    Spelling spelling_;
    Spelling house_spelling_;
};

}  // namespace incilint::lexicon
