// base/text.h: UTF-8 text, spans of bytes in it, and the lines and columns that people count.
// Promises: never reads past the end; ill-formed bytes decode to U+FFFD, one byte at a time; linear time.
// Must not know: cosmetics, files, the locale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace incilint::base {

/// Bytes [from, to) of a text.
struct Span {
    std::size_t from = 0;
    std::size_t to = 0;
    [[nodiscard]] std::size_t size() const { return to - from; }
    [[nodiscard]] bool empty() const { return to <= from; }
    friend bool operator==(const Span&, const Span&) = default;
};

[[nodiscard]] inline std::string_view slice(std::string_view text, Span span) {
    return text.substr(span.from, span.to - span.from);
}

/// One decoded code point; `length` is the bytes it took (1 for an ill-formed byte, whose value is U+FFFD).
struct CodePoint {
    char32_t value = 0;
    std::uint8_t length = 1;
    bool valid = true;
};

/// Decodes the code point at `at`; requires at < text.size().
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t at);

/// Appends `value` as UTF-8; values that are no scalar become U+FFFD.
void append(std::string& out, char32_t value);

/// The byte offset of the first ill-formed UTF-8 sequence (overlong, surrogate, > U+10FFFF included).
[[nodiscard]] std::optional<std::size_t> first_ill_formed(std::string_view text);

/// A place as people count it: both 1-based, columns in code points.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    friend bool operator==(const Position&, const Position&) = default;
};

/// Turns byte offsets of one text into positions. Lines end at LF, CR LF or a CR alone. A look-up takes O(log size):
/// long lines have columns counted at stops.
class LineIndex {
  public:
    explicit LineIndex(std::string_view text);
    [[nodiscard]] Position at(std::size_t byte) const;
    /// The bytes of a 1-based line without its line end; empty for a line that is not there.
    [[nodiscard]] std::string_view line(std::uint32_t number) const;
    [[nodiscard]] std::size_t lines() const { return starts_.size(); }

  private:
    std::string_view text_;
    struct Stop {
        std::size_t byte;
        std::uint32_t column;
    };
    void add_stops(std::size_t from, std::size_t to);
    std::vector<std::size_t> starts_;
    std::vector<Stop> stops_;  ///< in long lines only, ascending
};

/// ASCII and Unicode white space (no-break and ideographic blanks too), not zero-width characters.
[[nodiscard]] bool is_space(char32_t value);
/// Characters that show nothing: zero-width, bidi controls, tags, soft hyphen, BOM, variation selectors.
[[nodiscard]] bool is_invisible(char32_t value);
[[nodiscard]] bool is_letter(char32_t value);
[[nodiscard]] bool is_digit(char32_t value);
[[nodiscard]] bool is_upper(char32_t value);

/// The span without white space at its ends.
[[nodiscard]] Span trim(std::string_view text, Span span);
[[nodiscard]] std::string_view trim(std::string_view text);

/// The text as a terminal may show it: C0, C1 and DEL as \x1b, bidi and invisible characters as \u{202E}, ill-formed
/// bytes as \xff. Line ends are escaped too (\n) unless `keep_line_ends`.
[[nodiscard]] std::string printable(std::string_view text, bool keep_line_ends = false);

}  // namespace incilint::base
