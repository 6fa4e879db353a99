#include "label/slice_memo.h"

#include <algorithm>

namespace incilint::label {

SliceFact* SliceMemo::of(std::uint64_t print, std::string_view text) {
    if (2 * facts_.size() >= slots_.size()) grow();
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = print & mask;; at = (at + 1) & mask) {
        Slot& slot = slots_[at];
        if (slot.fact == nullptr) {
            if (full()) return nullptr;
            slot = {print, &facts_.emplace_back()};
            slot.fact->size = static_cast<std::uint16_t>(text.size());
            if (text.size() <= SliceFact::most_inside) {
                std::copy(text.begin(), text.end(), slot.fact->inside.begin());
            } else {
                rest_of(*slot.fact).text = text;
            }
            return slot.fact;
        }
        if (slot.print == print && slot.fact->text() == text) return slot.fact;
    }
}

SliceFact::Rest& SliceMemo::rest_of(SliceFact& fact) {
    if (fact.rest == nullptr) fact.rest = &rests_.emplace_back();
    return *fact.rest;
}

void SliceMemo::grow() {
    constexpr std::size_t least = 64;
    std::vector<Slot> old(slots_.empty() ? least : 2 * slots_.size());
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.fact == nullptr) continue;
        std::size_t at = slot.print & mask;
        while (slots_[at].fact != nullptr) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

void SliceMemo::forget() {
    slots_.clear();
    facts_.clear();
    rests_.clear();
}

}  // namespace incilint::label
