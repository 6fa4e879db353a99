// label/texts.h: what a cell is that is no part of a list: a sub-heading of a kit, or a text of some kind.
// Promises: a look at the neighbours and at what the search said of them.
// Must not know: products, entries.
#pragma once

#include "label/judge.h"
#include "label/reading.h"

namespace incilint::label {

/// Text goes on as what it began as, up to the next break that can begin something else. `last_text`: what the text
/// before it is; `separator`: none stands before it.
[[nodiscard]] PieceKind kind_of(const Reading& reading, const Judgement& judgement, std::uint32_t i,
                                PieceKind last_text);

/// A short text that ends in a colon or stands on a line of its own, followed by a list or by a line break.
[[nodiscard]] bool names_product(const Reading& reading, const Judgement& judgement, std::uint32_t i);

/// The first two cells that are titles; `none` where there are fewer.
struct FirstTitles {
    explicit FirstTitles(const Reading& reading);
    std::uint32_t first = none;
    std::uint32_t second = none;
};

/// The text in front of the colon before title `i` belongs to it, as "Step 1:" to "Cleanse:": not where it is the
/// first and the next one has no such text ("Serum Set: Day Serum - …. Night Serum - …").
[[nodiscard]] bool goes_with_title(const Reading& reading, const FirstTitles& titles, std::uint32_t i);

}  // namespace incilint::label
