// yaml/trace.h: where each byte of a scalar's value stands in the text: through quotes, escapes, folded lines and the
// indentation of block scalars.
// Promises: pieces ascend in both; linear in the scalar; where value and text cannot be told together any more the last
// piece is as far as it goes.
// Must not know: libyaml, what the value means.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "yaml/document.h"

namespace incilint::yaml {

/// From byte `value` of the scalar on, its bytes stand at byte `text` of the file on, one for one up to the next piece.
struct Piece {
    std::size_t value = 0;
    std::size_t text = 0;
    friend bool operator==(const Piece&, const Piece&) = default;
};

/// `text` is what parse was given, `node` a scalar of it (an alias leads to its anchor's text).
[[nodiscard]] std::vector<Piece> trace(std::string_view text, const Node& node);

}  // namespace incilint::yaml
