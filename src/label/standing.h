// label/standing.h: what the place of a cell among others says of it, beside its own words.
// Promises: a look at the neighbours alone.
// Must not know: the score of the cell, states of the search.
#pragma once

#include <cstdint>
#include <span>

#include "label/knowledge.h"
#include "label/reading.h"

namespace incilint::label {

/// "Night Cream" alone on its line, above a line that begins as lists do: with water.
[[nodiscard]] bool heads_next_line(const Reading& reading, std::size_t i);
/// "1. Snail Cream (15 ml)" above a line of names over commas.
[[nodiscard]] bool numbers_list(const Reading& reading, std::size_t i);
/// A cell of the text's first line, which ends with a size ("Soap 'Rose', 100 g"), above a line of names over commas.
[[nodiscard]] bool stands_with_size(const Reading& reading, std::size_t i);
/// "Hand Cream" alone on its line above "Ingredients:": what the list is of. A known name is only so where no line of a
/// list can stand in front of it.
[[nodiscard]] bool entitles_list(const Reading& reading, std::size_t i, bool known);
/// "Ingredients Velvet Body Powder": words that no name holds, or below which a line ends in a colon, between the
/// heading and the end of its line, say what the list is of.
[[nodiscard]] bool fills_heading(const Reading& reading, std::size_t i, const Evidence& found);
/// "Active ingredient: zinc de pyrithione 1 %": behind its heading an active ingredient and its amount, known or not.
[[nodiscard]] bool states_active(const Reading& reading, std::size_t i);
/// Behind a code or claims a known name follows over a comma: "Parfum (B184736), Glycerin".
[[nodiscard]] bool list_goes_on(const Reading& reading, std::size_t i, std::span<const Evidence> evidence);
/// A few words, none of sentences, of which nothing is said.
[[nodiscard]] bool may_be_name(const Cell& cell, const Evidence& found);
/// The cell and two more behind separators may be names.
[[nodiscard]] bool enumerates_names(const Reading& reading, std::size_t i, std::span<const Evidence> evidence);
/// A line that ends in a colon is the heading of the next: "Squalane + Rose Oil:".
[[nodiscard]] bool heads_block(const Reading& reading, std::size_t i);
/// The name of a product ("Hand Cream") on the last line, behind a list of commas.
[[nodiscard]] bool lone_product(const Reading& reading, std::size_t i);
/// A number alone on the last line, behind a list of commas: a page, or months.
[[nodiscard]] bool lone_number(const Reading& reading, std::size_t i);
/// A trade name set off by breaks on both sides behind a list of commas: what a word in it is called.
[[nodiscard]] bool lone_trade_name(const Reading& reading, std::size_t i);
/// What a cell that names do not cover pays for going on with a list behind a full stop or on a line of its own: more
/// behind a list of commas, the fewer of its words occur in names, in whatever language it is.
[[nodiscard]] double price_apart(const Reading& reading, std::size_t i, const Evidence& found, Knowledge& knowledge);
/// "Shower Gel Ingredients:", "Our shades may contain:": what runs into the heading of a list is no name of one.
[[nodiscard]] bool runs_into_heading(const Reading& reading, std::size_t i, const Evidence& found);
/// What the colon of the cell heads are the numbers of colourants: shades of one product, no other product of a kit.
[[nodiscard]] bool heads_colours(const Reading& reading, std::span<const std::uint8_t> list, std::size_t i);
/// The cell begins with "100 %" and goes on.
[[nodiscard]] bool states_whole(const Reading& reading, const Cell& cell);

}  // namespace incilint::label
