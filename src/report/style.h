// report/style.h: colours, widths and cut-outs of text for people.
// Promises: untrusted text only ever comes out escaped (base::printable); without colour there is no escape sequence at
// all; widths are terminal columns, linear time.
// Must not know: terminals (it is told whether to colour), what is reported.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "rules/rule.h"

namespace incilint::report {

struct TextStyle {
    bool colour = false;
    std::size_t width = 100;  ///< columns that a line should keep to
    bool brief = false;       ///< no sums, no closing lines
};

enum class Hue : std::uint8_t { plain, bold, dim, red, yellow, green, cyan };
[[nodiscard]] Hue hue_of(rules::Severity severity);
/// The text in a colour; the text must be printable already.
[[nodiscard]] std::string paint(const TextStyle& style, Hue hue, std::string_view text);

/// Columns of a printable text: combining marks 0, East Asian wide characters and emoji 2, others 1.
[[nodiscard]] std::size_t display_width(std::string_view text);
/// The longest beginning of at most `columns`.
[[nodiscard]] std::string_view head(std::string_view text, std::size_t columns);
/// The longest end of at most `columns`.
[[nodiscard]] std::string_view tail(std::string_view text, std::size_t columns);
/// The text escaped and, where it is longer than `columns`, cut with an ellipsis.
[[nodiscard]] std::string shown(std::string_view untrusted, std::size_t columns = 200);
/// The text filled up with blanks to `columns`.
[[nodiscard]] std::string padded(std::string_view text, std::size_t columns);

/// Lines of words, each at most `columns` wide where words allow; `indent` blanks before the second line and all later.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent);

}  // namespace incilint::report
