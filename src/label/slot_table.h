// label/slot_table.h: what is kept under 64-bit prints: open addressing, a line of cache for most look-ups.
// Promises: what is kept stays until clear() or retain(); two things of one print are told apart by the caller.
// Must not know: what is kept, how prints are made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace incilint::label {

/// `Kept` is small and has a value, Kept{}, that says "nothing".
template <class Kept>
class SlotTable {
  public:
    /// What is kept under `print` and is `same`; else what `make` gives, which is kept from now on unless it is
    /// nothing.
    template <class Same, class Make>
    Kept find_or(std::uint64_t print, const Same& same, const Make& make) {
        if (2 * count_ >= slots_.size()) grow();
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t at = print & mask;; at = (at + 1) & mask) {
            Slot& slot = slots_[at];
            if (slot.kept == Kept{}) {
                slot = {print, make()};
                count_ += slot.kept == Kept{} ? 0U : 1U;
                return slot.kept;
            }
            if (slot.print == print && same(slot.kept)) return slot.kept;
        }
    }

    /// The memory of a slot that will be asked for is fetched ahead.
    void fetch(std::uint64_t print) const {
        if (!slots_.empty()) __builtin_prefetch(&slots_[print & (slots_.size() - 1)]);
    }
    /// What stands where `print` would be looked for first: perhaps that of another print.
    [[nodiscard]] Kept peek(std::uint64_t print) const {
        return slots_.empty() ? Kept{} : slots_[print & (slots_.size() - 1)].kept;
    }

    [[nodiscard]] std::size_t size() const { return count_; }
    void clear() {
        slots_.clear();
        count_ = 0;
    }
    template <class Each>
    void each(const Each& each) const {
        for (const Slot& slot : slots_)
            if (slot.kept != Kept{}) each(slot.kept);
    }
    /// What `stays` says no to is kept no longer.
    template <class Stays>
    void retain(const Stays& stays) {
        for (Slot& slot : slots_) {
            if (slot.kept == Kept{} || stays(slot.kept)) continue;
            slot.kept = Kept{};
            --count_;
        }
        settle(slots_.size());  // what stood behind a gap is not found over it
    }

  private:
    struct Slot {
        std::uint64_t print = 0;
        Kept kept{};
    };

    void grow() {
        constexpr std::size_t least = 64;
        settle(slots_.empty() ? least : 2 * slots_.size());
    }
    /// Puts what is kept into a table of `size` slots, a power of two or none.
    void settle(std::size_t size) {
        std::vector<Slot> old(size);
        old.swap(slots_);
        const std::size_t mask = slots_.size() - 1;
        for (const Slot& slot : old) {
            if (slot.kept == Kept{}) continue;
            std::size_t at = slot.print & mask;
            while (slots_[at].kept != Kept{}) at = (at + 1) & mask;
            slots_[at] = slot;
        }
    }

    std::vector<Slot> slots_;  ///< at most half full
    std::size_t count_ = 0;
};

}  // namespace incilint::label
