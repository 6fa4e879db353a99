// scan/slices.h: what the slices of plain lists turned out to be: an exact memo in front of reader and judge.
// Promises: exact: an answer is given for the very bytes it was found for; bounded; a pure function of the slice, so
// that what is remembered changes no answer; one cache line a slice, asked for a row at a time so that memory is waited
// for once. One owner. Must not know: rows, output.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/long_vector.h"
#include "label/plain.h"
#include "match/lean.h"

namespace incilint::scan {

/// A name that result rows and sums print.
struct alignas(64) PrintedName {
    std::string text;
    std::optional<lexicon::IngredientId> id;
    bool plain_cell = false;    ///< stands in a list of names of a CSV cell as it is (report/csv.h)
    bool quotes = false;        ///< a cell that holds it wants quotes
    std::uint32_t flagged = 0;  ///< findings in this block
    std::uint32_t credited = 0;
};

class SliceMemo {
  public:
    /// `names`: about how many slices are kept.
    SliceMemo(const match::Program& program, const lexicon::RecogniseOptions& options, std::size_t names);

    /// `unseen`: only what rules say of an entry of this name was asked.
    enum class State : std::uint8_t { nothing, unseen, unfit, guess, sure };
    struct alignas(64) Slot {
        static constexpr std::size_t inline_bytes = 40;
        char key[inline_bytes];  ///< the slice, or where it stands in `long_`
        std::uint32_t tag;
        std::uint32_t facts;  ///< number + 1; 0: none
        std::uint32_t name;   ///< the name to print
        std::uint32_t same;   ///< number of the folded name: equal numbers are duplicate entries
        std::uint32_t guess;  ///< number of what is known of it where nothing knows it
        std::uint8_t size;
        State state;
        bool recognised : 1;
        bool read : 1;
        bool named : 1;  ///< `facts`, `name` and the two before are filled
        bool used : 1;   ///< it was met again
        bool stray : 1;  ///< PlainSlice::stray
        bool other : 1;  ///< its name is not its bytes
    };
    static_assert(sizeof(Slot) == 64);

    [[nodiscard]] bool usable() const { return usable_; }
    /// Before a block: where there is no more room, forgets what was met once. Numbers of names are good until then.
    void make_room();

    /// The slices as slots: `sure` where all of them are, `guess` where all are plain, else `unfit`. New ones are
    /// looked into only where all others are plain or new. The slots are good until the next call.
    [[nodiscard]] State look_up(const std::vector<std::string_view>& slices, std::vector<const Slot*>& slots);

    /// Which slices are known names, printed as they are called, that mean the same on every label. New slices are
    /// looked into only behind such a name, as those of a text are many and come once.
    void find_sure(const std::vector<std::string_view>& slices, std::vector<bool>& sure);

    /// What rules say of an entry of this clean name, whatever slice it stands in; null where there is no room for it.
    [[nodiscard]] const Slot* named(std::string_view name);

    [[nodiscard]] const match::LeanFacts* facts(const Slot& slot) const {
        return slot.facts == 0 ? nullptr : &facts_[slot.facts - 1];
    }
    /// What judge and output will ask of the slot is fetched ahead.
    void fetch(const Slot& slot) const {
        if (slot.facts == 0) return;
        __builtin_prefetch(&facts_[slot.facts - 1]);
        __builtin_prefetch(&names_[slot.name]);
    }
    [[nodiscard]] PrintedName& name(std::uint32_t number) { return names_[number]; }
    [[nodiscard]] const PrintedName& name(std::uint32_t number) const { return names_[number]; }
    [[nodiscard]] const label::PlainSlice& guess(const Slot& slot) const { return guesses_[slot.guess]; }
    [[nodiscard]] match::Lean& lean() { return lean_; }
    [[nodiscard]] label::PlainReader& reader() { return *reader_; }

  private:
    [[nodiscard]] static std::string_view key(const Slot& slot, const std::string& long_slices);
    [[nodiscard]] bool holds(const Slot& slot, std::string_view slice) const;
    [[nodiscard]] Slot& find(std::string_view slice, std::uint64_t hash);
    [[nodiscard]] bool has_room() const { return used_ + used_ / 4 < room_; }
    void enter(Slot& slot, std::string_view slice, std::uint64_t hash);
    void prove(Slot& slot, std::string_view slice);
    [[nodiscard]] State prove_new(const std::vector<std::string_view>& slices, std::vector<const Slot*>& slots);
    [[nodiscard]] bool resolve(Slot& slot, const std::string& name);
    [[nodiscard]] std::uint32_t same_as(std::uint64_t hash);
    [[nodiscard]] std::uint32_t printed(const std::string& text, std::optional<lexicon::IngredientId> id);

    match::Program program_;
    match::Matcher matcher_;
    lexicon::RecogniseOptions options_;
    match::Lean lean_;
    std::optional<label::PlainReader> reader_;
    bool usable_ = false;
    std::size_t most_ = 0;
    std::size_t room_ = 0;
    std::size_t used_ = 0;
    std::uint64_t mask_ = 0;
    base::LongVector<Slot> slots_;  ///< always a large block: its pages are few, its lines those of the cache
    std::string long_;              ///< slices that are too long for a slot
    std::vector<match::LeanFacts> facts_;
    std::vector<PrintedName> names_;
    std::unordered_map<std::string, std::uint32_t> number_of_name_;
    std::unordered_map<std::uint64_t, std::uint32_t> number_of_hash_;  ///< PlainSlice::name_hash → Slot::same
    std::vector<label::PlainSlice> guesses_;
    std::vector<std::uint64_t> hashes_;
};

}  // namespace incilint::scan
