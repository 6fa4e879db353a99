#include "label/closed.h"

#include <algorithm>

#include "label/codes.h"
#include "label/glued.h"
#include "label/openings.h"
#include "label/stops.h"

namespace incilint::label {
namespace {

/// "SymOcide PH": behind a word, with no colon behind it, it heads nothing (label/headings.cpp).
bool ends_in_data(const PhraseHit& hit, const Tokens& tokens) {
    return hit.kind == PhraseKind::heading_meta && hit.from > 0 && hit.to == tokens.size() &&
           tokens[hit.from].gap == Gap::blank && tokens[hit.from - 1].kind == TokenKind::word;
}

/// A phrase that says nothing where it stands, whatever stands around the slice: what it could begin it would begin by
/// itself (which cells and headings then show); only codes, legends and the words of headings look further.
bool closed(const PhraseHit& hit, const Tokens& tokens) {
    if (hit.kind == PhraseKind::batch_code) return false;
    const bool goes_on = hit.to < tokens.size() && tokens[hit.to].gap < Gap::line && !tokens[hit.to].has(joiner) &&
                         !tokens[hit.to].has(stop_word) && !tokens[hit.to - 1].has(stop_word) &&
                         (tokens[hit.to].kind == TokenKind::word || tokens[hit.to].kind == TokenKind::dash);
    // "Bio-Factor" begins no legend, wherever it stands.
    if (hit.kind == PhraseKind::footnote && hit.from == 0) return hit.to == 1 && goes_on;
    if (hit.kind >= PhraseKind::claim || ends_in_data(hit, tokens)) return true;
    return hit.from > 0 && hit.to < tokens.size() && tokens[hit.to].kind == TokenKind::word &&
           !tokens[hit.to].has(joiner) && !tokens[hit.to].has(stop_word);
}

/// "(Honey + Zymomonas Ferment) Extract": more than a mark or a letter of a legend, and the name goes on behind it.
bool begins_in_bracket(const Reading& reading) {
    const std::uint32_t partner = reading.partner[0];
    return reading.text.front() == '(' && partner != none && partner > 2 && partner + 1 < reading.tokens.size() &&
           (reading.tokens[partner + 1].kind == TokenKind::word ||
            reading.tokens[partner + 1].kind == TokenKind::slash);
}

}  // namespace

bool closed(const Reading& reading) {
    const Tokens& tokens = reading.tokens;
    if (tokens.empty() || !reading.amounts.empty() || may_be_formula_number(reading)) return false;
    for (const PhraseHit& hit : reading.phrases)
        if (!closed(hit, tokens)) return false;
    // No joiner, dash, bracket or number of an enumeration at its beginning, but words in brackets that begin a name …
    if (!(wordlike(tokens.front()) || begins_in_bracket(reading)) || tokens.front().has(joiner)) return false;
    if (tokens.front().kind == TokenKind::number && (tokens.size() < 2 || tokens[1].kind == TokenKind::stop ||
                                                     (tokens[1].gap != Gap::none && tokens[1].kind != TokenKind::word)))
        return false;
    // … and at its end a word, a bracket, or a full stop behind one of them.
    std::size_t last = tokens.size() - 1;
    if (tokens[last].kind == TokenKind::stop) {
        if (last == 0) return false;
        --last;
    }
    if (!wordlike(tokens[last]) && tokens[last].kind != TokenKind::close) return false;
    if (may_end_in_locant(reading, static_cast<std::uint32_t>(last))) return false;  // with what the comma hides
    // A bracket that closes nothing closes nothing of other slices either, as theirs are closed; at the end of a name
    // it is no part of it. Behind a number it may be that of an enumeration.
    for (const std::uint32_t stray : reading.stray)
        if (tokens[stray].kind != TokenKind::close || stray == last || stray == 0 ||
            tokens[stray - 1].kind == TokenKind::number)
            return false;
    std::size_t prose = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        // More words of sentences are a text; silent words are no part of a name.
        prose += token.has(stop_word) || token.has(wording) ? 1 : 0;
        if (prose > 2 || token.has(silent)) return false;
        if (token.kind == TokenKind::colon && !is_ratio(reading, static_cast<std::uint32_t>(i))) return false;
        // "(Honey + Zymomonas Ferment)"; elsewhere it is a mark, or begins a section of shades.
        if (token.kind == TokenKind::plus &&
            (i == 0 || i + 1 >= tokens.size() || !wordlike(tokens[i - 1]) || !wordlike(tokens[i + 1])))
            return false;
        // "(WH) - wild harvest" behind a stop is a legend for the whole label.
        if (i > 0 && token.kind == TokenKind::open && tokens[i - 1].kind == TokenKind::stop) return false;
    }
    return true;
}

bool ends_in_data(const Reading& reading) {
    return std::ranges::any_of(reading.phrases,
                               [&](const PhraseHit& hit) { return ends_in_data(hit, reading.tokens); });
}

}  // namespace incilint::label
