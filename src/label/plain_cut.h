// label/plain_cut.h: cuts plain lists into slices.
// Promises: a cut stands only where the reader cuts too, whatever else the label says; one pass, memory is kept from
// text to text.
// Must not know: the dictionary, what slices mean.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace incilint::label {

/// Neighbours of one text as one slice: from the beginning of the first to the end of the second.
[[nodiscard]] inline std::string_view taken_together(std::string_view first, std::string_view second) {
    return {first.data(), static_cast<std::size_t>(second.data() + second.size() - first.data())};
}

class PlainCut {
  public:
    /// Cuts a text at its commas, with the blank around them, where the reader cuts it too whatever else it says; other
    /// commas stay in their slices. The last slice loses the full stop of the list. False: this is no plain list at
    /// first sight.
    [[nodiscard]] bool cut(std::string_view text);
    /// Good until the next cut; they point into the text.
    [[nodiscard]] std::span<const std::string_view> slices() const { return {room_.data(), count_}; }
    /// Slice `at` and the next become one.
    void join(std::size_t at);

  private:
    std::vector<std::string_view> room_;  ///< never shrinks: most rows fill it with what is in the nearest memory
    std::size_t count_ = 0;
};

}  // namespace incilint::label
