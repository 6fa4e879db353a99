#include <algorithm>
#include <array>

#include "scan/slices.h"

namespace incilint::scan {

/// What a row's names come to, one after the other.
class RowGatherer {
  public:
    using Slot = SliceMemo::Slot;
    RowGatherer(const SliceMemo& memo, SliceRow& row, std::size_t count) : memo_(memo), slots_(row.slots.data()) {
        if (row.room_.size() <= count) row.room_.resize(2 * count + 1);  // one behind the last is written and not kept
        entries_ = row.room_.data();
        for (auto& line : seen_) line = {};
    }

    [[gnu::always_inline]] void add(const Slot& slot, std::size_t at) {
        slots_[at] = &slot;
        stray_ |= slot.stray;
        std::uint64_t& word = seen_[slot.same / 512 % seen_lines][slot.same / 64 % words_a_line];
        const std::uint64_t bit = std::uint64_t{1} << slot.same % 64;
        if ((word & bit) != 0) repeated_ |= is_repeated(slot, at);
        word |= bit;
        // No branch: which names rules speak of cannot be guessed. What others point to is always near.
        const match::LeanFacts& facts = memo_.facts(slot);
        __builtin_prefetch(&facts);
        memo_.names().fetch(slot.name);
        entries_[asked_] = {&facts, static_cast<std::uint32_t>(at), slot.recognised, slot.read};
        asked_ += slot.asked;
    }

    void finish(SliceRow& row) const {
        row.asked_ = asked_;
        row.stray = stray_;
        row.repeated = repeated_;
    }

  private:
    [[nodiscard]] bool is_repeated(const Slot& slot, std::size_t at) const {
        return std::any_of(slots_, slots_ + at, [&](const Slot* other) { return other->same == slot.same; });
    }

    const SliceMemo& memo_;
    const Slot** slots_;
    match::LeanEntry* entries_ = nullptr;
    std::size_t asked_ = 0;
    bool stray_ = false;
    bool repeated_ = false;
    static constexpr std::size_t seen_lines = 4;
    static constexpr std::size_t words_a_line = 8;
    std::array<std::array<std::uint64_t, words_a_line>, seen_lines> seen_;  ///< names, folded to so many bits
};

void SliceRow::gather(const SliceMemo& memo) {
    RowGatherer gatherer(memo, *this, slots.size());
    for (std::size_t i = 0; i < slots.size(); ++i) gatherer.add(*slots[i], i);
    gatherer.finish(*this);
}

SliceMemo::State SliceMemo::look_up(std::span<const std::string_view> slices, SliceRow& row) {
    const std::size_t count = slices.size();
    if (hashes_.size() < count) hashes_.resize(count);
    row.slots.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        hashes_[i] = slice_hash(slices[i]);
        __builtin_prefetch(&slots_[hashes_[i] & mask_]);
    }
    State least = State::sure;
    RowGatherer gatherer(*this, row, count);
    for (std::size_t i = 0; i < count; ++i) {
        Slot& slot = find(slices[i], hashes_[i]);
        least = std::min(least, slot.state);
        if (!slot.used && slot.state > State::unfit) slot.used = true;  // most are: their lines stay clean
        gatherer.add(slot, i);
    }
    gatherer.finish(row);
    if (least > State::unfit) return least;
    const bool unfit = std::ranges::any_of(row.slots, [](const Slot* slot) { return slot->state == State::unfit; });
    return unfit ? State::unfit : prove_new(slices, row);
}

}  // namespace incilint::scan
