#include "label/legends.h"

#include <algorithm>

namespace incilint::label {
namespace {

constexpr std::uint32_t longest_mark = 4;  // bytes
constexpr std::size_t most_marks = 8;      // a label has one or two

/// A name may end after this token.
bool ends_name(const Reading& reading, std::uint32_t at) {
    if (at >= reading.tokens.size() || reading.tokens[at].gap >= Gap::line) return true;
    switch (reading.tokens[at].kind) {
        case TokenKind::comma:
        case TokenKind::semicolon:
        case TokenKind::bullet:
        case TokenKind::pipe:
        case TokenKind::stop:
        case TokenKind::open:
            return true;
        default:
            return false;
    }
}

bool legend_at(const Reading& reading, std::uint32_t at) {
    const Tokens& tokens = reading.tokens;
    if (at + 4 >= tokens.size() || tokens[at].kind != TokenKind::open || reading.partner[at] != at + 2) return false;
    const bool begins = at == 0 || tokens[at].gap >= Gap::line || tokens[at - 1].kind == TokenKind::stop;
    const Token& word = tokens[at + 1];
    const bool letters = word.kind == TokenKind::word && word.to - word.from <= longest_mark && !word.is(has_lower);
    const TokenKind after = tokens[at + 3].kind;
    return begins && letters && (after == TokenKind::dash || after == TokenKind::colon || after == TokenKind::other);
}

}  // namespace

void find_letter_marks(Reading& reading) {
    Tokens& tokens = reading.tokens;
    std::vector<std::uint64_t> marks;
    for (const Bracket& bracket : reading.brackets) {  // of one token each: these stand in order
        const std::uint32_t at = bracket.open;
        if (marks.size() >= most_marks) break;
        if (!legend_at(reading, at)) continue;
        marks.push_back(tokens[at + 1].hash);
        const PhraseHit hit{at, at + 4, PhraseKind::footnote};
        const auto place = std::find_if(reading.phrases.begin(), reading.phrases.end(),
                                        [&](const PhraseHit& phrase) { return phrase.from >= at; });
        reading.phrases.insert(place, hit);
    }
    if (marks.empty()) return;
    for (std::uint32_t at = 1; at < tokens.size(); ++at) {
        const bool mark = std::find(marks.begin(), marks.end(), tokens[at].hash) != marks.end();
        const bool behind_name = tokens[at - 1].kind == TokenKind::word && tokens[at].gap != Gap::none;
        if (mark && behind_name && ends_name(reading, at + 1)) tokens[at].notes |= silent;
    }
}

}  // namespace incilint::label
