// lexicon/image.h: the flat bytes of a dictionary: sections of fixed-width records, hash slots and one pool of text.
// Promises: opening checks the header and the section bounds and reads nothing else; every look-up is bounded in bytes
// and in steps, so that damaged bytes give wrong or no answers but are never followed out of the image.
// Must not know: normal forms, TSV, classes' meaning. Only dictionary and build see it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/result.h"

namespace incilint::lexicon {

/// The sections of an image, in the order of its section table.
enum class Part : std::uint8_t {
    text,             ///< all characters
    ingredients,      ///< IngredientField records
    class_lists,      ///< one u32 class id each
    names,            ///< NameField records, ordered by ingredient, the INCI name first
    name_order,       ///< one u32 name each, ascending by normal form
    name_slots,       ///< HashIndex of names by normal form
    squeezed_slots,   ///< HashIndex of names by letters and digits; only keys that one ingredient owns
    prefixes,         ///< hash set of the proper word prefixes of all names
    words,            ///< hash set of the words of all names
    classes,          ///< ClassField records
    class_slots,      ///< HashIndex of classes by name
    pairs,            ///< PairField records
    name_words,       ///< NameWordField records
    name_word_slots,  ///< HashIndex of name words by kind and word
    structure,        ///< bytes of lexicon/structure.h
    spelling,         ///< bytes of lexicon/spelling.h
};
constexpr std::size_t part_count = 16;

/// Fields of a record, in u32 units. A text takes two: offset and size.
enum IngredientField : std::uint8_t {
    ingredient_inci = 0,
    ingredient_cas = 2,
    ingredient_functions = 4,
    ingredient_caps = 6,
    ingredient_source = 8,
    ingredient_first_class = 10,
    ingredient_classes = 11,
    ingredient_first_name = 12,
    ingredient_names = 13,
    ingredient_width = 14,
};
enum NameField : std::uint8_t { name_text = 0, name_owner = 2, name_width = 3 };
enum ClassField : std::uint8_t { class_name_text = 0, class_parent = 2, class_meaning = 3, class_width = 5 };
enum PairField : std::uint8_t { pair_from = 0, pair_to = 2, pair_width = 4 };
enum NameWordField : std::uint8_t {
    name_word_kind = 0,
    name_word_text = 2,
    name_word_value = 4,
    name_word_first_class = 6,
    name_word_classes = 7,
    name_word_width = 8,
};

/// The bit of name_owner that marks an INCI name; the other bits are the ingredient.
constexpr std::uint32_t inci_bit = 0x80000000U;
/// No table of a sound image needs more steps to a key; the builder grows its tables until that is so.
constexpr std::size_t most_probes = 64;
constexpr std::string_view image_magic = "INCIDICT";
constexpr std::uint32_t image_version = 2;
/// magic, version, size, digest of this image's content, digest of the base image that a house image was made for.
constexpr std::size_t image_header = 8 + 4 + 4 + 32 + 32;

class Image {
  public:
    Image() = default;
    [[nodiscard]] static base::Expected<Image> open(std::string_view bytes);

    [[nodiscard]] std::string_view part(Part part) const { return parts_[static_cast<std::size_t>(part)]; }
    [[nodiscard]] std::string_view digest() const { return digest_; }
    [[nodiscard]] std::string_view base_digest() const { return base_digest_; }

    /// Number of records of `width` fields in a part.
    [[nodiscard]] std::size_t count(Part part, std::size_t width) const;
    /// A number of a record; 0 beyond the end.
    [[nodiscard]] std::uint32_t number(Part part, std::size_t width, std::size_t record, std::size_t field) const;
    /// A text of a record; empty where it lies outside the pool.
    [[nodiscard]] std::string_view text(Part part, std::size_t width, std::size_t record, std::size_t field) const;

    /// The first record of a HashIndex that has `hash` and for which `same(record)` holds.
    template <class Same>
    [[nodiscard]] std::optional<std::uint32_t> find(Part part, std::uint64_t hash, const Same& same) const;
    /// True where a hash set holds `hash`.
    [[nodiscard]] bool holds(Part part, std::uint64_t hash) const;

  private:
    [[nodiscard]] std::uint64_t slot(std::string_view table, std::size_t at) const;

    std::array<std::string_view, part_count> parts_{};
    std::string_view digest_;
    std::string_view base_digest_;
};

/// Slots are u64: upper half of the hash, then record + 1; 0 is empty. The hash's lower half says where to begin.
template <class Same>
std::optional<std::uint32_t> Image::find(Part part, std::uint64_t hash, const Same& same) const {
    const std::string_view table = this->part(part);
    const std::size_t slots = table.size() / 8;
    if (slots == 0) return std::nullopt;
    for (std::size_t step = 0; step < most_probes; ++step) {
        const std::uint64_t value = slot(table, (hash + step) & (slots - 1));
        if (value == 0) return std::nullopt;
        const auto record = static_cast<std::uint32_t>(value) - 1;
        if (value >> 32 == hash >> 32 && same(record)) return record;
    }
    return std::nullopt;
}

}  // namespace incilint::lexicon
