#include "label/title_cells.h"

#include <limits>

namespace incilint::label {

bool begins_text(const Cell& cell) {
    return !cell.hard_before && (cell.before >= Break::tight || cell.before == Break::start);
}

namespace {

constexpr std::size_t few_cells = 4;

/// The cell holds a number and a sign that may part a title from the list, and is no name.
bool may_be_sized(const Reading& reading, std::size_t i, Knowledge& knowledge) {
    const Cell& cell = reading.cells[i];
    return (cell.seen.kind(TokenKind::slash) || cell.seen.kind(TokenKind::dash)) && cell.seen.digits() &&
           cell.heading == none && !knowledge.knows(cell);
}

/// "100g", "75 ml"; no share of a name.
bool ends_in_size(const Tokens& tokens, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t longest_unit = 3;  // letters
    const Token& unit = tokens[last - 1];
    if (unit.kind != TokenKind::word || unit.has(amount)) return false;
    if (unit.is(digit_first)) return true;
    return last > first + 1 && tokens[last - 2].kind == TokenKind::number && !tokens[last - 2].has(amount) &&
           unit.to - unit.from <= longest_unit;
}

constexpr std::size_t npos = std::numeric_limits<std::size_t>::max();

/// The first of the cells up to `i` that are a heading of a product with commas in it, "Mist with Aloe, Mint and
/// Sage:", in front of water; or `i` alone, where the heading reads like a claim or stands behind a bullet. `none`: no
/// such.
std::size_t heading_begins(const Reading& reading, std::size_t i, Knowledge& knowledge) {
    const base::LongVector<Cell>& cells = reading.cells;
    if (!cells[i].colon_after || cells[i].heading != none || i + 1 >= cells.size()) return npos;
    const Cell& next = cells[i + 1];
    if (next.heading != none) return npos;
    const bool water = reading.tokens[next.first].has(list_start);
    const auto names_follow = [&](std::size_t count) {
        for (std::size_t k = i + 1; k <= i + count; ++k)
            if (k >= cells.size() || cells[k].heading != none || !knowledge.knows(cells[k])) return false;
        return true;
    };
    // "Scrub with Sugar, Salt & Coffee: Sucrose, …": no water, but a word of a product and names over commas.
    if (!water && (!cells[i].hard_before || !names_follow(3))) return npos;
    // "30 ml: Aqua, …": the size tells one product from the other.
    if (water && cells[i].opens == PhraseKind::batch_code && cells[i].size() <= 2 && begins_text(cells[i]) &&
        reading.tokens[cells[i].first].is(digit_first))
        return i;
    std::size_t first = i;
    const auto goes_on = [&](const Cell& cell) { return cell.hard_before && cell.before == Break::comma; };
    while (first > 0 && goes_on(cells[first]) && cells[first - 1].heading == none &&
           cells[i].last - cells[first - 1].first <= longest_title) {
        --first;
    }
    bool product = cells[first].seen.note(product_word);
    if (!product) {  // then names in front of it are a list
        for (std::size_t k = first; k < i; ++k)
            if (knowledge.knows(cells[k])) return npos;
        product = cells[i].seen.note(product_word);
    }
    if (reading.tokens[cells[first].first].has(list_start) || (first < i && knowledge.knows(cells[first]))) return npos;
    const bool bullet = cells[first].bullet_line;
    if (!bullet && !begins_text(cells[first])) return npos;
    const bool plain = first == i && !bullet && cells[i].opens == PhraseKind::stop;
    if (plain) return npos;
    // Behind a bullet a sentence may begin with water as well.
    if (bullet && !names_follow(3)) return npos;
    if (product) return first;
    if (!water) return npos;
    // Shades at the start of the text: no word of a product, and none of them is an ingredient.
    for (std::size_t k = first; k <= i; ++k)
        if (cells[k].opens != PhraseKind::stop || knowledge.knows(cells[k])) return npos;
    return first == 0 && i > 0 ? first : npos;
}

}  // namespace

namespace {

/// Where the list begins in cell `i` behind such a title.
std::uint32_t behind_size(const Reading& reading, std::size_t i, Knowledge& knowledge) {
    const Tokens& tokens = reading.tokens;
    const Cell& cell = reading.cells[i];
    if (i + 1 >= reading.cells.size() || !may_be_sized(reading, i, knowledge)) return none;
    const Cell& next = reading.cells[i + 1];
    if (next.before != Break::comma || next.heading != none || !knowledge.knows(next)) return none;
    for (std::size_t k = 0; k < i; ++k)
        if (reading.cells[k].heading != none || knowledge.knows(reading.cells[k])) return none;
    for (std::uint32_t at = cell.first + 1; at + 1 < cell.last; ++at) {
        const bool sign = (tokens[at].kind == TokenKind::slash || tokens[at].kind == TokenKind::dash) &&
                          tokens[at].gap != Gap::none && tokens[at + 1].gap != Gap::none;
        if (sign && ends_in_size(tokens, cell.first, at) && knowledge.knows(at + 1, cell.last) &&
            !knowledge.knows(cell.first, at))
            return at + 1;
    }
    return none;
}

}  // namespace

SizedTitle sized_title(const Reading& reading, Knowledge& knowledge) {
    if (!reading.seen.digits()) return {};
    for (std::size_t i = 0; i < few_cells && i < reading.cells.size(); ++i)
        if (const std::uint32_t end = behind_size(reading, i, knowledge); end != none) return {i, end};
    return {};
}

void join_titles(Reading& reading, Knowledge& knowledge) {
    base::LongVector<Cell> cells;  // empty up to the first
    bool found = false;
    for (std::size_t i = 0; i < reading.cells.size(); ++i) {
        const std::size_t first = heading_begins(reading, i, knowledge);
        if (first == npos) {
            if (found) cells.push_back(reading.cells[i]);
            continue;
        }
        if (!found) cells.assign(reading.cells.begin(), reading.cells.begin() + static_cast<std::ptrdiff_t>(i));
        found = true;
        cells.resize(cells.size() - (i - first));
        Cell title = reading.cells[first];
        title.last = reading.cells[i].last;
        title.title = title.colon_after = true;
        title.hard_before = title.bullet_line = false;
        title.fact = nullptr;
        title.opens = title.contains = PhraseKind::stop;
        cells.push_back(title);
    }
    if (found) reading.cells = std::move(cells);
}

}  // namespace incilint::label
