#include <algorithm>
#include <array>

#include "scan/slices.h"

namespace incilint::scan {

void SliceRow::gather(const SliceMemo& memo) {
    // One behind the last is written and not kept.
    if (room_.size() <= slots.size()) room_.resize(2 * slots.size() + 1);
    if (++turn_ == 0) last_turn_ = {}, turn_ = 1;
    match::LeanEntry* entry = room_.data();
    const PrintedNames& names = memo.names();
    stray = repeated = false;
    for (std::uint32_t i = 0; i < slots.size(); ++i) {
        const SliceMemo::Slot& slot = *slots[i];
        stray |= slot.stray;
        std::uint16_t& last_turn = last_turn_[slot.same % last_turn_.size()];
        if (last_turn == turn_) repeated |= is_repeated(i);
        last_turn = turn_;
        // No branch: which names rules speak of cannot be guessed. What others point to is always near.
        names.fetch(slot.name);
        *entry = {&memo.facts(slot), i, slot.recognised, slot.read};
        entry += slot.asked;
    }
    asked_ = static_cast<std::size_t>(entry - room_.data());
}

bool SliceRow::is_repeated(std::size_t at) const {
    return std::any_of(slots.begin(), slots.begin() + static_cast<std::ptrdiff_t>(at),
                       [&](const SliceMemo::Slot* other) { return other->same == slots[at]->same; });
}

SliceMemo::State SliceMemo::look_up(std::span<const std::string_view> slices, SliceRow& row) {
    const std::size_t count = slices.size();
    if (hashes_.size() < count) hashes_.resize(count);
    row.slots.resize(count);
    std::uint64_t* const hashes = hashes_.data();
    for (std::size_t i = 0; i < count; ++i) {
        hashes[i] = slice_hash(slices[i]);
        __builtin_prefetch(&slots_[hashes[i] & mask_]);
    }
    const Slot** const found = row.slots.data();
    State least = State::sure;
    for (std::size_t i = 0; i < count; ++i) {
        Slot& slot = find(slices[i], hashes[i]);
        least = std::min(least, slot.state);
        if (!slot.used && slot.state > State::unfit) slot.used = true;  // most are: their lines stay clean
        found[i] = &slot;
    }
    if (least > State::unfit) {
        row.gather(*this);
        return least;
    }
    const bool unfit = std::ranges::any_of(row.slots, [](const Slot* slot) { return slot->state == State::unfit; });
    return unfit ? State::unfit : prove_new(slices, row);
}

}  // namespace incilint::scan
