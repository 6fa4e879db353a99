#include "label/enumeration.h"

namespace incilint::label {
namespace {

constexpr std::size_t most_digits = 3;
constexpr std::size_t least_names = 3;

/// The value of a short number; 0 for anything else.
std::uint32_t value_of(const Reading& reading, std::uint32_t at) {
    if (reading.tokens[at].kind != TokenKind::number) return 0;
    const std::string_view digits = base::slice(reading.text, reading.tokens[at].span());
    if (digits.size() > most_digits) return 0;
    std::uint32_t value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return 0;
        value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return value;
}

/// The token behind "2.", "2)" or "(2)" at the token, in front of a word; `none` where no such stands there.
std::uint32_t end_of_number(const Reading& reading, std::uint32_t at, std::uint32_t& value) {
    const Tokens& tokens = reading.tokens;
    const bool bracket = tokens[at].kind == TokenKind::open && reading.partner[at] == at + 2;
    const std::uint32_t sign = bracket ? at + 2 : at + 1;
    if (sign + 1 >= tokens.size() || (at > 0 && tokens[at].gap == Gap::none)) return none;
    const bool closes = tokens[sign].kind == TokenKind::close && (bracket || reading.partner[sign] == none);
    const bool stop = !bracket && tokens[sign].kind == TokenKind::stop;
    // "2. ↑ Urea": pages draw arrows beside names.
    const bool drawn = tokens[sign + 1].kind == TokenKind::other && sign + 2 < tokens.size();
    const std::uint32_t name = drawn ? sign + 2 : sign + 1;
    const Token& word = tokens[name];
    // "3. 1,2-Hexanediol": a name may begin with a number of its own.
    const bool figure = word.kind == TokenKind::number && word.gap != Gap::none && !word.has(amount);
    if ((!closes && !stop) || tokens[sign].gap != Gap::none || (word.kind != TokenKind::word && !figure)) return none;
    if (word.gap == Gap::none && !word.is(upper_first)) return none;
    value = value_of(reading, bracket ? at + 1 : at);
    return name;
}

bool begins(const Reading& reading, std::uint32_t at) {
    return at == 0 || reading.tokens[at].gap >= Gap::line || reading.tokens[at - 1].kind == TokenKind::colon;
}

/// Where "1.", "1)" or "(1)" begins a text or a line, or stands behind a colon; the end of the text where none does.
std::uint32_t first_number(const Reading& reading) {
    const auto size = static_cast<std::uint32_t>(reading.tokens.size());
    for (std::uint32_t at = 0; at < size; ++at) {
        const TokenKind kind = reading.tokens[at].kind;
        if ((kind != TokenKind::number && kind != TokenKind::open) || !begins(reading, at)) continue;
        std::uint32_t value = 0;
        if (end_of_number(reading, at, value) != none && value == 1) return at;
    }
    return size;
}

}  // namespace

void find_enumeration(Reading& reading) {
    const Tokens& tokens = reading.tokens;
    std::vector<TokenRange>& found = reading.enumerators;
    if (!reading.seen.kind(TokenKind::number)) return;
    const std::uint32_t first = first_number(reading);
    std::uint32_t comma = none;  // the last one that stands directly before no number
    for (std::uint32_t at = first; at < tokens.size(); ++at) {
        const TokenKind kind = tokens[at].kind;
        if (kind == TokenKind::comma || kind == TokenKind::semicolon) {
            const bool before_number = at + 1 < tokens.size() && (tokens[at + 1].kind == TokenKind::number ||
                                                                  tokens[at + 1].kind == TokenKind::open);
            if (!before_number) comma = at;
            continue;
        }
        if (kind != TokenKind::number && kind != TokenKind::open) continue;
        std::uint32_t value = 0;
        const std::uint32_t end = end_of_number(reading, at, value);
        if (end == none || value != found.size() + 1) continue;
        if (!found.empty() && comma != none && comma > found.back().first) break;  // a list behind each number
        found.push_back({at, end});
    }
    const bool legend = !found.empty() && std::ranges::any_of(reading.phrases, [&](const PhraseHit& hit) {
        return hit.kind == PhraseKind::footnote && hit.from == found.front().first;
    });
    if (found.size() < least_names || legend) found.clear();
}

}  // namespace incilint::label
