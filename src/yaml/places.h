// yaml/places.h: byte offsets → lines and columns.
// Promises: all look-ups together are O(text) as long as the offsets grow, as a reader's do.
// Must not know: YAML.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "yaml/document.h"

namespace incilint::yaml {

/// Byte offsets → marks, for offsets that mostly grow: O(text) for all of them together.
class Places {
  public:
    /// `before`: bytes that stand before `text` in the input (its byte order mark).
    Places(std::string_view text, std::size_t before) : text_(text), before_(before) {}
    Mark at(std::size_t offset) {
        offset = std::min(offset, text_.size());
        if (offset < at_) *this = Places(text_, before_);
        for (; at_ < offset; ++at_) {
            const auto byte = static_cast<unsigned char>(text_[at_]);
            if (byte == '\n') {
                ++line_;
                column_ = 1;
            } else if ((byte & 0xc0U) != 0x80U) {
                ++column_;
            }
        }
        return {line_, column_, before_ + offset};
    }

  private:
    std::string_view text_;
    std::size_t before_ = 0;
    std::size_t at_ = 0;
    int line_ = 1;
    int column_ = 1;
};

}  // namespace incilint::yaml
