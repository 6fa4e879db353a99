// yaml/places.h: characters from the start of a text → lines, columns and bytes.
// Promises: all look-ups together are O(text) as long as they grow, as a reader's do.
// Must not know: YAML.
#pragma once

#include <cstddef>
#include <string_view>

#include "yaml/document.h"

namespace incilint::yaml {

class Places {
  public:
    /// `before`: bytes that stand before `text` in the input (its byte order mark).
    Places(std::string_view text, std::size_t before) : text_(text), before_(before) {}
    /// The place of the character that `characters` stand in front of, at most the end of the text.
    Mark at(std::size_t characters) {
        if (characters < characters_) *this = Places(text_, before_);
        for (; characters_ < characters && at_ < text_.size(); ++characters_) {
            const bool line_ends = text_[at_] == '\n';
            do {
                ++at_;
            } while (at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xc0U) == 0x80U);
            line_ += line_ends ? 1 : 0;
            column_ = line_ends ? 1 : column_ + 1;
        }
        return {line_, column_, before_ + at_};
    }

  private:
    std::string_view text_;
    std::size_t before_ = 0;
    std::size_t at_ = 0;
    std::size_t characters_ = 0;
    int line_ = 1;
    int column_ = 1;
};

}  // namespace incilint::yaml
