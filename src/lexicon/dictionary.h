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
#include "lexicon/ingredient.h"
#include "lexicon/normal.h"

namespace incilint::lexicon {

/// A name found: whose it is, and whether it is the INCI name itself or one of its synonyms.
struct NameHit {
    IngredientId id{};
    bool is_inci = true;
};

class Dictionary {
  public:
    /// Opens an image made by lexicon/build.h. The bytes must outlive the Dictionary.
    [[nodiscard]] static base::Expected<Dictionary> open(std::string_view image);

    /// A copy that also knows the names of a second image (names of the house). A house name that the base image knows
    /// already hides it. Ids of house names follow those of the base; class ids are the base's.
    [[nodiscard]] base::Expected<Dictionary> with_house(std::string_view image) const;

    /// Whole-name look-up by normal form.
    [[nodiscard]] std::optional<NameHit> find(std::string_view normal) const;
    /// Look-up by letters and digits only (no blanks, no punctuation): "cocamidopropylbetaine". Only keys that belong
    /// to one ingredient are held.
    [[nodiscard]] std::optional<NameHit> find_squeezed(std::string_view squeezed) const;
    /// True where some known name (normal form) begins with the words of `prefix` and goes on with another word.
    [[nodiscard]] bool is_prefix(std::string_view prefix) const;
    /// True where the word (normal form, no blank) occurs in some known name.
    [[nodiscard]] bool knows_word(std::string_view word) const;

    [[nodiscard]] Ingredient ingredient(IngredientId id) const;
    [[nodiscard]] std::string_view inci(IngredientId id) const;
    /// Number of ingredients, house names included; ids run from 0 to size() - 1.
    [[nodiscard]] std::size_t size() const;
    /// All known names of an ingredient as normal forms, the INCI name first.
    [[nodiscard]] std::vector<std::string_view> names(IngredientId id) const;

    [[nodiscard]] std::size_t class_count() const;
    [[nodiscard]] std::optional<ClassId> class_named(std::string_view name) const;
    [[nodiscard]] std::string_view class_name(ClassId id) const;
    [[nodiscard]] std::optional<ClassId> parent(ClassId id) const;
    /// True where `child` is `ancestor` or stands below it.
    [[nodiscard]] bool is_a(ClassId child, ClassId ancestor) const;

    /// The spelling pairs that made this dictionary's normal forms.
    [[nodiscard]] const SpellingPairs& spelling_pairs() const;
    [[nodiscard]] std::string normal(std::string_view name) const { return normal_form(name, spelling_pairs()); }

    /// Hex SHA-256 of the image (and of the house image, if any).
    [[nodiscard]] std::string digest() const;

  private:
    // Left to the implementation: views into one or two images, plus the few decoded tables (spelling pairs, classes).
    struct Image;
    std::vector<Image> images_;
};

}  // namespace incilint::lexicon
