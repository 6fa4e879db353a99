#include "label/standing.h"

#include <algorithm>

#include "base/text.h"
#include "label/codes.h"
#include "label/name.h"

namespace incilint::label {
namespace {

bool trade_mark(std::string_view sign) {
    return sign == "®" || sign == "™" || sign == "℠";
}

}  // namespace

bool heads_next_line(const Reading& reading, std::size_t i) {
    const base::LongVector<Cell>& cells = reading.cells;
    if (i + 1 >= cells.size() || cells[i].bullet_line || cells[i].hard_before) return false;
    const bool begins_line =
        cells[i].before == Break::start || cells[i].before == Break::line || cells[i].before == Break::paragraph;
    const Cell& next = cells[i + 1];
    const bool ends_line = (next.before == Break::line || next.before == Break::paragraph) && !next.hard_before;
    return begins_line && ends_line && next.heading == none && reading.tokens[next.first].has(list_start);
}

namespace {

/// A number with its stop or bracket begins the line in front of the cell: "1. ", "2) ".
bool numbered(const Reading& reading, const Cell& cell) {
    const Tokens& tokens = reading.tokens;
    return cell.first >= 2 && tokens[cell.first - 2].kind == TokenKind::number &&
           (tokens[cell.first - 1].kind == TokenKind::stop || tokens[cell.first - 1].kind == TokenKind::close) &&
           (cell.first == 2 || tokens[cell.first - 2].gap >= Gap::line);
}

}  // namespace

bool numbers_list(const Reading& reading, std::size_t i) {
    constexpr std::size_t names = 2;  // more of them over commas on the next line
    const base::LongVector<Cell>& cells = reading.cells;
    if (i + names + 1 >= cells.size() || !numbered(reading, cells[i])) return false;
    const Cell& next = cells[i + 1];
    if (next.heading != none || next.hard_before || next.before < Break::line || numbered(reading, next)) return false;
    for (std::size_t k = i + 2; k < i + 2 + names; ++k)
        if (cells[k].before != Break::comma || cells[k].heading != none) return false;
    return true;
}

bool stands_with_size(const Reading& reading, std::size_t i) {
    constexpr std::size_t few = 4;    // cells of the first line
    constexpr std::size_t names = 2;  // over commas on the next line, behind the first
    const base::LongVector<Cell>& cells = reading.cells;
    std::size_t end = 0;  // of the first line
    while (end < cells.size() && end <= few && (end == 0 || reading.tokens[cells[end].first].gap < Gap::line)) {
        if (cells[end].heading != none || cells[end].before == Break::heading) return false;
        ++end;
    }
    if (i >= end || end > few || end + names >= cells.size() || cells[end].heading != none || cells[end].hard_before)
        return false;
    const std::uint32_t at = cells[end].first - 1;
    const Token& size = reading.tokens[at];
    const bool one_word = size.is(digit_first) && size.kind == TokenKind::word;
    const bool two_words = at > 0 && size.kind == TokenKind::word && reading.tokens[at - 1].kind == TokenKind::number &&
                           size.to - size.from <= 3;
    if ((!one_word && !two_words) || size.has(amount)) return false;
    for (std::size_t k = end + 1; k < end + 1 + names; ++k)
        if (cells[k].before != Break::comma || cells[k].heading != none) return false;
    return true;
}

bool entitles_list(const Reading& reading, std::size_t i, bool known) {
    const base::LongVector<Cell>& cells = reading.cells;
    if (i + 1 >= cells.size() || cells[i + 1].heading == none || cells[i].bullet_line || cells[i].hard_before)
        return false;
    const PhraseKind kind = reading.headings[cells[i + 1].heading].kind;
    if (kind != PhraseKind::heading && kind != PhraseKind::heading_active) return false;
    const Break before = cells[i].before;
    const Break after = cells[i + 1].before;
    if (i == 0 && after == Break::stop) return true;
    const bool begins_block = i == 0 || before == Break::paragraph;
    return (begins_block || (before == Break::line && !known)) && (after == Break::line || after == Break::paragraph);
}

bool fills_heading(const Reading& reading, std::size_t i, const Evidence& found) {
    const base::LongVector<Cell>& cells = reading.cells;
    const Cell& cell = cells[i];
    if (cell.before != Break::heading || i == 0 || i + 1 >= cells.size() || found.known) return false;
    if (cells[i - 1].heading == none) return false;  // a bracket closed behind the heading
    const Heading& heading = reading.headings[cells[i - 1].heading];
    const Cell& next = cells[i + 1];
    const bool same_line = heading.kind == PhraseKind::heading && cell.first == heading.last &&
                           reading.tokens[cell.first].gap < Gap::line && reading.tokens[heading.last - 1].is(has_lower);
    const bool ends_line = !next.hard_before && reading.tokens[next.first].gap >= Gap::line;
    return same_line && ends_line && (next.colon_after || 2 * found.name_words < found.words);
}

bool states_active(const Reading& reading, std::size_t i) {
    constexpr std::uint32_t longest = 12;  // tokens
    const Cell& cell = reading.cells[i];
    return i > 0 && reading.cells[i - 1].heading != none && cell.size() <= longest &&
           reading.headings[reading.cells[i - 1].heading].kind == PhraseKind::heading_active &&
           cell.opens == PhraseKind::stop && !reading.tokens[cell.first].has(amount) &&
           reading.tokens[cell.last - 1].has(amount);
}

bool list_goes_on(const Reading& reading, std::size_t i, std::span<const Evidence> evidence) {
    constexpr std::size_t most = 8;  // claims in a row: the search from each of them stays bounded
    const base::LongVector<Cell>& cells = reading.cells;
    for (std::size_t next = i + 1; next < cells.size() && next <= i + most; ++next) {
        if (!cells[next].hard_before && cells[next].before != Break::bracket) return false;
        if (evidence[next].known) return true;
        if (cells[next].opens != PhraseKind::claim) return false;
    }
    return false;
}

bool may_be_name(const Cell& cell, const Evidence& found) {
    constexpr std::uint32_t most_words = 5;
    return cell.bare() && found.prose == 0 && found.words <= most_words;
}

bool enumerates_names(const Reading& reading, std::size_t i, std::span<const Evidence> evidence) {
    constexpr std::size_t least = 3;
    if (i + least > reading.cells.size() || !may_be_name(reading.cells[i], evidence[i])) return false;
    for (std::size_t next = i + 1; next < i + least; ++next)
        if (!reading.cells[next].hard_before || !may_be_name(reading.cells[next], evidence[next])) return false;
    return true;
}

bool heads_block(const Reading& reading, std::size_t i) {
    const base::LongVector<Cell>& cells = reading.cells;
    const Cell& cell = cells[i];
    if (!cell.colon_after || cell.hard_before || cell.bullet_line || i + 1 >= cells.size()) return false;
    const bool begins = cell.before == Break::line || cell.before == Break::paragraph || cell.before == Break::stop ||
                        cell.before == Break::tight || cell.before == Break::start;
    return begins && reading.tokens[cells[i + 1].first].gap >= Gap::line;
}

bool lone_number(const Reading& reading, std::size_t i) {
    const base::LongVector<Cell>& cells = reading.cells;
    const Cell& cell = cells[i];
    return i > 0 && i + 1 == cells.size() && cell.size() == 1 && cell.before >= Break::line && !cell.hard_before &&
           reading.tokens[cell.first].kind == TokenKind::number && cells[i - 1].hard_before &&
           reading.tokens[cells[i - 1].last - 1].kind != TokenKind::dash;
}

bool lone_product(const Reading& reading, std::size_t i) {
    constexpr std::uint32_t longest = 8;  // tokens
    const base::LongVector<Cell>& cells = reading.cells;
    const Cell& cell = cells[i];
    return i > 0 && i + 1 == cells.size() && cell.before >= Break::line && !cell.hard_before && !cell.bullet_line &&
           cell.size() <= longest && cells[i - 1].hard_before && reading.tokens[cell.last - 1].has(product_word);
}

bool lone_trade_name(const Reading& reading, std::size_t i) {
    const base::LongVector<Cell>& cells = reading.cells;
    const Cell& cell = cells[i];
    const auto apart = [](const Cell& one) { return !one.hard_before && one.before >= Break::tight; };
    if (i == 0 || !apart(cell) || cell.bullet_line || (i + 1 < cells.size() && !apart(cells[i + 1]))) return false;
    if (cells[i - 1].heading != none || !cells[i - 1].hard_before) return false;
    return std::any_of(reading.tokens.begin() + cell.first, reading.tokens.begin() + cell.last,
                       [&](const Token& token) {
                           return token.kind == TokenKind::mark && trade_mark(base::slice(reading.text, token.span()));
                       });
}

double price_apart(const Reading& reading, std::size_t i, const Evidence& found, Knowledge& knowledge) {
    const base::LongVector<Cell>& cells = reading.cells;
    const Cell& cell = cells[i];
    if (i == 0 || cell.hard_before) return 0;
    const bool sentence = cell.before == Break::stop || cell.before == Break::tight;
    const bool line = cell.before == Break::line || cell.before == Break::paragraph;
    const double base = sentence ? 0.9 : 0;
    if (found.words == 0 || !cells[i - 1].hard_before || (!sentence && !line)) return base;
    const bool ended = sentence || reading.tokens[cell.first - 1].kind == TokenKind::stop;
    const double foreign = 1 - static_cast<double>(found.name_words) / found.words;
    if (!ended) {  // a line end may wrap a name, or stand in front of one
        const bool goes_on = i + 1 < cells.size() && cells[i + 1].hard_before;
        const bool numbered = reading.tokens[cell.last - 1].kind == TokenKind::number;
        // "Reviews" and nothing else, in front of the next heading.
        const bool entitles =
            i + 1 < cells.size() && cells[i + 1].heading != none && cells[i + 1].before >= Break::line;
        if (goes_on || numbered || (found.words < 2 && !entitles) || foreign <= 0.5) return 0;
    }
    // A misspelt name has no word of a name and is one.
    if (foreign <= 0 || knowledge.nearly_knows(cell.first, cell.last)) return base;
    return 0.9 + 1.2 * foreign;
}

bool runs_into_heading(const Reading& reading, std::size_t i, const Evidence& found) {
    constexpr std::uint32_t few = 6;  // words in front of "may contain"
    const base::LongVector<Cell>& cells = reading.cells;
    if (i + 1 >= cells.size() || cells[i + 1].heading == none || cells[i + 1].before != Break::phrase) return false;
    const PhraseKind kind = reading.headings[cells[i + 1].heading].kind;
    if (kind == PhraseKind::heading) return true;
    const bool sentence = i > 0 && !cells[i].hard_before && cells[i].before >= Break::tight;
    return kind == PhraseKind::heading_may_contain && sentence && found.cover < 0.5 && found.words < few;
}

bool heads_colours(const Reading& reading, std::span<const std::uint8_t> list, std::size_t i) {
    const base::LongVector<Cell>& cells = reading.cells;
    if (!cells[i].colon_after) return false;
    std::size_t names = 0;
    std::size_t colours = 0;
    for (++i; i < cells.size() && list[i]; ++i) {
        ++names;
        const TokenRange name = trim_name(reading, cells[i].first, cells[i].last);
        std::uint32_t end = name.first;
        while (end < name.last && reading.tokens[end].kind != TokenKind::open) ++end;  // "CI 77891 (Titanium Dioxide)"
        colours += colour_index(reading, name.first, end) ? 1 : 0;
    }
    return colours * 2 > names;
}

bool states_whole(const Reading& reading, const Cell& cell) {
    if (!reading.tokens[cell.first].has(amount)) return false;
    const auto at = std::partition_point(reading.amounts.begin(), reading.amounts.end(),
                                         [&](const Amount& one) { return one.to <= cell.first; });
    return at != reading.amounts.end() && at->from <= cell.first && at->to < cell.last && at->percent.min >= 100;
}

}  // namespace incilint::label
