// lexicon/ingredient.h: what is known of one ingredient, and how an entry came to be recognised.
// Promises: plain values and views; a view lives as long as the Dictionary it came from.
// Must not know: labels, rules, categories, files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace incilint::lexicon {

/// Index of an ingredient in its Dictionary; house names follow the names of the base image.
enum class IngredientId : std::uint32_t {};
/// Index of a class of the taxonomy (data/classes.tsv).
enum class ClassId : std::uint16_t {};

/// By what a name was recognised, from the surest to the least sure.
enum class How : std::uint8_t { exact, synonym, structure, spelling };
[[nodiscard]] std::string_view word(How how);

/// A legal maximum as the annexes print it, e.g. `V/29=1` or `V/1=2.5@rinse-off:acid` (syntax: data/README.md).
struct Cap {
    std::string_view annex_entry;  ///< "V/1"
    double percent = 0;            ///< weight percent
    std::string_view use;          ///< "rinse-off", "leave-on", … ; empty: any use
    std::string_view as;           ///< "acid", "zinc", … ; empty: the substance itself
};

/// Reads one cap; nothing where it is not written as Cap says.
[[nodiscard]] std::optional<Cap> read_cap(std::string_view text);

/// A dictionary row.
struct Ingredient {
    IngredientId id{};
    std::string_view inci;
    std::string_view cas;        ///< "; "-separated, may be empty
    std::string_view functions;  ///< "; "-separated, may be empty
    std::string_view caps;       ///< "; "-separated, as in Cap
    std::string_view source;     ///< "; "-separated keys of data/sources.tsv, or "unsourced"
    std::vector<ClassId> classes;
};

/// What a cleaned name turned out to be.
struct Recognition {
    How how = How::exact;
    /// Empty where a structure built the name and no dictionary row stands behind it.
    std::optional<IngredientId> id;
    /// The INCI name: the row's, or the canonical name that the structure yields.
    std::string inci;
    /// Own classes of the row or the structure; ancestors are the taxonomy's business.
    std::vector<ClassId> classes;
    friend bool operator==(const Recognition&, const Recognition&) = default;
};

}  // namespace incilint::lexicon
