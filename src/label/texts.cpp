#include "label/texts.h"

#include "label/assemble.h"

namespace incilint::label {
namespace {

/// A sub-heading of a kit is short.
constexpr std::uint32_t longest_sub_heading = 24;  // tokens

/// "Step 1:" in front of "Cleanse:": few words at the start of a sentence, no claim, no bullet.
bool begins_heading(const Reading& reading, const Judgement& judgement, std::uint32_t i) {
    constexpr std::uint32_t few = 4;  // tokens
    if (i == 0 || reading.cells[i - 1].heading != none || judgement.list[i - 1]) return false;
    const Cell& before = reading.cells[i - 1];
    const bool begins =
        before.before == Break::start || (before.before >= Break::tight && before.before != Break::colon);
    return begins && before.size() <= few && !before.bullet_line && judgement.why[i - 1] == PhraseKind::stop &&
           judgement.evidence[i - 1].prose == 0;
}

/// "If swallowed, call⏎a doctor right away.": the line goes on with the sentence above it.
bool goes_on(const Reading& reading, const Judgement& judgement, std::uint32_t i) {
    const Cell& here = reading.cells[i];
    if (i == 0 || here.before != Break::line || reading.tokens[here.first].is(upper_first)) return false;
    // "Leaves hair soft.⏎serum: …": the sentence ended above, and what a colon follows begins anew.
    if (here.colon_after || reading.tokens[here.first - 1].kind == TokenKind::stop) return false;
    const Cell& before = reading.cells[i - 1];
    return reading.tokens[here.first].is(has_lower) && before.heading == none && !before.colon_after &&
           !judgement.list[i - 1] && judgement.evidence[i - 1].prose > 0;
}

}  // namespace

PieceKind kind_of(const Reading& reading, const Judgement& judgement, std::uint32_t i, PieceKind last_text) {
    const Cell& here = reading.cells[i];
    if (judgement.why[i] != PhraseKind::stop) return piece_kind(judgement.why[i]);
    const bool goes_on = last_text != PieceKind::separator && last_text != PieceKind::heading;
    if (goes_on && here.before < Break::tight) return last_text;
    const bool legal = last_text == PieceKind::disclaimer || last_text == PieceKind::claim;
    if (legal && here.before < Break::paragraph) return last_text;
    const Evidence& evidence = judgement.evidence[i];
    if (evidence.prose > 0 && evidence.legal > evidence.praise) return PieceKind::disclaimer;
    if (here.bullet_line || here.colon_after || evidence.prose > 0) return PieceKind::marketing;
    if (goes_on && here.before < Break::paragraph) return last_text;
    return PieceKind::other_text;
}

FirstTitles::FirstTitles(const Reading& reading) {
    for (std::uint32_t i = 0; i < reading.cells.size() && second == none; ++i)
        if (reading.cells[i].title) (first == none ? first : second) = i;
}

bool goes_with_title(const Reading& reading, const FirstTitles& titles, std::uint32_t i) {
    if (titles.first < i) return true;
    const std::uint32_t next = titles.first == i ? titles.second : titles.first;
    return next == none || reading.cells[next].before == Break::colon;
}

bool names_product(const Reading& reading, const Judgement& judgement, std::uint32_t i) {
    const Cell& here = reading.cells[i];
    const Evidence& evidence = judgement.evidence[i];
    if (here.title) return i + 1 < reading.cells.size();
    if (here.size() > longest_sub_heading || here.bullet_line || here.opens != PhraseKind::stop) return false;
    if ((judgement.why[i] != PhraseKind::stop && here.contains == PhraseKind::stop) ||
        evidence.prose > evidence.praise + (here.colon_after ? 3 : 1)) {
        return false;
    }
    if (here.before == Break::colon ? !begins_heading(reading, judgement, i)
                                    : here.before != Break::start && here.before < Break::tight)
        return false;
    if (i + 1 >= reading.cells.size() || goes_on(reading, judgement, i)) return false;
    const Cell& next = reading.cells[i + 1];
    const bool heads_list = judgement.list[i + 1] || (next.heading != none && reading.headings[next.heading].kind <
                                                                                  PhraseKind::heading_may_contain);
    const bool line_alone = reading.tokens[next.first].gap >= Gap::line || next.bullet_line;
    if (here.colon_after) return heads_list || line_alone;
    // "Night Cream. Ingredients: …" names a product; "Feels soft. Water, …" does not.
    const bool sentence = reading.tokens[here.last - 1].kind == TokenKind::stop || next.before == Break::stop;
    const bool product = here.seen.note(product_word);
    return heads_list &&
           (sentence ? next.heading != none && evidence.prose <= (product ? 1U : 0U) : evidence.prose <= 2);
}

}  // namespace incilint::label
