// report/places.h: where the bytes of a label stand in the file it came from.
// Promises: 1-based lines and columns, columns in code points; an empty span is a place.
// Must not know: output formats.
#pragma once

#include <optional>

#include "base/text.h"
#include "report/run.h"

namespace incilint::report {

class Places {
  public:
    explicit Places(const Input& input) : input_(input) {
        if (!input.locate) own_.emplace(input.text);
    }
    [[nodiscard]] base::Position at(std::size_t byte) const { return own_ ? own_->at(byte) : input_.locate(byte); }

  private:
    const Input& input_;
    std::optional<base::LineIndex> own_;  ///< where the input is the file itself
};

}  // namespace incilint::report
