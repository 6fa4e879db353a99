#include "label/claims.h"

#include <algorithm>

namespace incilint::label {
namespace {

/// The first phrase that begins in the cell or behind it.
auto first_phrase(const Reading& reading, const Cell& cell) {
    return std::partition_point(reading.phrases.begin(), reading.phrases.end(),
                                [&](const PhraseHit& one) { return one.from < cell.first; });
}

}  // namespace

Denial denial(const Reading& reading, const Cell& cell) {
    if (cell.opens != PhraseKind::claim && cell.contains != PhraseKind::claim) return Denial::none;
    auto hit = first_phrase(reading, cell);
    while (hit != reading.phrases.end() && hit->from < cell.last && hit->kind != PhraseKind::claim) ++hit;
    if (hit == reading.phrases.end() || hit->from >= cell.last) return Denial::none;
    const bool denies =
        hit->to - hit->from > 1 && std::any_of(reading.tokens.begin() + hit->from, reading.tokens.begin() + hit->to,
                                               [](const Token& token) { return token.has(stop_word); });
    if (!denies) return Denial::none;
    return hit->to >= cell.last ? Denial::open : Denial::said;
}

const PhraseHit* closed_claim(const Reading& reading, const Cell& cell) {
    if (cell.opens != PhraseKind::claim) return nullptr;
    const auto hit = first_phrase(reading, cell);
    if (hit == reading.phrases.end() || hit->from != cell.first || hit->kind != PhraseKind::claim) return nullptr;
    const bool waits = std::any_of(reading.tokens.begin() + hit->from, reading.tokens.begin() + hit->to,
                                   [](const Token& token) { return token.has(stop_word) || token.is(ideographic); });
    return waits ? nullptr : &*hit;
}

bool says_none(const Reading& reading, std::uint32_t at) {
    if (!reading.tokens[at].has(amount)) return false;
    const auto found = std::partition_point(reading.amounts.begin(), reading.amounts.end(),
                                            [&](const Amount& one) { return one.to <= at; });
    return found != reading.amounts.end() && found->from == at && found->percent.max <= 0;
}

bool only_claim(const Reading& reading, const Cell& cell) {
    const PhraseHit* const claim = closed_claim(reading, cell);
    return claim != nullptr && claim->to >= cell.last;
}

}  // namespace incilint::label
