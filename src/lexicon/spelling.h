// lexicon/spelling.h: safe correction of a misspelt name: the one nearest known name, or none.
// Promises: never across digits, locants and chemical prefixes, never from one known word to another, never on a tie;
// bounded steps whatever the name; nothing allocated where no word of the name is near a known one; damaged bytes are
// refused when opened or give no answer.
// Must not know: what the names mean, labels, rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/ingredient.h"

namespace incilint::lexicon {

/// A known name: its normal form and whose it is.
struct SpellingName {
    std::string_view normal;
    IngredientId id{};
};

/// A correction. `name` is the known normal form that was meant.
struct Corrected {
    IngredientId id{};
    std::string name;
    std::size_t edits = 1;  ///< optimal-string-alignment distance, 1 or 2
    friend bool operator==(const Corrected&, const Corrected&) = default;
};

/// Makes the bytes of the index. The same names in the same order give the same bytes.
[[nodiscard]] std::string build_spelling(std::span<const SpellingName> names);

class Spelling {
  public:
    /// Knows no name: corrects nothing.
    Spelling() = default;
    /// Opens bytes made by build_spelling; they must outlive the Spelling.
    [[nodiscard]] static base::Expected<Spelling> open(std::string_view bytes);

    /// The known name that `normal` (a normal form, not itself known) was meant to be: one edit away, or two where it
    /// has 12 letters or more; one word may be two away from nine letters on, or where it doubles another letter than
    /// it should. Every word that no known name holds must be corrected, and no other is; an edit changes
    /// letters within a word of five letters or more; a shorter one, of three or more, may lack a letter, have one too
    /// many or two exchanged in place, where the name has nine letters or more ("citric acd"). Nothing for names of
    /// fewer than 6 letters or over 120 bytes. `suspect`: a word of the name that is wrong whether known or not, and
    /// the species of a known genus: it may be two edits away from eight letters on, where it keeps its length but for
    /// one letter, or lacks two letters that stand together ("sinsis"). A short name of one word keeps the ending that
    /// says what kind of substance it is ("phytog" is no phytol).
    [[nodiscard]] std::optional<Corrected> nearest(std::string_view normal, std::string_view suspect = {}) const;
    /// The words of known names that `written`, a word of five ASCII letters or more, may be a slip of the pen for: one
    /// edit away, or, of nine letters or more and where none is, doubling another letter. Ascending, each once.
    [[nodiscard]] std::vector<std::string_view> near_words(std::string_view written) const;
    /// True where some known name holds this word (of five ASCII letters or more).
    [[nodiscard]] bool knows_word(std::string_view word) const;

  private:
    [[nodiscard]] bool holds(std::string_view word) const;
    [[nodiscard]] std::string_view word(std::uint32_t index) const;
    [[nodiscard]] std::optional<IngredientId> owner(std::string_view normal) const;
    class Keys;
    /// All that the keys stand for will be asked for: the waits for memory overlap.
    void fetch(const Keys& keys) const;
    /// Words at most `limit` edits from `written`: all of them, and few that are further. Ascending.
    [[nodiscard]] std::vector<std::uint32_t> may_be_near_to(std::string_view written, std::size_t limit) const;
    [[nodiscard]] std::size_t bucket_of(std::uint64_t hash) const;
    template <class Take>
    void each_entry(std::uint64_t hash, const Take& take) const;

    std::string_view words_;     ///< text of all words, ascending
    std::string_view starts_;    ///< u32 each: where a word begins; one more than words
    std::string_view sketches_;  ///< u32 each: what is seen of a word without its letters; as many as starts
    std::string_view buckets_;   ///< u32 each: first entry of a bucket; one more than buckets
    std::string_view entries_;   ///< u32 each: 12 bits of the key's hash, then the word
    std::string_view names_;     ///< u64 slots: upper half of a name's hash, then its id + 1
};

}  // namespace incilint::lexicon
