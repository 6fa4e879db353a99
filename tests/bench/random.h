// bench/random.h: the same numbers on every machine.
// Promises: splitmix64; a seed gives one sequence for good. Must not know: what is drawn.
#pragma once

#include <cstddef>
#include <cstdint>

namespace incilint::bench {

struct Random {
    std::uint64_t state;
    std::uint64_t next() {
        std::uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
    /// In [0, 1).
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    bool chance(double share) { return unit() < share; }
};

}  // namespace incilint::bench
