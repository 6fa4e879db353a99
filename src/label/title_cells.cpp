#include "label/title_cells.h"

#include <limits>

namespace incilint::label {

bool begins_text(const Cell& cell) {
    return !cell.hard_before && (cell.before >= Break::tight || cell.before == Break::start);
}

namespace {

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
