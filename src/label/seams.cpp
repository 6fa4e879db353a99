#include "label/seams.h"

#include <algorithm>
#include <span>

#include "label/codes.h"
#include "label/described.h"

namespace incilint::label {
namespace {

constexpr std::uint32_t longest_seam = 60;  // tokens; longer cells are looked at near their end only

bool prose(const Token& token) {
    return token.has(stop_word) || token.has(wording);
}

/// Some word of the cell is one of sentences.
bool tells(const Cell& cell) {
    return cell.seen.note(stop_word) || cell.seen.note(wording);
}

/// The first token of the known name that ends the cell, if words of sentences stand before it.
std::uint32_t name_at_end(const Reading& reading, const Cell& cell, bool body, const Knowledge& knowledge) {
    if (!tells(cell)) return none;
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

/// Two words or more, all in capitals.
bool capitals_from(const Reading& reading, std::uint32_t first, std::uint32_t last) {
    std::uint32_t words = 0;
    for (std::uint32_t at = first; at < last; ++at) {
        const Token& token = reading.tokens[at];
        if (token.is(has_lower)) return false;
        words += token.kind == TokenKind::word ? 1 : 0;
    }
    return words > 1;
}

/// The cell begins with small letters and ends in capitals.
bool capitals_at_end(const Reading& reading, const Cell& cell) {
    return cell.size() > 2 && reading.tokens[cell.first].is(has_lower) &&
           capitals_from(reading, cell.last - 2, cell.last);
}

/// The end of the known name that begins the cell, if sentences or the next product's heading follow without a sign:
/// "LinaloolAs is common in our trade", "LimoneneConditioner:".
std::uint32_t name_at_start(const Reading& reading, std::size_t i, Knowledge& knowledge) {
    const Cell& cell = reading.cells[i];
    if (cell.size() < 2 || cell.bullet_line || !cell.hard_before) return none;
    const std::uint32_t last = std::min(cell.last, cell.first + longest_seam);
    const bool heads = cell.colon_after && i + 1 < reading.cells.size();
    const bool water = heads && reading.tokens[reading.cells[i + 1].first].has(list_start);
    // "FragranceHair Oil: Helianthus …", "Mica THE METHOD: …": glued, or in capitals that the name does not have.
    const bool list_follows =
        water || (heads && (knowledge.knows(reading.cells[i + 1]) || capitals_at_end(reading, cell)));
    if (!list_follows && !tells(cell)) return none;
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
    const bool behind_bracket = next.gap == Gap::none && reading.tokens[end - 1].kind == TokenKind::close;
    const bool glued = next.is(joint) || behind_bracket;
    if (!next.is(upper_first) || !(glued || next.gap != Gap::none)) return none;
    if (list_follows && !water && !glued && !capitals_from(reading, end, cell.last)) return none;
    const bool glued_text = prose_from(end) > few && (next.is(joint) || prose(next));
    return glued_text || list_follows ? end : none;
}

/// "**Made using organic ingredients Aqua, Glycerin, …", "-Retinol -Vitamin C Water, Glycerin, …": the first token of
/// the water that ends a cell of text, where two known names follow.
std::uint32_t water_at_end(const Reading& reading, std::size_t i, Knowledge& knowledge) {
    const base::LongVector<Cell>& cells = reading.cells;
    const Cell& cell = cells[i];
    const bool text = cell.opens != PhraseKind::stop ||
                      (cell.bullet_line && i > 0 && cells[i - 1].bullet_line && cell.before == Break::bullet);
    if (!text || !cell.seen.note(list_start) || i + 2 >= cells.size()) return none;
    for (std::size_t k = i + 1; k <= i + 2; ++k)
        if (cells[k].before != Break::comma || cells[k].heading != none || !knowledge.knows(cells[k])) return none;
    const std::uint32_t first = cell.size() > longest_seam ? cell.last - longest_seam : cell.first + 1;
    for (std::uint32_t at = first; at < cell.last; ++at) {
        const Token& token = reading.tokens[at];
        if (token.has(list_start) && token.is(upper_first) && (token.gap != Gap::none || token.is(joint)) &&
            knowledge.knows(at, cell.last))
            return at;
    }
    return none;
}

bool is_word(const Token& token) {
    return token.kind == TokenKind::word;
}

/// "…, Tocopherol made in small batches by our family": the end of the known name that begins the last cell of a list,
/// if a sentence follows it. Three known names before it tell a list from praise.
std::uint32_t name_before_sentence(const Reading& reading, std::size_t i, Knowledge& knowledge) {
    constexpr std::size_t names_needed = 3;
    constexpr std::uint32_t least = 3;  // words of sentences
    const Cell& cell = reading.cells[i];
    if (i < names_needed || !tells(cell) || cell.opens != PhraseKind::stop || cell.size() > longest_seam) return none;
    for (std::size_t before = i - names_needed; before < i; ++before)
        if (reading.cells[before].heading != none || !knowledge.knows(reading.cells[before])) return none;
    if (knowledge.knows(cell)) return none;
    const std::uint32_t end = knowledge.longest_at(cell.first, cell.last);
    if (end == none || end >= cell.last) return none;
    const Token& next = reading.tokens[end];
    if (!is_word(next) || next.gap == Gap::none || next.gap >= Gap::line || next.has(joiner)) return none;
    std::uint32_t words = 0;
    std::uint32_t telling = 0;
    for (std::uint32_t at = end; at < cell.last; ++at) {
        words += is_word(reading.tokens[at]) ? 1 : 0;
        telling += prose(reading.tokens[at]) ? 1 : 0;
    }
    return telling >= least && 2 * telling >= words ? end : none;
}

/// "Aqua Glycerin Parfum DETAILS Size 50 ml": where the names of a list without separators end, if a word in capitals
/// follows that occurs in no name and is not printed as they are.
std::uint32_t end_of_run(const Reading& reading, const Cell& cell, Knowledge& knowledge) {
    constexpr std::uint32_t names_needed = 3;
    constexpr std::uint32_t shortest = 5;  // tokens
    constexpr std::uint32_t least = 4;     // letters of the word
    const Tokens& tokens = reading.tokens;
    if (cell.size() < shortest || cell.opens != PhraseKind::stop || !cell.seen.shape(has_lower)) return none;
    if (!tokens[cell.first].is(has_lower)) return none;
    const auto shouts = [&](std::uint32_t at) {
        const Token& word = tokens[at];
        return is_word(word) && word.is(has_upper) && !word.is(has_lower) && !word.is(has_digit) &&
               word.to - word.from >= least && word.gap != Gap::none && !knowledge.knows_word(at);
    };
    std::uint32_t last = cell.first + 1;
    while (last < cell.last && !shouts(last)) ++last;
    if (last >= cell.last || knowledge.knows(cell)) return none;
    std::uint32_t names = 0;
    std::uint32_t end = cell.first;
    for (const Edge& edge : knowledge.edges(cell.first, last)) {
        if (edge.first < end) continue;
        end = edge.last;
        ++names;
    }
    return names >= names_needed && end == last ? last : none;
}

}  // namespace

std::uint32_t gloss_of(const Reading& reading, const Cell& cell, bool ends_list, Knowledge& knowledge,
                       const Vocabulary& vocabulary) {
    const Tokens& tokens = reading.tokens;
    if (cell.size() < 2 || cell.size() > longest_seam || cell.opens != PhraseKind::stop) return none;
    if (knowledge.knows(cell)) return none;
    const std::uint32_t end = knowledge.longest_at(cell.first, cell.last);
    if (end == none || end >= cell.last || knowledge.nearly_knows(cell.first, cell.last)) return none;
    const Token& next = tokens[end];
    if (next.gap == Gap::none || next.gap >= Gap::line || next.has(joiner)) return none;
    // "Parfum 12M 50ml": contents and period after opening, behind the last name.
    if (ends_list && is_code(reading, end, cell.last, CodeFrame::bare, vocabulary)) return end;
    if (!is_word(next)) return none;
    const std::span<const Token> rest = std::span(tokens).subspan(end, cell.last - end);
    const auto count = [&rest](auto holds) {
        return static_cast<std::size_t>(std::count_if(rest.begin(), rest.end(), holds));
    };
    const std::size_t words = count([](const Token& token) { return is_word(token); });
    const std::size_t sentence = count([](const Token& token) { return prose(token); });
    // A remark of what it is for: "Glycerin Humectant".
    for (std::size_t length = std::min<std::size_t>(rest.size(), 4); length > 0; --length) {
        if (!vocabulary.is(PhraseKind::remark, rest.first(length))) continue;
        if (length == rest.size() || prose(rest[length]) || vocabulary.is(PhraseKind::remark, rest.subspan(length)))
            return end;
        if (knowledge.knows(end + static_cast<std::uint32_t>(length), cell.last)) return end;
    }
    // A sentence between two separators: "… That Draws Moisture". Behind the last name it may be a text of its own.
    const bool opens_sentence = prose(rest.front()) && !rest.back().has(head_noun);
    if (!ends_list && sentence >= 2 && (opens_sentence || sentence * 3 >= words)) return end;
    if (!ends_list) return none;
    // What the product is, printed behind its last name: "Citric Acid Lotion".
    if (count([](const Token& token) { return is_word(token) && token.has(product_word); }) == words && words <= 2)
        return end;
    // Words that occur in no name: "Phenoxyethanol Store cool".
    if (words < 2 || !next.is(upper_first)) return none;
    for (std::uint32_t at = end; at < cell.last; ++at) {
        const bool told = prose(tokens[at]) || tokens[at].has(legal_word) || !knowledge.knows_word(at);
        const bool tells = is_word(tokens[at]) && told && !tokens[at].has(head_noun);
        if (!tells && tokens[at].kind != TokenKind::stop) return none;
    }
    return end;
}

bool may_have_seam(const Reading& reading, const Cell& cell, Knowledge& knowledge, const Vocabulary& vocabulary) {
    std::uint32_t sentences = 0;
    for (std::uint32_t at = cell.first; at < cell.last; ++at) sentences += prose(reading.tokens[at]) ? 1 : 0;
    // A cell of one word of sentences has a seam behind the colon of a bullet only, which no plain list has.
    if (end_of_run(reading, cell, knowledge) != none) return true;
    if (sentences < 2) return gloss_of(reading, cell, true, knowledge, vocabulary) != none;
    return !knowledge.knows(cell) || name_at_end(reading, cell, false, knowledge) != none ||
           gloss_of(reading, cell, true, knowledge, vocabulary) != none ||
           gloss_of(reading, cell, false, knowledge, vocabulary) != none;
}

void cut_seams(Reading& reading, Knowledge& knowledge, const Vocabulary& vocabulary) {
    base::LongVector<Cell> cells;  // empty up to the first seam
    bool found = false;
    const bool described = describes_names(reading, knowledge, vocabulary);
    const auto cut = [&cells](Cell cell, std::uint32_t at) {
        cell.fact = nullptr;
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
    for (std::size_t i = 0, count = reading.cells.size(); i < count; ++i) {
        const Cell& cell = reading.cells[i];
        // One known name, without a word of sentences or a colon, has no seam: what most cells are.
        if (!described && !cell.colon_after && !tells(cell) && (cell.heading != none || knowledge.knows(cell))) {
            if (found) cells.push_back(cell);
            continue;
        }
        const bool list_goes_on = i + 1 < count && reading.cells[i + 1].before == Break::comma;
        std::uint32_t seam = none;
        if (cell.heading == none && list_goes_on)
            seam =
                name_at_end(reading, cell,
                            i > 0 && reading.cells[i - 1].bullet_line && reading.cells[i - 1].colon_after, knowledge);
        // "Filtrat de ferment de Lactobacillus": the words before the capital belong to the name.
        if (seam != none && !reading.tokens[seam].has(list_start) && knowledge.knows(cell)) seam = none;
        const bool may_begin = cell.heading == none && seam == none && list_goes_on;
        if (may_begin) seam = water_at_end(reading, i, knowledge);
        const bool begins_list = may_begin && seam != none;
        if (cell.heading == none && seam == none) seam = name_at_start(reading, i, knowledge);
        const bool line = cell.heading == none && seam == none && described;
        if (line) seam = description_of(reading, i, knowledge, vocabulary);
        const bool said = line && seam != none;
        const bool seamed = seam != none && seam > cell.first;
        // What is said of a name stands between two separators of the list, or behind the last of them.
        const bool goes_on = i + 1 < count && reading.cells[i + 1].hard_before;
        const bool within = cell.hard_before || (goes_on && (i == 0 || reading.cells[i - 1].heading != none));
        const bool names = cell.heading == none && within && !cell.bullet_line && !cell.title && !cell.colon_after;
        std::uint32_t gloss = !seamed && names ? gloss_of(reading, cell, !goes_on, knowledge, vocabulary) : none;
        if (!seamed && names && !goes_on && gloss == none) gloss = name_before_sentence(reading, i, knowledge);
        if (!seamed && cell.heading == none && !cell.title && gloss == none)
            gloss = end_of_run(reading, cell, knowledge);
        if (!seamed && gloss == none) {
            if (found) cells.push_back(cell);
            continue;
        }
        if (!found) cells.assign(reading.cells.begin(), reading.cells.begin() + static_cast<std::ptrdiff_t>(i));
        found = true;
        cut(cell, seamed ? seam : gloss);
        if (!seamed || said) cells.back().aside = true;
        if (begins_list) cells.back().before = Break::line;
    }
    if (found) reading.cells = std::move(cells);
}

}  // namespace incilint::label
