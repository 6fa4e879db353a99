#include "label/claims.h"

#include <algorithm>

namespace incilint::label {
namespace {

/// A word of sentences stands in the phrase, other than in front of a hyphen: "free of", but not "non-GMO".
bool says_of_what(const Reading& reading, const PhraseHit& hit) {
    for (std::uint32_t at = hit.from; at < hit.to; ++at) {
        if (!reading.tokens[at].has(stop_word)) continue;
        const bool hyphened = at + 1 < hit.to && reading.tokens[at + 1].kind == TokenKind::dash;
        if (!hyphened) return true;
    }
    return false;
}

}  // namespace

Denial denial(const Reading& reading, const Cell& cell) {
    if (cell.opens != PhraseKind::claim && cell.contains != PhraseKind::claim) return Denial::none;
    auto hit = reading.first_phrase(cell.first);
    while (hit != reading.phrases.end() && hit->from < cell.last && hit->kind != PhraseKind::claim) ++hit;
    if (hit == reading.phrases.end() || hit->from >= cell.last) return Denial::none;
    if (!says_of_what(reading, *hit)) return Denial::none;
    return hit->to >= cell.last ? Denial::open : Denial::said;
}

const PhraseHit* closed_claim(const Reading& reading, const Cell& cell) {
    if (cell.opens != PhraseKind::claim) return nullptr;
    const auto hit = reading.first_phrase(cell.first);
    if (hit == reading.phrases.end() || hit->from != cell.first || hit->kind != PhraseKind::claim) return nullptr;
    const bool waits =
        says_of_what(reading, *hit) || std::any_of(reading.tokens.begin() + hit->from, reading.tokens.begin() + hit->to,
                                                   [](const Token& token) { return token.is(ideographic); });
    return waits ? nullptr : &*hit;
}

bool says_none(const Reading& reading, std::uint32_t first, std::uint32_t last) {
    const auto at = [&reading](std::uint32_t token) {
        if (!reading.tokens[token].has(amount)) return false;
        const auto found = std::partition_point(reading.amounts.begin(), reading.amounts.end(),
                                                [&](const Amount& one) { return one.to <= token; });
        return found != reading.amounts.end() && found->from <= token && found->percent.max <= 0;
    };
    return first < last && (at(first) || at(last - 1));
}

bool denies_in_passing(const Reading& reading, std::size_t cell) {
    if (cell == 0 || cell + 1 >= reading.cells.size()) return false;
    const Cell& here = reading.cells[cell];
    const Cell& before = reading.cells[cell - 1];
    const Cell& next = reading.cells[cell + 1];
    const auto begins_in_capital = [&](const Cell& one) { return reading.tokens[one.first].is(upper_first); };
    return here.before == Break::phrase && before.hard_before && next.hard_before && !here.seen.shape(has_upper) &&
           begins_in_capital(before) && begins_in_capital(next) && denial(reading, here) == Denial::said;
}

bool names_kind(const Reading& reading, std::size_t cell, std::uint32_t from) {
    const Cell& here = reading.cells[cell];
    if (!here.hard_before || from + 2 > here.last) return false;
    const bool group = cell + 1 < reading.cells.size() && reading.cells[cell + 1].group_part && !here.group_part;
    const std::uint32_t end = here.last - (group ? 1 : 0);  // "Blend"
    if (!group && !reading.tokens[here.last - 1].has(head_noun)) return false;
    return std::none_of(reading.tokens.begin() + from, reading.tokens.begin() + end, [](const Token& token) {
        return (token.notes & (stop_word | wording | legal_word | product_word)) != 0;
    });
}

bool only_claim(const Reading& reading, const Cell& cell) {
    const PhraseHit* const claim = closed_claim(reading, cell);
    return claim != nullptr && claim->to >= cell.last;
}

}  // namespace incilint::label
