// label/markup.h: what of a web page gets into a label: tags, entities, printed escapes, punctuation read in the wrong
// encoding.
// Promises: looks at a bounded number of bytes; takes nothing for a tag but the names of HTML elements.
// Must not know: labels beyond their characters.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace incilint::label {

/// A piece of markup that begins at the place asked for: how long it is and what a reader sees in its stead.
struct Markup {
    std::size_t length = 0;
    std::string shows;
    bool cut = false;  ///< an entity cut off by the end of the text
};

/// A tag or comment ("<br>", "</p>"): shows a line break for block elements, nothing for inline ones.
[[nodiscard]] std::optional<Markup> tag_at(std::string_view text, std::size_t at);
/// A tag that was escaped once more ("&lt;br/&gt;"), as exports of shops print it.
[[nodiscard]] std::optional<Markup> escaped_tag_at(std::string_view text, std::size_t at);
/// A character reference ("&amp;", "&#233;", "&#xE9;"), or one that the end of the text cuts off.
[[nodiscard]] std::optional<Markup> entity_at(std::string_view text, std::size_t at);
/// A printed escape ("\n" as two characters), where it stands for a line break and not for a synonym after a backslash.
[[nodiscard]] std::optional<Markup> escape_at(std::string_view text, std::size_t at);
/// UTF-8 punctuation that was read as Windows-1252 ("â€¢" for a bullet). Letters are left as printed.
[[nodiscard]] std::optional<Markup> misread_punctuation_at(std::string_view text, std::size_t at);

}  // namespace incilint::label
