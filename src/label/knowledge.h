// label/knowledge.h: what the dictionary says of slices of one label, remembered for the time of one reading.
// Promises: answers are those of lexicon for the clean name of the slice; each distinct name is asked once.
// Must not know: sections, scores.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "label/name.h"
#include "label/reading.h"
#include "lexicon/dictionary.h"
#include "lexicon/recognise.h"

namespace incilint::label {

/// The longest name, in tokens, that is ever looked up as a whole.
inline constexpr std::uint32_t longest_name = 64;

/// A known name inside a cell: tokens [first, last), brackets after it included.
struct Edge {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t words = 0;
};

class Knowledge {
  public:
    Knowledge(const Reading& reading, const lexicon::Dictionary& dictionary)
        : reading_(reading), dictionary_(dictionary) {}

    /// The slice is a known name (no spelling correction).
    [[nodiscard]] bool knows(std::uint32_t first, std::uint32_t last);
    /// The slice is a known name or a safe correction of one.
    [[nodiscard]] bool nearly_knows(std::uint32_t first, std::uint32_t last);
    /// The clean name of the slice; hyphens at line ends are undone where the dictionary knows the word without.
    [[nodiscard]] std::string name(std::uint32_t first, std::uint32_t last);
    /// Who the slice is: the INCI name, empty where unknown.
    [[nodiscard]] std::string_view identity(std::uint32_t first, std::uint32_t last);
    /// The slice is no name but begins one: "Sodium".
    [[nodiscard]] bool begins_name(std::uint32_t first, std::uint32_t last) const;
    /// The word occurs in names of ingredients.
    [[nodiscard]] bool knows_word(std::uint32_t token);
    /// All known names within [first, last) that begin at a word and end at a word.
    [[nodiscard]] std::vector<Edge> edges(std::uint32_t first, std::uint32_t last) const;

    [[nodiscard]] const lexicon::Dictionary& dictionary() const { return dictionary_; }

  private:
    struct Fact {
        std::optional<bool> known;
        std::optional<bool> nearly;
        std::optional<std::string> identity;
    };
    [[nodiscard]] Fact& fact(std::uint32_t first, std::uint32_t last, std::string& name);
    /// "Ceteareth\n20": where a line end took the hyphen that the INCI name has before a number, it comes back.
    void restore_hyphen(std::string& name, std::uint32_t first, std::uint32_t last) const;
    /// Appends the token to a normal form; false where a name cannot go on over it.
    [[nodiscard]] bool append(std::string& normal, std::uint32_t token) const;

    const Reading& reading_;
    const lexicon::Dictionary& dictionary_;
    std::unordered_map<std::string, Fact> facts_;
    std::unordered_map<std::uint64_t, bool> words_;
};

}  // namespace incilint::label
