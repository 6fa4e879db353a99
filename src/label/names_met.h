// label/names_met.h: whether a name of a label stood in it before, as far as that is seen at once.
// Promises: constant time a name; "no" is sure, "yes" may be an accident of hashes or of many names.
// Must not know: what the names are.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace incilint::label {

/// By hashes that are the same for names that differ but in capitals; so many names that it grew full count as "yes".
class NamesMet {
  public:
    void add(std::uint64_t hash) {
        again_ = again_ || 2 * ++count_ > slots_.size();
        if (again_) return;
        std::size_t at = (hash >> 2) % slots_.size();  // its lowest bits are the same for all words
        while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) % slots_.size();
        again_ = slots_[at] == hash;
        slots_[at] = hash;
    }
    [[nodiscard]] bool again() const { return again_; }

  private:
    std::array<std::uint64_t, 256> slots_{};  // 0: empty; no name has this hash
    std::size_t count_ = 0;
    bool again_ = false;
};

}  // namespace incilint::label
