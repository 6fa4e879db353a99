// label/characters.h: characters that are not what they seem: mojibake, letters of another script, a text cut off.
// Promises: one pass each; the first place is told.
// Must not know: ingredients.
#pragma once

#include <optional>

#include "label/clean.h"
#include "label/reading.h"

namespace incilint::label {

/// UTF-8 that was read as Windows-1252 or Latin-1 and written as UTF-8 again, or characters already lost (U+FFFD).
[[nodiscard]] std::optional<base::Span> mojibake(std::string_view source);
/// The first word that mixes Latin letters with Cyrillic or Greek ones that look like them.
[[nodiscard]] std::optional<std::uint32_t> look_alike(const Reading& reading);
/// Dots that a length limit left at the end; without them, the last name where it is the beginning of one.
[[nodiscard]] std::optional<base::Span> truncation(const CleanText& clean, std::optional<base::Span> last_name);

}  // namespace incilint::label
