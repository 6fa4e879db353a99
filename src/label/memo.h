// label/memo.h: what the dictionary said of names, remembered from one label to the next.
// Promises: a pure function of (name, dictionary), so that it can never change an answer; bounded memory; references
// stay good until begin_label.
// Must not know: labels.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "label/pool.h"
#include "label/slice_memo.h"
#include "label/slot_table.h"
#include "lexicon/ingredient.h"
#include "lexicon/recognise_memo.h"

namespace incilint::label {

/// What is known of one name, as far as it was asked.
struct NameFact {
    enum class Answer : std::uint8_t { not_asked, no, yes };
    Answer known = Answer::not_asked;         ///< a name, without spelling correction
    Answer nearly = Answer::not_asked;        ///< a name, or a safe correction of one
    Answer begins = Answer::not_asked;        ///< a known name goes on where this one ends
    bool held = false;                        ///< by a slice that is kept, while others are forgotten
    std::optional<lexicon::IngredientId> id;  ///< whose name it is, where it is known …
    std::string built;                        ///< … or what INCI name its structure makes
    std::string_view name;
};

class NameMemo {
  public:
    /// Holds about `most_names` names, and those of one label more; what so many labels, of the usual length, did not
    /// ask for again goes before. `shared`: whom others ask too, if anybody.
    explicit NameMemo(std::size_t most_names = std::size_t{1} << 17, lexicon::RecogniseMemo* shared = nullptr)
        : most_names_(most_names), slices_(most_names), shared_(shared) {}

    /// `stays`: the bytes of the name stay until begin_label, as those in slices() do; else they are copied.
    [[nodiscard]] NameFact& of(std::string_view name, bool stays = false) {
        const auto same = [name](const NameFact* one) { return one->name == name; };
        return *named_.find_or(base::hash64(name), same, [&] {
            NameFact& fact = facts_.take();
            fact.name = stays ? name : std::string_view(copies_.emplace_back(name));
            return &fact;
        });
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

    [[nodiscard]] lexicon::RecogniseMemo* shared() const { return shared_; }

    /// Names that are remembered.
    [[nodiscard]] std::size_t size() const { return named_.size(); }

    /// Between two labels: where there are more names than a catalog's worth, forgets those that one label alone asked
    /// for.
    void begin_label() {
        slices_.begin_label();
        constexpr std::size_t names_a_label = 40;
        if (named_.size() > most_names_ || slices_.full() || ++labels_ > most_names_ / names_a_label) forget_rare();
        if (words_.size() > most_names_) words_.clear();
    }

  private:
    void forget_rare();

    std::size_t most_names_;
    std::size_t labels_ = 0;  ///< since it forgot last
    SliceMemo slices_;
    SlotTable<NameFact*> named_;  ///< by the hash of the name
    Pool<NameFact> facts_;
    std::deque<std::string> copies_;
    SlotTable<NameFact::Answer> words_;  ///< by the hash of the token
    lexicon::RecogniseMemo* shared_;
};

}  // namespace incilint::label
