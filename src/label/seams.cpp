#include "label/seams.h"

#include <algorithm>

namespace incilint::label {
namespace {

constexpr std::uint32_t longest_seam = 60;  // tokens; longer cells are looked at near their end only

bool prose(const Token& token) {
    return token.has(stop_word) || token.has(wording);
}

/// The first token of the known name that ends the cell, if words of sentences stand before it.
std::uint32_t name_at_end(const Reading& reading, const Cell& cell, bool body, const Knowledge& knowledge) {
    const std::uint32_t first = cell.size() > longest_seam ? cell.last - longest_seam : cell.first;
    std::uint32_t sentences = 0;
    std::uint32_t last_prose = none;
    for (std::uint32_t at = first; at < cell.last; ++at) {
        if (!prose(reading.tokens[at])) continue;
        ++sentences;
        last_prose = at;
    }
    // One word of sentences is enough behind the colon of a bullet: "-Vitamin C: brightens skin Water, …".
    if (sentences < (body ? 1U : 2U)) return none;
    // "… and ceramides Water / Aqua / Eau": synonyms belong to the name they end.
    std::uint32_t end = cell.last;
    while (end > last_prose + 2 && reading.tokens[end - 1].has(list_start) &&
           reading.tokens[end - 2].kind == TokenKind::slash && reading.tokens[end - 3].has(list_start)) {
        end -= 2;
    }
    for (const Edge& edge : knowledge.edges(last_prose + 1, end)) {
        const Token& begin = reading.tokens[edge.first];
        const bool capital = begin.is(upper_first) && !reading.tokens[edge.first - 1].is(upper_first);
        const bool water = begin.has(list_start) && edge.first + 1 == edge.last;
        if (edge.last == end && (capital || (water && begin.is(upper_first)))) return edge.first;
    }
    return none;
}

/// The end of the known name that begins the cell, if sentences or the next product's heading follow without a sign:
/// "LinaloolAs is common in our trade", "LimoneneConditioner:".
std::uint32_t name_at_start(const Reading& reading, std::size_t i, const Knowledge& knowledge) {
    const Cell& cell = reading.cells[i];
    if (cell.size() < 2 || cell.bullet_line || !cell.hard_before) return none;
    const std::uint32_t last = std::min(cell.last, cell.first + longest_seam);
    const bool list_follows =
        cell.colon_after && i + 1 < reading.cells.size() && reading.tokens[reading.cells[i + 1].first].has(list_start);
    // Sentences behind a name hold no more of their words than the whole cell does.
    constexpr std::uint32_t few = 2;
    const auto prose_from = [&](std::uint32_t at) {
        std::uint32_t found = 0;
        for (; at < last; ++at) found += prose(reading.tokens[at]) ? 1 : 0;
        return found;
    };
    if (!list_follows && prose_from(cell.first) <= few) return none;
    std::uint32_t end = none;
    for (const Edge& edge : knowledge.edges(cell.first, last)) {
        if (edge.first == cell.first && edge.last < cell.last) end = edge.last;
    }
    if (end == none || end >= last) return none;
    const Token& next = reading.tokens[end];
    if (!next.is(upper_first) || !(next.is(joint) || next.gap != Gap::none)) return none;
    const bool glued_text = prose_from(end) > few && (next.is(joint) || prose(next));
    return glued_text || list_follows ? end : none;
}

}  // namespace

void cut_seams(Reading& reading, const Knowledge& knowledge) {
    std::vector<Cell> cells;
    cells.reserve(reading.cells.size() + 4);
    const auto cut = [&cells](Cell cell, std::uint32_t at) {
        Cell before = cell;
        before.last = at;
        before.colon_after = false;
        cells.push_back(before);
        cell.first = at;
        cell.before = Break::tight;
        cell.hard_before = cell.bullet_line = false;
        cell.opens = cell.contains = PhraseKind::stop;
        cells.push_back(cell);
    };
    for (std::size_t i = 0; i < reading.cells.size(); ++i) {
        const Cell& cell = reading.cells[i];
        const bool list_goes_on = i + 1 < reading.cells.size() && reading.cells[i + 1].before == Break::comma;
        std::uint32_t seam = none;
        if (cell.heading == none && list_goes_on)
            seam =
                name_at_end(reading, cell,
                            i > 0 && reading.cells[i - 1].bullet_line && reading.cells[i - 1].colon_after, knowledge);
        if (cell.heading == none && seam == none) seam = name_at_start(reading, i, knowledge);
        if (seam == none || seam <= cell.first) {
            cells.push_back(cell);
        } else {
            cut(cell, seam);
        }
    }
    reading.cells = std::move(cells);
}

}  // namespace incilint::label
