// dice.h: random numbers of tests, the same on every machine.
// Promises: a linear congruential generator (Knuth's MMIX constants); a seed gives one sequence for good.
// Must not know: what is drawn.
#pragma once

#include <cstddef>
#include <cstdint>

namespace incilint::test {

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    /// 0 … sides - 1.
    std::size_t roll(std::size_t sides) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state_ >> 33) % sides;
    }
    template <class Items>
    const auto& one_of(const Items& items) {
        return items[roll(items.size())];
    }

  private:
    std::uint64_t state_;
};

}  // namespace incilint::test
