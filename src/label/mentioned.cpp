#include "label/mentioned.h"

namespace incilint::label {
namespace {

/// Two words of sentences or more stand before the heading, without a sign or a line end between.
bool ends_sentence(const Reading& reading, std::uint32_t heading) {
    constexpr std::uint32_t soon = 16;  // tokens
    constexpr std::uint32_t least = 2;
    const Tokens& tokens = reading.tokens;
    std::uint32_t telling = 0;
    for (std::uint32_t at = heading; at > 0 && heading - at < soon && tokens[at].gap < Gap::line; --at) {
        const Token& before = tokens[at - 1];
        if (before.kind != TokenKind::word && before.kind != TokenKind::number && before.kind != TokenKind::dash) break;
        telling += before.has(stop_word) || before.has(wording) ? 1 : 0;
    }
    return telling >= least;
}

}  // namespace

void find_mentioned(Reading& reading, Knowledge& knowledge) {
    constexpr std::size_t a_list = 3;  // known names over commas
    const base::LongVector<Cell>& cells = reading.cells;
    if (reading.headings.empty() || !reading.seen.note(stop_word)) return;
    std::size_t names = 0;
    std::size_t looked = 0;
    for (std::size_t i = 1; i + 1 < cells.size(); ++i) {
        if (cells[i].heading == none) continue;
        Heading& heading = reading.headings[cells[i].heading];
        if (heading.kind != PhraseKind::heading || !ends_sentence(reading, heading.first)) continue;
        for (; looked < i && names < a_list; ++looked)
            names +=
                cells[looked].hard_before && cells[looked].heading == none && knowledge.knows(cells[looked]) ? 1 : 0;
        if (names < a_list || reading.tokens[cells[i + 1].first].has(list_start)) return;
        heading.kind = PhraseKind::heading_warning;
    }
}

}  // namespace incilint::label
