// scan/slices.h: what the slices of plain lists turned out to be: an exact memo in front of reader and judge.
// Promises: exact: an answer is given for the very bytes it was found for; bounded; a pure function of the slice, so
// that what is remembered changes no answer; one cache line a slice, asked for a row at a time so that memory is waited
// for once. One owner. Must not know: rows, output.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/long_vector.h"
#include "label/plain.h"
#include "match/lean.h"
#include "scan/fact_table.h"
#include "scan/printed_names.h"
#include "scan/slice_bytes.h"

namespace incilint::scan {

class SliceRow;

class SliceMemo {
  public:
    /// `names`: about how many slices are kept. `plain_names`: as in Plan (scan/worker.h).
    SliceMemo(const match::Program& program, const lexicon::RecogniseOptions& options, std::size_t names,
              lexicon::RecogniseMemo& shared, std::string_view plain_names);

    /// `unseen`: it was met in one row, or only what rules say of an entry of this name was asked. Names that come once
    /// are many, and a proof costs more than the reader needs for them: it waits for a second row.
    enum class State : std::uint8_t { nothing, unseen, unfit, guess, sure };
    struct alignas(64) Slot {
        static constexpr std::size_t inline_bytes = 40;
        char key[inline_bytes];  ///< the slice, or where it stands in `long_`
        std::uint32_t tag;
        std::uint32_t facts;  ///< number in a FactTable; 0: rules have no word to say of it
        std::uint32_t name;   ///< the name to print where rules have one, or nothing knows it
        std::uint32_t same;  ///< of the folded name's hash: other numbers are other names, equal ones duplicate entries
        std::uint32_t guess;  ///< number of what is known of it where nothing knows it; `unseen`: the row it was met in
        std::uint8_t size;
        State state;
        bool recognised : 1;
        bool read : 1;
        bool named : 1;  ///< `facts`, `name` and the two before are filled
        bool used : 1;   ///< it was met again
        bool stray : 1;  ///< PlainSlice::stray
        bool other : 1;  ///< its name is not its bytes
        bool asked : 1;  ///< judge has something to ask: rules speak of it, or nothing knows it
    };
    static_assert(sizeof(Slot) == 64);

    [[nodiscard]] bool usable() const { return usable_; }
    /// Before a block: where there is no more room, forgets what was met once. Numbers of names are good until then.
    void make_room();

    void begin_row() { ++row_number_; }
    /// The slices as slots: `sure` where all of them are, `guess` where all are plain, else `unfit`. New ones are
    /// looked into only where all others are plain or new. The row is good until the next call.
    [[nodiscard]] State look_up(std::span<const std::string_view> slices, SliceRow& row);

    /// Which slices are known names, printed as they are called, that mean the same on every label. New slices are
    /// looked into only behind such a name, as those of a text are many and come once.
    void find_sure(std::span<const std::string_view> slices, std::vector<bool>& sure);

    /// What rules say of an entry of this clean name, whatever slice it stands in; null where there is no room for it.
    [[nodiscard]] const Slot* named(std::string_view name);

    /// Empty where rules have no word to say of it.
    [[nodiscard]] const match::LeanFacts& facts(const Slot& slot) const { return facts_[slot.facts]; }
    [[nodiscard]] PrintedNames& names() { return names_; }
    [[nodiscard]] const PrintedNames& names() const { return names_; }
    [[nodiscard]] const label::PlainSlice& guess(const Slot& slot) const { return guesses_[slot.guess]; }
    [[nodiscard]] match::Lean& lean() { return lean_; }
    [[nodiscard]] label::PlainReader& reader() { return *reader_; }

  private:
    [[nodiscard]] static std::string_view key(const Slot& slot, const std::string& long_slices);
    [[nodiscard]] Slot& find(std::string_view slice, std::uint64_t hash);
    [[nodiscard]] bool has_room() const { return used_ + used_ / 4 < room_; }
    void enter(Slot& slot, std::string_view slice, std::uint64_t hash);
    /// False: it must be met in another row first, or there is no room.
    [[nodiscard]] bool prove_now(Slot& slot, std::string_view slice, std::uint64_t hash);
    void prove(Slot& slot, std::string_view slice);
    [[nodiscard]] State prove_new(std::span<const std::string_view> slices, SliceRow& row);
    [[nodiscard]] bool resolve(Slot& slot, const std::string& name);
    [[nodiscard]] bool is_plain_name(std::string_view slice);

    match::Program program_;
    match::Matcher matcher_;
    lexicon::RecogniseOptions options_;
    lexicon::RecogniseMemo& shared_;
    std::string_view plain_names_;
    match::Lean lean_;
    std::optional<label::PlainReader> reader_;
    bool usable_ = false;
    std::size_t most_ = 0;
    std::size_t room_ = 0;
    std::size_t used_ = 0;
    std::uint32_t row_number_ = 0;
    std::uint64_t mask_ = 0;
    base::LongVector<Slot> slots_;  ///< always a large block: its pages are few, its lines those of the cache
    std::string long_;              ///< slices that are too long for a slot
    FactTable facts_;
    PrintedNames names_;
    std::vector<label::PlainSlice> guesses_;
    std::vector<std::uint64_t> hashes_;
};

/// The slices of a row, looked up, and what all of them come to. Vectors keep their room from row to row.
class SliceRow {
  public:
    std::vector<const SliceMemo::Slot*> slots;
    bool stray = false;     ///< one of them is PlainSlice::stray
    bool repeated = false;  ///< two of them are one name, or may be

    /// Those that judge has something to ask of.
    [[nodiscard]] std::span<const match::LeanEntry> entries() const { return {room_.data(), asked_}; }
    /// Works the rest out of `slots`.
    void gather(const SliceMemo& memo);

  private:
    [[nodiscard]] bool is_repeated(std::size_t at) const;
    std::vector<match::LeanEntry> room_;  ///< never shrinks
    std::size_t asked_ = 0;
    std::array<std::uint16_t, 2048> last_turn_{};  ///< of a name, by the last digits of Slot::same
    std::uint16_t turn_ = 0;                       ///< of this row
};

/// The slice that a slot was made for.
[[gnu::always_inline]] inline std::string_view SliceMemo::key(const Slot& slot, const std::string& long_slices) {
    if (slot.size <= Slot::inline_bytes) return {slot.key, slot.size};
    return {long_slices.data() + load<std::uint32_t>(slot.key), slot.size};
}

/// The slot of the slice, or an empty one for it.
[[gnu::always_inline]] inline SliceMemo::Slot& SliceMemo::find(std::string_view slice, std::uint64_t hash) {
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    for (std::uint64_t at = hash & mask_;; at = (at + 1) & mask_) {
        Slot& slot = slots_[at];
        if (slot.tag == tag && slot.size == slice.size() &&
            same_bytes(key(slot, long_).data(), slice.data(), slice.size()) && slot.state != State::nothing)
            return slot;
        if (slot.state == State::nothing) return slot;
    }
}

}  // namespace incilint::scan
