#include "label/phrases.h"

#include <bit>
#include <optional>

#include "label/amount.h"

namespace incilint::label {
namespace {

/// The note that a single word of this kind leaves on its token; 0 for kinds that are looked up where they matter.
std::uint16_t note_of(PhraseKind kind) {
    switch (kind) {
        case PhraseKind::stop:
            return stop_word;
        case PhraseKind::joiner:
            return joiner;
        case PhraseKind::head:
            return head_noun;
        case PhraseKind::list_start:
            return list_start;
        case PhraseKind::wording:
            return wording;
        case PhraseKind::legal:
            return legal_word;
        case PhraseKind::abbreviation:
            return abbreviation;
        case PhraseKind::product:
            return product_word;
        case PhraseKind::group:
            return group_word;
        case PhraseKind::free:
            return free_word;
        case PhraseKind::remark:
            return function_word;
        default:
            return 0;
    }
}

/// The hash of the word before "'s": "skin's" is a word of sentences as "skin" is.
std::uint64_t possessor(std::string_view text, const Token& token) {
    if (token.kind != TokenKind::word || text[token.to - 1] != 's') return token.hash;
    const std::string_view word = base::slice(text, token.span());
    for (const std::string_view ending : {"'s", "’s"}) {
        const bool ends = word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
        if (ends) return word_hash(word.substr(0, word.size() - ending.size()));
    }
    return token.hash;
}

/// Kinds of phrases that are runs of words.
constexpr std::uint64_t blocks = 2 * Vocabulary::bit(PhraseKind::batch_code) - 1;

constexpr std::size_t longest_beginning = 12;  // characters

/// Scripts without blanks run a phrase into what follows: the phrase that the word begins with.
std::optional<PhraseKind> beginning_of(std::string_view word, const Vocabulary& vocabulary) {
    std::optional<PhraseKind> found;
    std::size_t end = 0;
    for (std::size_t characters = 1; characters <= longest_beginning && end < word.size(); ++characters) {
        end += base::decode(word, end).length;
        if (characters < 3) continue;  // two characters begin many names
        const Vocabulary::Range range = vocabulary.beginning_with(word_hash(word.substr(0, end)));
        for (std::uint32_t i = range.first; i < range.last; ++i) {
            const Phrase phrase = vocabulary.phrase(i);
            const bool sentence = phrase.kind >= PhraseKind::claim && phrase.kind <= PhraseKind::marketing;
            if (phrase.size == 1 && sentence) found = phrase.kind;
        }
    }
    return found;
}

/// The word ends as sentences do: "…ます", "…니다".
bool ends_sentence(std::string_view word, const Vocabulary& vocabulary) {
    constexpr std::size_t longest_ending = 4;  // characters
    std::size_t from = word.size();
    for (std::size_t characters = 1; characters <= longest_ending && from > 0; ++characters) {
        do --from;
        while (from > 0 && (static_cast<unsigned char>(word[from]) & 0xc0) == 0x80);
        if (from > 0 && characters > 1 && vocabulary.is(PhraseKind::ending, word_hash(word.substr(from)))) return true;
    }
    return false;
}

/// "SLS-free", "mineral oil free": where the claim begins that ends with the word at `at`; `at` where none does. Tokens
/// before `free` belong to another phrase.
std::size_t denial_begins(const Tokens& tokens, std::size_t at, std::size_t free) {
    constexpr std::size_t longest = 5;  // tokens
    std::size_t first = at;
    while (first > free && at - first < longest && tokens[first].gap < Gap::line) {
        const Token& before = tokens[first - 1];
        const bool word = before.kind == TokenKind::word && !before.has(stop_word) && !before.has(wording);
        const bool hyphen = before.kind == TokenKind::dash && tokens[first].gap == Gap::none;
        if (!word && !hyphen) break;
        --first;
    }
    while (first < at && tokens[first].kind != TokenKind::word) ++first;
    return first;
}

}  // namespace

std::vector<PhraseHit> find_phrases(std::string_view text, Tokens& tokens, const Vocabulary& vocabulary) {
    std::vector<PhraseHit> hits;
    (void)find_phrases(text, tokens, vocabulary, hits);
    return hits;
}

bool find_phrases(std::string_view text, Tokens& tokens, const Vocabulary& vocabulary, std::vector<PhraseHit>& hits) {
    bool unit = false;
    std::size_t busy_until = 0;  // tokens before it belong to a hit
    const std::size_t count = tokens.size();
    for (std::size_t at = 0; at < count; ++at) {
        Token& token = tokens[at];
        const bool known = vocabulary.may_begin(token.hash);
        if (!known && text[token.to - 1] != 's' && !token.is(ideographic)) continue;  // nearly all words
        const Vocabulary::First first = known ? vocabulary.first_word(token.hash) : Vocabulary::First{};
        std::uint64_t singles = first.singles;
        if (first.kinds == 0) {
            const std::uint64_t owner = possessor(text, token);
            if (owner != token.hash) singles = vocabulary.first_word(owner).singles;
        }
        for (; singles != 0; singles &= singles - 1)
            token.notes |= note_of(static_cast<PhraseKind>(std::countr_zero(singles)));
        if (token.is(ideographic) && ends_sentence(base::slice(text, token.span()), vocabulary))
            token.notes |= stop_word;
        bool longest = at >= busy_until;
        Vocabulary::Range range;
        if ((first.kinds & (blocks | units_of_amounts)) != 0) {
            const Vocabulary::First left = vocabulary.narrowed(first, tokens, at);
            if (longest && (left.kinds & blocks) != 0) range = left.range;
            unit = unit || (left.kinds & units_of_amounts) != 0;
        }
        for (std::uint32_t i = range.first; i < range.last; ++i) {
            const Phrase phrase = vocabulary.phrase(i);
            if (phrase.kind > PhraseKind::batch_code || !vocabulary.matches(phrase, tokens, at)) continue;
            hits.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + phrase.size), phrase.kind});
            busy_until = at + phrase.size;
            longest = false;
            // "(soothing antioxidant plant)": a word that heads a list only in front of a colon says nothing elsewhere.
            const bool plain =
                phrase.kind == PhraseKind::heading_function || phrase.kind == PhraseKind::heading_product;
            for (std::size_t k = at; k < busy_until && !plain; ++k) tokens[k].notes |= label::phrase;
            break;
        }
        if (longest && token.has(free_word)) {
            const std::size_t from = denial_begins(tokens, at, busy_until);
            if (from < at) {
                hits.push_back(
                    {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at + 1), PhraseKind::claim});
                busy_until = at + 1;
                for (std::size_t k = from; k < busy_until; ++k) tokens[k].notes |= label::phrase;
            }
        }
        if (longest && token.is(ideographic)) {
            const auto kind = beginning_of(base::slice(text, token.span()), vocabulary);
            if (kind) hits.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1), *kind});
        }
    }
    return unit;
}

}  // namespace incilint::label
