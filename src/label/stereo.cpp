#include "label/stereo.h"

#include "label/openings.h"

namespace incilint::label {

bool is_stereo_sign(const Reading& reading, std::uint32_t open) {
    constexpr std::uint32_t longest = 4;  // tokens
    const Tokens& tokens = reading.tokens;
    const std::uint32_t close = reading.partner[open];
    if (tokens[open].kind != TokenKind::open || close == none || close < open + 2 || close > open + longest)
        return false;
    for (std::uint32_t at = open + 1; at < close; ++at) {
        const std::string_view sign = base::slice(reading.text, tokens[at].span());
        if (tokens[at].kind != TokenKind::dash && sign != "+" && sign != "/" && sign != "±") return false;
    }
    return close + 1 < tokens.size() && tokens[close + 1].kind == TokenKind::dash && tokens[close + 1].gap == Gap::none;
}

void find_stereo_signs(Reading& reading) {
    if (reading.brackets.empty() || !reading.seen.kind(TokenKind::comma)) return;
    Tokens& tokens = reading.tokens;
    for (const Bracket& bracket : reading.brackets) {
        if (bracket.open < 2 || bracket.close > bracket.open + 4 || tokens[bracket.open - 1].kind != TokenKind::comma)
            continue;
        if (!is_stereo_sign(reading, bracket.open)) continue;
        const std::uint32_t behind = bracket.close + 2;
        if (behind < tokens.size() && tokens[behind].gap == Gap::none && wordlike(tokens[behind])) continue;
        for (std::uint32_t at = bracket.open - 1; at < behind; ++at) tokens[at].notes |= silent;
    }
}

}  // namespace incilint::label
