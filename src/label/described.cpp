#include "label/described.h"

#include <span>
#include <vector>

namespace incilint::label {
namespace {

bool begins_line(const Cell& cell) {
    return !cell.hard_before && (cell.before == Break::start || cell.before == Break::line ||
                                 cell.before == Break::paragraph || cell.before == Break::heading);
}

bool own_line(const Reading& reading, std::size_t i) {
    const base::LongVector<Cell>& cells = reading.cells;
    return cells[i].heading == none && begins_line(cells[i]) && (i + 1 == cells.size() || begins_line(cells[i + 1]));
}

}  // namespace

std::uint32_t description_of(const Reading& reading, std::size_t i, Knowledge& knowledge,
                             const Vocabulary& vocabulary) {
    constexpr std::uint32_t longest = 40;  // tokens
    const Cell& cell = reading.cells[i];
    if (!own_line(reading, i) || cell.size() < 2 || cell.size() > longest) return none;
    const Tokens& tokens = reading.tokens;
    for (std::uint32_t at = cell.first + 1; at + 1 < cell.last; ++at) {
        const bool dash =
            tokens[at].kind == TokenKind::dash && tokens[at].gap != Gap::none && tokens[at + 1].gap != Gap::none;
        if (dash) return knowledge.knows(cell.first, at) ? at : none;
    }
    for (std::uint32_t at = cell.first + 1; at < cell.last; ++at) {
        const std::string_view gap = reading.text.substr(tokens[at - 1].to, tokens[at].from - tokens[at - 1].to);
        if (gap.find('\t') == gap.npos) continue;
        const bool remark = vocabulary.is(PhraseKind::remark, std::span(tokens).subspan(at, cell.last - at));
        return remark && knowledge.knows(cell.first, at) ? at : none;
    }
    return none;
}

bool describes_names(const Reading& reading, Knowledge& knowledge, const Vocabulary& vocabulary) {
    constexpr std::size_t least = 3;
    std::size_t lines = 0;
    std::size_t described = 0;
    for (std::size_t i = 0; i < reading.cells.size(); ++i) {
        if (!own_line(reading, i)) continue;
        ++lines;
        described += description_of(reading, i, knowledge, vocabulary) != none ? 1 : 0;
    }
    return described >= least && 3 * described >= 2 * lines;
}

void find_explained(Reading& reading, Knowledge& knowledge, const Vocabulary& vocabulary) {
    constexpr std::size_t least = 3;
    if (!reading.seen.kind(TokenKind::colon)) return;
    base::LongVector<Cell>& cells = reading.cells;
    std::vector<std::size_t> names;
    std::size_t remarks = 0;
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
        const Cell& next = cells[i + 1];
        const bool heads = cells[i].colon_after && cells[i].heading == none && !cells[i].bullet_line;
        if (!heads || next.before != Break::colon || next.heading != none || next.colon_after) continue;
        if ((!cells[i].hard_before && !names.empty()) || !knowledge.knows(cells[i])) continue;
        const std::span<const Token> words = std::span(reading.tokens).subspan(next.first, next.last - next.first);
        const bool remark = vocabulary.is(PhraseKind::remark, words);
        if (!remark && words.size() > 1) continue;
        names.push_back(i);
        remarks += remark ? 1 : 0;
    }
    if (remarks < least || 3 * names.size() < cells.size()) return;
    for (const std::size_t i : names) {
        cells[i].colon_after = false;
        cells[i + 1].aside = true;
    }
}

}  // namespace incilint::label
