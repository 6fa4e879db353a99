// label/memo.h: what the dictionary said of names, remembered from one label to the next.
// Promises: a pure function of (name, dictionary), so that it can never change an answer; bounded memory; references
// stay good until forget_if_full.
// Must not know: labels.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "label/slice_memo.h"
#include "label/slot_table.h"
#include "lexicon/ingredient.h"

namespace incilint::label {

/// What is known of one name, as far as it was asked.
struct NameFact {
    enum class Answer : std::uint8_t { not_asked, no, yes };
    Answer known = Answer::not_asked;         ///< a name, without spelling correction
    Answer nearly = Answer::not_asked;        ///< a name, or a safe correction of one
    Answer begins = Answer::not_asked;        ///< a known name goes on where this one ends
    std::optional<lexicon::IngredientId> id;  ///< whose name it is, where it is known …
    std::string built;                        ///< … or what INCI name its structure makes
};

class NameMemo {
  public:
    /// Holds about `most_names` names, and those of one label more.
    explicit NameMemo(std::size_t most_names = std::size_t{1} << 17) : most_names_(most_names), slices_(most_names) {}

    /// `stays`: the bytes of the name stay until forget_if_full, as those in slices() do; else they are copied.
    [[nodiscard]] NameFact& of(std::string_view name, bool stays = false) {
        const auto same = [name](const Named* one) { return one->name == name; };
        return named_
            .find_or(base::hash64(name), same,
                     [&] {
                         const std::string_view kept = stays ? name : std::string_view(copies_.emplace_back(name));
                         return &names_.emplace_back(Named{kept, {}});
                     })
            ->fact;
    }
    /// The word of this hash occurs in names, as `ask` says the first time.
    template <class Ask>
    [[nodiscard]] bool word(std::uint64_t hash, const Ask& ask) {
        using Answer = NameFact::Answer;
        const auto same = [](Answer) { return true; };
        return words_.find_or(hash, same, [&] { return ask() ? Answer::yes : Answer::no; }) == Answer::yes;
    }
    /// What was found of slices; they know names of this memo.
    [[nodiscard]] SliceMemo& slices() { return slices_; }

    /// Names asked for so far.
    [[nodiscard]] std::size_t size() const { return names_.size(); }

    /// Between two labels: starts anew once there are more names than a catalog's worth.
    void forget_if_full() {
        if (names_.size() > most_names_ || slices_.full()) {
            slices_.forget();
            named_.clear();
            names_.clear();
            copies_.clear();
        }
        if (words_.size() > most_names_) words_.clear();
    }

  private:
    struct Named {
        std::string_view name;
        NameFact fact;
    };
    std::size_t most_names_;
    SliceMemo slices_;
    SlotTable<Named*> named_;  ///< by the hash of the name
    std::deque<Named> names_;
    std::deque<std::string> copies_;
    SlotTable<NameFact::Answer> words_;  ///< by the hash of the token
};

}  // namespace incilint::label
