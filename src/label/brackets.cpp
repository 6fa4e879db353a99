#include "label/brackets.h"

#include <algorithm>
#include <span>

#include "lexicon/recognise.h"

namespace incilint::label {
namespace {

/// Longer brackets are never the bracket of one name: a list, or a text, or a sign that was closed by accident.
constexpr std::uint32_t longest_bracket = 400;
/// Remarks, percents and marks are short.
constexpr std::uint32_t longest_remark = 24;

std::span<const Token> inside_of(const Reading& reading, const Bracket& bracket) {
    return std::span(reading.tokens).subspan(bracket.open + 1, bracket.close - bracket.open - 1);
}

std::string_view text_of(const Reading& reading, const Bracket& bracket) {
    return reading.slice(bracket.open + 1, bracket.close);
}

/// "(draws water into the skin)": half of the words are those of sentences, and some of them praise. A common name
/// ("Wax of the Bee") does not; phrases and commas say more than what a name is good for.
bool explains(std::span<const Token> words) {
    std::size_t count = 0;
    std::size_t telling = 0;
    bool praises = false;
    for (const Token& token : words) {
        if (token.kind == TokenKind::comma || token.has(phrase)) return false;
        if (token.kind != TokenKind::word) continue;
        ++count;
        telling += token.has(stop_word) || token.has(wording) ? 1 : 0;
        praises = praises || token.has(wording);
    }
    return praises && telling > 1 && 2 * telling >= count;
}

/// "Solvent/Diluent": remarks side by side.
bool remarks(std::span<const Token> words, const Vocabulary& vocabulary) {
    std::size_t first = 0;
    for (std::size_t at = 0; at <= words.size(); ++at) {
        if (at < words.size() && words[at].kind != TokenKind::slash && words[at].kind != TokenKind::comma) continue;
        if (!vocabulary.is(PhraseKind::remark, words.subspan(first, at - first))) return false;
        first = at + 1;
    }
    return true;
}

/// What is left without percents and marks; `kept` holds it where something was left out.
std::span<const Token> without_marks(std::span<const Token> inside, std::vector<Token>& kept) {
    const auto drops = [](const Token& token) { return token.has(silent) || token.kind == TokenKind::mark; };
    if (std::none_of(inside.begin(), inside.end(), drops)) return inside;
    bool marked = false;
    for (const Token& token : inside) {
        marked = marked || token.kind == TokenKind::mark;
        const bool dash = token.kind == TokenKind::dash && kept.empty() && marked;  // "(* - exfoliant)"
        if (!drops(token) && !dash) kept.push_back(token);
    }
    return kept;
}

/// Written in one piece with a number in front of it and a hyphen behind it.
bool within_locant(const Reading& reading, const Bracket& bracket) {
    const Tokens& tokens = reading.tokens;
    const std::size_t next = bracket.close + std::size_t{1};
    return tokens[bracket.open].gap == Gap::none && tokens[bracket.open - 1].kind == TokenKind::number &&
           next < tokens.size() && tokens[next].gap == Gap::none && tokens[next].kind == TokenKind::dash;
}

bool remark_in(const Reading& reading, const Bracket& bracket, const lexicon::Dictionary& dictionary,
               const Vocabulary& vocabulary) {
    if (bracket.close - bracket.open > longest_remark) return false;
    std::vector<Token> kept;
    const std::span<const Token> words = without_marks(inside_of(reading, bracket), kept);
    if (words.empty()) return true;
    // "(0.76 %, 1000 ppm F)": nothing but signs between amounts.
    if (!kept.empty() && std::none_of(words.begin(), words.end(), [](const Token& word) {
            return word.kind == TokenKind::word || word.kind == TokenKind::number;
        }))
        return true;
    const bool square = reading.text[reading.tokens[bracket.open].from] == '[';
    if (words.size() == 1 && words[0].kind == TokenKind::number && square && words[0].to - words[0].from <= 2)
        return true;
    // A bracket at the start of an entry is part of a name: "(Active) Charcoal".
    if (bracket.open == 0) return false;
    const Token& before = reading.tokens[bracket.open - 1];
    const bool after_name = before.kind == TokenKind::word || before.kind == TokenKind::number ||
                            before.kind == TokenKind::close || before.kind == TokenKind::mark || before.has(silent);
    if (!after_name) return false;
    // "Ingredients (Conditioner):" names a product.
    const std::uint32_t next = bracket.close + 1;
    const bool heads = next < reading.tokens.size() && reading.tokens[next].kind == TokenKind::colon;
    if (heads && before.has(phrase)) return false;
    // A quantity alone: "(1000mg)". Between a locant and a hyphen it is a hydrogen's place: "-3(2H)-One" (IUPAC Gold
    // Book, "indicated hydrogen").
    // No unit is written in other letters: "(3Dヒアルロン酸)" is a name.
    if (words.size() == 1 && words[0].kind == TokenKind::word && words[0].is(digit_first) &&
        std::ranges::all_of(base::slice(reading.text, words[0].span()),
                            [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return !within_locant(reading, bracket);
    // After a stated percent a bracket tells its purpose or its unit: "0.24 % (0.15 % w/v fluoride ion)".
    if (before.has(amount) && !lexicon::is_known(text_of(reading, bracket), dictionary)) return true;
    // "(naturally occurring in essential oils)", "(**natural)": a legend in place.
    const bool marked = inside_of(reading, bracket).front().kind == TokenKind::mark;
    if (marked && vocabulary.is(PhraseKind::footnote, words)) return true;
    const Vocabulary::Range range = vocabulary.beginning(words, 0, PhraseKind::footnote);
    for (std::uint32_t i = range.first; i < range.last; ++i) {
        const Phrase phrase = vocabulary.phrase(i);
        if (phrase.kind == PhraseKind::footnote && phrase.size > 2 && vocabulary.matches(phrase, words, 0)) return true;
    }
    if (explains(words) && !lexicon::is_known(text_of(reading, bracket), dictionary)) return true;
    return vocabulary.is(PhraseKind::remark, words) || remarks(words, vocabulary) ||
           vocabulary.is(PhraseKind::badge, words) || vocabulary.is(PhraseKind::nano, words);
}

}  // namespace

bool says_nano(const Reading& reading, const Bracket& bracket, const Vocabulary& vocabulary) {
    return vocabulary.is(PhraseKind::nano, inside_of(reading, bracket));
}

void find_brackets(Reading& reading, const lexicon::Dictionary& dictionary, const Vocabulary& vocabulary) {
    Tokens& tokens = reading.tokens;
    reading.partner.assign(tokens.size(), none);
    Seen seen;
    std::vector<std::uint32_t> open;
    const auto count = static_cast<std::uint32_t>(tokens.size());
    for (std::uint32_t at = 0; at < count; ++at) {
        seen.add(tokens[at]);
        if (tokens[at].kind == TokenKind::open) open.push_back(at);
        if (tokens[at].kind != TokenKind::close) continue;
        if (open.empty() || at - open.back() > longest_bracket) {
            reading.stray.push_back(at);
            continue;
        }
        const Bracket bracket{open.back(), at};
        open.pop_back();
        reading.partner[bracket.open] = bracket.close;
        reading.partner[bracket.close] = bracket.open;
        reading.brackets.push_back(bracket);
        if (remark_in(reading, bracket, dictionary, vocabulary)) {
            for (std::uint32_t i = bracket.open; i <= bracket.close; ++i) tokens[i].notes |= silent;
        }
    }
    reading.stray.insert(reading.stray.end(), open.begin(), open.end());
    reading.seen = seen;
}

}  // namespace incilint::label
