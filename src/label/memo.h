// label/memo.h: what the dictionary said of names, remembered from one label to the next.
// Promises: a pure function of (name, dictionary), so that it can never change an answer; bounded memory; references
// stay good until forget_if_full.
// Must not know: labels.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/hash.h"
#include "label/slice_memo.h"

namespace incilint::label {

/// What is known of one name, as far as it was asked.
struct NameFact {
    enum class Answer : std::uint8_t { not_asked, no, yes };
    Answer known = Answer::not_asked;   ///< a name, without spelling correction
    Answer nearly = Answer::not_asked;  ///< a name, or a safe correction of one
    Answer begins = Answer::not_asked;  ///< a known name goes on where this one ends
    bool has_identity = false;
    std::string identity;  ///< the INCI name; empty where unknown
};

class NameMemo {
  public:
    /// Holds about `most_names` names, and those of one label more.
    explicit NameMemo(std::size_t most_names = std::size_t{1} << 17) : most_names_(most_names), slices_(most_names) {}

    [[nodiscard]] NameFact& of(std::string_view name) {
        const auto found = names_.find(name);
        return found != names_.end() ? found->second : names_.try_emplace(std::string(name)).first->second;
    }
    [[nodiscard]] NameFact::Answer& word(std::uint64_t hash) { return words_[hash]; }
    /// What was found of slices; they know names of this memo.
    [[nodiscard]] SliceMemo& slices() { return slices_; }

    /// Names asked for so far.
    [[nodiscard]] std::size_t size() const { return names_.size(); }

    /// Between two labels: starts anew once there are more names than a catalog's worth.
    void forget_if_full() {
        if (names_.size() > most_names_ || slices_.full()) {
            slices_.forget();
            names_.clear();
        }
        if (words_.size() > most_names_) words_.clear();
    }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view name) const { return static_cast<std::size_t>(base::hash64(name)); }
    };
    std::size_t most_names_;
    SliceMemo slices_;
    std::unordered_map<std::string, NameFact, Hash, std::equal_to<>> names_;
    std::unordered_map<std::uint64_t, NameFact::Answer> words_;  ///< the word occurs in names
};

}  // namespace incilint::label
