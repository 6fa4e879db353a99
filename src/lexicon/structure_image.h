// lexicon/structure_image.h: how the bytes of a grammar are laid out, and a view that reads them.
// Promises: a view is made of bytes whose sizes Structure::open has checked; what leads outside a table reads as
// nothing (0, no text, an empty run), so that nothing need be walked to open a grammar. Must not know: what the word
// lists mean.
//
// Layout: magic, one u32 count a table, the size of the text, the tables (records of u32 fields), the text.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/hash.h"

namespace incilint::lexicon {

constexpr std::string_view structure_magic = "INCISTR5";

enum class Table : std::uint8_t { words, slots, members, classes, patterns, elements, kinds };
constexpr std::size_t table_count = 7;
/// Fields of a record of each table.
constexpr std::array<std::size_t, table_count> table_width = {4, 1, 5, 1, 4, 9, 2};

/// Bytes before the tables.
constexpr std::size_t structure_head = structure_magic.size() + 4 * (table_count + 1);

enum WordField : std::uint8_t { word_text = 0, word_members = 2, word_member_count = 3 };
enum MemberField : std::uint8_t { member_kind = 0, member_value = 1, member_classes = 3, member_class_count = 4 };
enum PatternField : std::uint8_t {
    pattern_elements = 0,
    pattern_element_count = 1,
    pattern_classes = 2,
    pattern_class_count = 3
};
/// An element's print is how a literal is printed, its joint the byte before it (0 at the start, blank or hyphen).
enum ElementField : std::uint8_t {
    element_kind = 0,
    element_joint = 1,
    element_literal = 2,
    element_print = 3,
    element_least = 5
};
enum KindField : std::uint8_t { kind_patterns = 0, kind_pattern_count = 1 };

/// Word lists that code reads by name, and the elements that stand for numbers; all other kinds are patterns' own.
enum Kind : std::uint32_t {
    kind_number,           ///< {n}: figures, slashes between them, perhaps a trailing letter
    kind_range,            ///< {c:8-12:14-18}: a chain length as C12-14 whose ends lie in these bounds
    kind_organism,         ///< genera of microbes; value: family
    kind_organism_ending,  ///< endings of genera of microbes that no list holds; value: family
    kind_strain,           ///< words that may follow an organism and are no latin
    kind_process,          ///< what a ferment's name ends in; value: what it does to the class
    kind_product,          ///< "family process" -> classes
    kind_special,          ///< "organism-word substrate-word" -> classes
    kind_mineral,          ///< substrates that make a yeast a carrier of minerals
    kind_genus,            ///< plant, algal and mushroom genera
    kind_epithet,          ///< "genus species" where the species is the name of a genus too
    kind_species,          ///< of microbes that are named without a process; value: family
    kind_plant,            ///< genus or "genus species": the parts of which it has its own classes
    kind_extracted,        ///< likewise, for all that is made of it but oils and waters
    kind_aromatic,         ///< genus or "genus species": the parts of which the oil is volatile
    kind_common,           ///< common names of plants; value: the latin name
    kind_part,             ///< parts of plants; value `fatty` where an oil of it is a fixed oil
    kind_form,             ///< what is made of a plant; value: how it takes its classes
    kind_genus_short,      ///< short forms of microbes' genera of more than one letter; value: the letter
    kind_altered,          ///< words that make another substance of a class (value) of known ones
    kind_monomer,          ///< words of polymers' names
    kind_polymer,          ///< "copolymer", "crosspolymer"
    kind_substrate,        ///< what microbes are fed, besides plants and their parts
    kind_stop,             ///< words that make a name no structure
    kind_abroad,           ///< parts of names in other languages; value: what the INCI name says
    kind_abroad_first,     ///< likewise, where the INCI name begins with it
    kind_abroad_last,      ///< likewise, where the INCI name ends in it
    kind_abroad_start,     ///< the first bytes of those; value: bytes of the longest that begins so
    kind_cation,           ///< what a salt's name begins with
    fixed_kinds,
};
constexpr std::array<std::string_view, fixed_kinds> fixed_kind_names = {"n",           "c",
                                                                        "organism",    "organism-ending",
                                                                        "strain",      "process",
                                                                        "product",     "special",
                                                                        "mineral",     "genus",
                                                                        "epithet",     "species",
                                                                        "plant",       "extracted",
                                                                        "aromatic",    "common",
                                                                        "part",        "form",
                                                                        "genus-short", "altered",
                                                                        "monomer",     "polymer",
                                                                        "substrate",   "stop",
                                                                        "abroad",      "abroad-first",
                                                                        "abroad-last", "abroad-start",
                                                                        "cation"};

/// Bytes of an `abroad-start`; a part of a name that is shorter has none.
constexpr std::size_t abroad_start_size = 3;
/// Bytes of the longest part of a name in another language that is looked for.
constexpr std::size_t longest_abroad = 48;
/// The bytes that the value of an `abroad-start` tells, a decimal number.
[[nodiscard]] inline std::size_t longest_in(std::string_view value) {
    std::size_t size = 0;
    std::from_chars(value.data(), value.data() + value.size(), size);
    return std::clamp(size, abroad_start_size, longest_abroad);
}
/// Makes such a value that of a longer part, if it is one.
inline void add_size(std::string& value, std::size_t size) {
    value = std::to_string(std::max(size, longest_in(value)));
}
/// The most steps a search for a word takes.
constexpr std::size_t most_word_steps = 64;

/// A word of one list.
struct Member {
    std::uint32_t kind = 0;
    std::string_view value;
    std::uint32_t classes = 0;
    std::uint32_t class_count = 0;
};

class Grammar {
  public:
    /// `class_count`: classes of the taxonomy; an id beyond is no class.
    Grammar(std::string_view bytes, std::size_t class_count) : bytes_(bytes), class_count_(class_count) {
        std::size_t at = structure_head;
        for (std::size_t i = 0; i < table_count; ++i) {
            starts_[i] = at;
            counts_[i] = base::load_u32(bytes, structure_magic.size() + 4 * i);
            at += 4 * counts_[i] * table_width[i];
        }
        text_ = bytes.substr(at);
    }

    [[nodiscard]] std::size_t count(Table table) const { return counts_[static_cast<std::size_t>(table)]; }
    [[nodiscard]] std::uint32_t number(Table table, std::size_t record, std::size_t field) const {
        const auto i = static_cast<std::size_t>(table);
        return record < counts_[i] ? base::load_u32(bytes_, starts_[i] + 4 * (record * table_width[i] + field)) : 0;
    }
    /// The end of a run of records that begins at `first`, within the table.
    [[nodiscard]] std::uint32_t end(Table table, std::uint32_t first, std::uint32_t size) const {
        const auto all = static_cast<std::uint32_t>(count(table));
        return first > all || size > all - first ? std::min(first, all) : first + size;
    }
    [[nodiscard]] std::size_t class_count() const { return class_count_; }
    [[nodiscard]] std::string_view text(Table table, std::size_t record, std::size_t field) const {
        const std::size_t from = number(table, record, field);
        const std::size_t size = number(table, record, field + 1);
        return from <= text_.size() && size <= text_.size() - from ? text_.substr(from, size) : std::string_view{};
    }

    /// The word's record, if any list holds it.
    [[nodiscard]] std::optional<std::uint32_t> word(std::string_view word) const {
        const std::size_t slots = count(Table::slots);
        const std::uint64_t hash = base::hash64(word);
        for (std::size_t step = 0; step < most_word_steps && slots > 0; ++step) {
            const std::uint32_t slot = number(Table::slots, (hash + step) & (slots - 1), 0);
            if (slot == 0 || slot > count(Table::words)) return std::nullopt;
            if (text(Table::words, slot - 1, word_text) == word) return slot - 1;
        }
        return std::nullopt;
    }
    [[nodiscard]] Member member(std::size_t record) const {
        return {number(Table::members, record, member_kind), text(Table::members, record, member_value),
                number(Table::members, record, member_classes), number(Table::members, record, member_class_count)};
    }
    /// The word in that list.
    [[nodiscard]] std::optional<Member> find(std::uint32_t kind, std::uint32_t word) const {
        const std::uint32_t first = number(Table::words, word, word_members);
        const std::uint32_t last = end(Table::members, first, number(Table::words, word, word_member_count));
        for (std::uint32_t i = first; i < last; ++i) {
            if (number(Table::members, i, member_kind) == kind) return member(i);
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<Member> find(std::uint32_t kind, std::string_view text) const {
        const auto found = word(text);
        return found ? find(kind, *found) : std::nullopt;
    }

  private:
    std::string_view bytes_;
    std::size_t class_count_ = 0;
    std::array<std::size_t, table_count> starts_{};
    std::array<std::size_t, table_count> counts_{};
    std::string_view text_;
};

}  // namespace incilint::lexicon
