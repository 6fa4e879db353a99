// label/insertion.h: whether more names could stand at a place of a list and change nothing else of its reading.
// Promises: says yes only where every stage forgets, within the names around the place, what lies on its other side;
// linear. Must not know: which names would come in, beyond that they are known and torn by nothing (label/plain.h).
#pragma once

#include <cstddef>
#include <span>

#include "label/clean.h"
#include "label/judge.h"
#include "label/reading.h"

namespace incilint::label {

/// So many known names must stand before and behind a place: no stage looks further over separators (label/split.cpp
/// joins up to four cells), and after four of them the search over list and text has left the text for good.
inline constexpr std::size_t names_before = 4;
inline constexpr std::size_t names_behind = 3;

/// `places`: first bytes of names in the source, ascending.
[[nodiscard]] bool may_take_names(const Reading& reading, const Judgement& judgement, const CleanText& clean,
                                  std::span<const std::size_t> places);

}  // namespace incilint::label
