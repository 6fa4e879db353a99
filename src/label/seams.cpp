#include "label/seams.h"

#include <algorithm>

namespace incilint::label {
namespace {

constexpr std::uint32_t longest_seam = 60;  // tokens; longer cells are looked at near their end only

bool prose(const Token& token) {
    return token.has(stop_word) || token.has(wording);
}

/// The first token of the known name that ends the cell, if words of sentences stand before it.
std::uint32_t name_at_end(const Reading& reading, const Cell& cell, const Knowledge& knowledge) {
    const std::uint32_t first = cell.size() > longest_seam ? cell.last - longest_seam : cell.first;
    std::uint32_t sentences = 0;
    std::uint32_t last_prose = none;
    for (std::uint32_t at = first; at < cell.last; ++at) {
        if (!prose(reading.tokens[at])) continue;
        ++sentences;
        last_prose = at;
    }
    if (sentences < 2) return none;
    for (const Edge& edge : knowledge.edges(last_prose + 1, cell.last)) {
        const Token& begin = reading.tokens[edge.first];
        const bool capital = begin.is(upper_first) && !reading.tokens[edge.first - 1].is(upper_first);
        if (edge.last == cell.last && capital) return edge.first;
    }
    return none;
}

}  // namespace

void cut_seams(Reading& reading, const Knowledge& knowledge) {
    std::vector<Cell> cells;
    cells.reserve(reading.cells.size() + 4);
    for (std::size_t i = 0; i < reading.cells.size(); ++i) {
        Cell cell = reading.cells[i];
        const bool list_goes_on = i + 1 < reading.cells.size() && reading.cells[i + 1].before == Break::comma;
        const std::uint32_t name = cell.heading == none && list_goes_on ? name_at_end(reading, cell, knowledge) : none;
        if (name == none || name <= cell.first) {
            cells.push_back(cell);
            continue;
        }
        Cell text = cell;
        text.last = name;
        text.colon_after = false;
        cells.push_back(text);
        cell.first = name;
        cell.before = Break::tight;
        cell.hard_before = cell.bullet_line = false;
        cell.opens = cell.contains = PhraseKind::stop;
        cells.push_back(cell);
    }
    reading.cells = std::move(cells);
}

}  // namespace incilint::label
