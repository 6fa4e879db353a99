// base/near.h: the nearest of a few known words, for "did you mean" in messages.
// Promises: bounded optimal-string-alignment distance; ties go to the first candidate; never a far-fetched word.
// Must not know: what the words mean. It is for messages only: ingredient spelling is lexicon's.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace incilint::base {

/// Edits (insert, delete, replace, swap of neighbours; each 1) between two byte strings, or `limit + 1` where more.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate nearest to `word` within a third of its length (at least 1, at most 4 edits); else the only one that
/// begins with it, of three bytes or more.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string> candidates);

/// "did you mean 'x'?", escaped for a terminal.
[[nodiscard]] std::string did_you_mean(std::string_view word);
/// The same of the candidate nearest to `word`; `otherwise` where none is near.
[[nodiscard]] std::string near_hint(std::string_view word, std::span<const std::string> candidates,
                                    std::string otherwise = {});

}  // namespace incilint::base
