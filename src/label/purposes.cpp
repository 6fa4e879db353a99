#include "label/purposes.h"

#include <algorithm>

#include "label/headings.h"
#include "label/openings.h"

namespace incilint::label {
namespace {

/// The token ends a heading of a list: "May contain".
bool ends_list_heading(const Reading& reading, std::uint32_t at) {
    if (!reading.tokens[at].has(phrase)) return false;
    const auto behind = reading.first_phrase(at + 1);
    if (behind == reading.phrases.begin()) return false;
    const PhraseHit& hit = *(behind - 1);
    return hit.to == at + 1 && begins_list(hit.kind);
}

/// Only names and what joins them stand between the last separator, or a heading, and the token.
bool behind_names(const Reading& reading, std::uint32_t at) {
    const Tokens& tokens = reading.tokens;
    constexpr std::uint32_t longest = 12;  // tokens
    for (std::uint32_t i = at; i > 0 && i + longest > at; --i) {
        if (tokens[i].gap >= Gap::line) return i < at;
        const Token& before = tokens[i - 1];
        if (before.has(silent)) continue;
        switch (before.kind) {
            case TokenKind::word:
                if (ends_list_heading(reading, i - 1)) return i < at;
                if ((before.has(stop_word) && !before.has(joiner)) || before.has(wording)) return false;
                break;
            case TokenKind::number:
            case TokenKind::dash:
            case TokenKind::slash:
            case TokenKind::ampersand:
            case TokenKind::close:
                break;
            case TokenKind::comma:
            case TokenKind::semicolon:
            case TokenKind::bullet:
            case TokenKind::pipe:
            case TokenKind::open:
            case TokenKind::colon:
                return i < at;
            default:
                return false;
        }
    }
    return at > 0 && at <= longest;
}

/// Where the purpose ends that begins with the word of sentences at `at`: "as preservative", "as a preservative", "to
/// adjust pH"; `at` where there is none.
std::uint32_t purpose_end(const Tokens& tokens, std::uint32_t at, const Vocabulary& vocabulary) {
    constexpr std::uint32_t most_words = 2;
    for (std::uint32_t first = at; first <= at + most_words && first < tokens.size(); ++first) {
        if (tokens[first].gap >= Gap::line) break;
        if (vocabulary.may_begin(tokens[first].hash)) {
            const std::uint32_t length = vocabulary.longest(PhraseKind::remark, tokens, first);
            if (length > 0 && (first > at || length > 1) && ends_amount(tokens, first + length)) return first + length;
        }
        if (!tokens[first].has(stop_word)) break;
    }
    return at;
}

/// "Avobenzone 3% Sunscreen Octisalate 5% Sunscreen Uses …": under a heading of active ingredients the remark behind an
/// amount ends in front of the next capital.
void take_purposes(Reading& reading, std::uint32_t from, std::uint32_t to, const Vocabulary& vocabulary) {
    Tokens& tokens = reading.tokens;
    auto amount = std::ranges::lower_bound(reading.amounts, from, {}, &Amount::from);
    for (; amount != reading.amounts.end() && amount->to < to; ++amount) {
        const Token& word = tokens[amount->to];
        if (word.kind != TokenKind::word || word.gap >= Gap::line || !word.is(upper_first)) continue;
        const std::uint32_t end = amount->to + vocabulary.longest(PhraseKind::remark, tokens, amount->to);
        if (end == amount->to || (end < tokens.size() && !tokens[end].is(upper_first) && !ends_entry(tokens, end)))
            continue;
        for (std::uint32_t i = amount->to; i < end; ++i) tokens[i].notes |= Note::amount | silent;
        amount->to = end;
    }
}

}  // namespace

void find_purposes(Reading& reading, const Vocabulary& vocabulary) {
    Tokens& tokens = reading.tokens;
    const auto count = static_cast<std::uint32_t>(tokens.size());
    if (!reading.amounts.empty()) {
        std::uint32_t active = none;
        for (const PhraseHit& hit : reading.phrases) {
            const bool ends = hit.kind == PhraseKind::heading || hit.kind == PhraseKind::heading_inactive;
            if (ends && active != none) take_purposes(reading, active, hit.from, vocabulary);
            if (ends) active = none;
            if (hit.kind == PhraseKind::heading_active) active = hit.to;
        }
        if (active != none) take_purposes(reading, active, count, vocabulary);
    }
    if (!reading.seen.note(stop_word)) return;
    for (std::uint32_t at = 1; at + 1 < count; ++at) {
        const Token& word = tokens[at];
        if (!word.has(stop_word) || word.has(silent) || word.kind != TokenKind::word || word.gap != Gap::blank ||
            word.is(upper_first))
            continue;
        const std::uint32_t end = purpose_end(tokens, at, vocabulary);
        if (end == at || !behind_names(reading, at)) continue;
        const auto hit = reading.first_phrase(at);  // "of natural origin" claims more
        if (hit != reading.phrases.end() && hit->from == at && hit->kind >= PhraseKind::claim) continue;
        for (std::uint32_t i = at; i < end; ++i) tokens[i].notes |= silent;
        at = end - 1;
    }
}

}  // namespace incilint::label
