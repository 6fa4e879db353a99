// label/knowledge.h: what the dictionary says of slices of one label.
// Promises: answers are those of lexicon for the clean name of the slice; each distinct name is asked once
// (label/memo.h); slices of more than longest_name tokens or longest_bytes bytes are never names.
// Must not know: sections, scores.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "label/memo.h"
#include "label/name.h"
#include "label/reading.h"
#include "lexicon/dictionary.h"

namespace incilint::label {

/// The longest slice that is ever looked up as a whole.
inline constexpr std::uint32_t longest_name = 64;  // tokens
inline constexpr std::uint32_t longest_bytes = 600;

class Knowledge {
  public:
    Knowledge(const Reading& reading, const lexicon::Dictionary& dictionary, NameMemo& memo)
        : reading_(reading), dictionary_(dictionary), memo_(memo) {}
    /// The reading holds another text, or the memo forgot.
    void begin() { ++turn_; }
    /// All cells will be asked for: their facts are fetched together, so that the waits for memory overlap.
    void expect_cells(base::LongVector<Cell>& cells);

    /// The slice is a known name (no spelling correction).
    [[nodiscard]] bool knows(std::uint32_t first, std::uint32_t last);
    [[nodiscard]] bool knows(const Cell& cell) {
        return cell.fact != nullptr && cell.fact->known ? *cell.fact->known : knows(cell.first, cell.last);
    }
    /// The slice is a known name or a safe correction of one.
    [[nodiscard]] bool nearly_knows(std::uint32_t first, std::uint32_t last);
    /// The clean name of the slice; hyphens at line ends are undone where the dictionary knows the word without.
    [[nodiscard]] std::string name(std::uint32_t first, std::uint32_t last) const;
    /// The same, good until the next reading or while `made` is, which holds it where it had to be made.
    [[nodiscard]] std::string_view name(std::uint32_t first, std::uint32_t last, std::string& made) const;
    /// word_hash of the clean name `said` of the slice.
    [[nodiscard]] std::uint64_t name_hash(std::uint32_t first, std::uint32_t last, std::string_view said) const;
    /// Who the slice is: the INCI name, empty where unknown. Good until the next reading.
    [[nodiscard]] std::string_view identity(std::uint32_t first, std::uint32_t last);
    /// The token is the name of a genus of plants.
    [[nodiscard]] bool is_genus(std::uint32_t at) const;
    /// The slice is an adjective that comes off names: "Organic".
    [[nodiscard]] bool is_adjective(std::uint32_t first, std::uint32_t last) const;
    /// What a salt's name begins with: "sodium".
    [[nodiscard]] bool is_cation(std::uint32_t at) const;
    /// The bytes of these tokens begin a known name.
    [[nodiscard]] bool begins_bytes(std::uint32_t first, std::uint32_t last) const;
    /// The slice is no name but begins one: "Sodium".
    [[nodiscard]] bool begins_name(std::uint32_t first, std::uint32_t last);
    /// The word begins trivial names that several ingredients bear: "Vitamin".
    [[nodiscard]] bool is_vague(std::uint32_t token) const;
    /// The word occurs in names of ingredients.
    [[nodiscard]] bool knows_word(std::uint32_t token);
    /// The word (of ASCII) occurs in names; unlike knows_word nothing is remembered.
    [[nodiscard]] bool has_word(std::string_view word) const;
    /// The dictionary has this very name: it is not looked at how it is built.
    [[nodiscard]] bool is_name(std::string_view name) const;
    /// The word is a known name whose blanks are missing: "cocamidopropylbetaine".
    [[nodiscard]] bool is_unbroken(std::string_view word) const;
    /// All known names within [first, last) that begin at a word and end at a word, by their first token.
    [[nodiscard]] std::vector<Edge> edges(std::uint32_t first, std::uint32_t last) const;
    /// The end of the longest of them that begins at `first`; none where there is none.
    [[nodiscard]] std::uint32_t longest_at(std::uint32_t first, std::uint32_t last) const;

    /// What the stages found of the slice before, in this label or another; null where nothing is kept of it. For what
    /// depends on the slice alone.
    [[nodiscard]] SliceFact* slice(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] SliceFact* slice(const Cell& cell) const {
        return cell.fact != nullptr ? cell.fact : slice(cell.first, cell.last);
    }
    [[nodiscard]] SliceFact::Rest& rest_of(SliceFact& fact) { return memo_.slices().rest_of(fact); }

  private:
    struct Asked {
        NameFact* fact = nullptr;
        std::string_view name;
    };
    /// The fact of the slice and its clean name, which `made` holds where it had to be made.
    [[nodiscard]] Asked ask(std::uint32_t first, std::uint32_t last, std::string& made);
    /// The fact, with what the dictionary says of the name without correcting it.
    [[nodiscard]] const NameFact& look_up(const Asked& asked) const;
    [[nodiscard]] std::string_view name_in(SliceFact& fact, std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] std::string made_name(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool too_long(std::uint32_t first, std::uint32_t last) const;
    /// "Ceteareth\n20": where a line end took the hyphen that the INCI name has before a number, it comes back.
    void restore_hyphen(std::string& name, std::uint32_t first, std::uint32_t last) const;
    /// "mit", "Bis": a word of sentences that is not printed in capitals is no abbreviation ("MIT").
    [[nodiscard]] bool only_says(std::uint32_t token) const {
        const Token& word = reading_.tokens[token];
        return word.has(stop_word) && !word.has(list_start) && (!word.is(has_upper) || word.is(has_lower)) &&
               !word.is(ideographic) && word.to - word.from < 4;
    }
    /// Those of edges() that begin at `start`.
    void edges_at(std::uint32_t start, std::uint32_t last, std::vector<Edge>& found) const;
    /// "saccharin" and, at `at`, "sodium": a known salt whose cation stands last.
    [[nodiscard]] bool ends_salt(const std::string& anion, std::uint32_t at, std::uint32_t last) const;
    /// Appends the token to a normal form; false where a name cannot go on over it.
    [[nodiscard]] bool append(std::string& normal, std::uint32_t token) const;

    const Reading& reading_;
    const lexicon::Dictionary& dictionary_;
    NameMemo& memo_;
    /// The slices asked last: the stages ask for the same ones again and again.
    struct Recent {
        std::uint64_t turn = 0;
        std::uint32_t first = none;
        std::uint32_t last = 0;
        SliceFact* fact = nullptr;
    };
    [[nodiscard]] Recent& recent_of(std::uint32_t first, std::uint32_t last) const {
        return recent_[(first * 31U + last) % recent_.size()];
    }
    [[nodiscard]] bool is_recent(std::uint32_t first, std::uint32_t last) const {
        const Recent& recent = recent_of(first, last);
        return recent.turn == turn_ && recent.first == first && recent.last == last;
    }
    mutable std::array<Recent, 512> recent_{};
    std::uint64_t turn_ = 1;
};

}  // namespace incilint::label
