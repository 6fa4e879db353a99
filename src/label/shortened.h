// label/shortened.h: reads a label without most of the known names in the midst of its list.
// Promises: where it answers, the answer is that of Reader::read, byte for byte; it answers nothing where it cannot
// prove so. What stands around the list, and odd names in it, are read by the reader as ever, beside the names next to
// them. Must not know: rules, how slices were proven.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "label/read.h"

namespace incilint::label {

/// One owner; keeps its memory from label to label.
class ShortReader {
  public:
    /// `slices` stand in the text, in their order (label/plain.h cuts them); `sure[i]`: PlainSlice::sure of a slice
    /// whose name is its own bytes.
    [[nodiscard]] std::optional<Label> read(Reader& reader, std::string_view text,
                                            std::span<const std::string_view> slices, const std::vector<bool>& sure);

  private:
    /// Slices [first, last) that are left out; `at`: where they would stand in the shortened text.
    struct Gap {
        std::size_t first = 0;
        std::size_t last = 0;
        std::size_t at = 0;
    };
    void find_gaps(std::span<const std::string_view> slices, const std::vector<bool>& sure);
    [[nodiscard]] bool fill(Label& label, std::string_view text, std::span<const std::string_view> slices,
                            const Gap& gap) const;

    std::vector<Gap> gaps_;
    std::vector<std::size_t> places_;
    std::string short_;
};

}  // namespace incilint::label
