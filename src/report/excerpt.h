// report/excerpt.h: the line of a label on which something stands, with carets under it.
// Promises: time and size bounded by the width, however long the line is; text is escaped; carets stand under the same
// columns as the text they mean.
// Must not know: findings, files.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/text.h"

namespace incilint::report {

struct Excerpt {
    std::string line;    ///< escaped; cut to a window around the span, with an ellipsis at a cut
    std::string carets;  ///< blanks, then one ^ a column
};

/// `columns` is the width of the window. An empty span gets one caret.
[[nodiscard]] Excerpt excerpt(std::string_view text, base::Span span, std::size_t columns);

}  // namespace incilint::report
