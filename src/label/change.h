// label/change.h: what the search over list and text pays where one turns into the other, and for opening words.
// Promises: constants of one table, a look at two neighbours.
// Must not know: names, states of the search.
#pragma once

#include "label/reading.h"

namespace incilint::label {

/// Costs of a change from text to list or back, by what stands between. A sentence does not turn into a list at a
/// comma; it may at a full stop, and most easily at an empty line.
struct Change {
    double into_list;
    double out_of_list;
    double within_list = 0;  ///< of a list that goes on over it
};

/// That at a comma or another separator within a list.
inline constexpr Change at_separator{7, 6};

/// `opens`: what the cell's opening words say; `prose_before`: words of sentences in the cell before.
[[nodiscard]] Change change_at(const Cell& before, const Cell& cell, PhraseKind opens, std::uint32_t prose_before);

/// The kind of a heading decides what follows it, up to the next heading or the end of its block: true where that is no
/// list.
[[nodiscard]] bool aside(PhraseKind heading);
/// What such text is called.
[[nodiscard]] PhraseKind reason(PhraseKind heading);

/// What a cell's opening words speak for: nothing, or against a name.
[[nodiscard]] double opening(PhraseKind kind);

}  // namespace incilint::label
