#include "label/evidence.h"

#include <algorithm>

namespace incilint::label {
namespace {

/// Long cells are judged by their first words: prose shows early, and the work stays bounded.
constexpr std::uint32_t looked_at = 48;

/// Score of a cell that is a known name as a whole.
constexpr double known_score = 3;
/// Cost of each word of sentences ("with", "your", "moisturizes").
constexpr double prose_cost = 1.7;
/// A cell without any sign for or against.
constexpr double unknown_score = -0.1;
constexpr double most = 4;
/// So many known names that cover so much of a cell are no sentence.
constexpr std::uint32_t many_names = 7;
constexpr double dense_from = 0.6;
constexpr double least = -7;

/// Japanese sentences hold particles in hiragana, names hardly do.
bool japanese_sentence(std::string_view text) {
    std::size_t hiragana = 0;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::decode(text, at);
        hiragana += point.value >= 0x3041 && point.value <= 0x3096 ? 1 : 0;
        ++letters;
        at += point.length;
    }
    return hiragana >= 4 && hiragana * 3 > letters;
}

Evidence weighed(const Reading& reading, const Cell& cell, Knowledge& knowledge) {
    Evidence found;
    const std::uint32_t last = std::min(cell.last, cell.first + looked_at);
    std::uint32_t exclaims = 0;
    bool amount = false;
    for (std::uint32_t i = cell.first; i < last; ++i) {
        const Token& token = reading.tokens[i];
        const bool quantity = token.kind == TokenKind::number && token.has(silent) && i + 1 < last &&
                              reading.tokens[i + 1].has(silent) && reading.tokens[i + 1].kind == TokenKind::word;
        amount = amount || quantity || token.has(Note::amount);
        if (token.kind == TokenKind::other) {
            const char sign = reading.text[token.from];
            exclaims += sign == '!' || sign == '?' ? 1 : 0;
        }
        if (token.has(silent) || (token.kind != TokenKind::word && token.kind != TokenKind::number)) continue;
        ++found.words;
        if (token.has(wording)) ++found.praise;
        if (token.has(legal_word)) ++found.legal;
        const bool sentence = token.is(ideographic) && japanese_sentence(base::slice(reading.text, token.span()));
        // "FD&C Yellow No. 5": shortened, it is no word of sentences.
        const bool shortened = token.has(abbreviation) && i + 2 < last && token.is(upper_first) &&
                               reading.tokens[i + 1].kind == TokenKind::stop &&
                               reading.tokens[i + 2].kind == TokenKind::number;
        if ((token.has(stop_word) && !shortened) || token.has(wording) || sentence) {
            ++found.prose;
        }
    }
    if (found.words == 0) return found;
    found.known = knowledge.knows(cell);
    if (found.known) {
        found.cover = 1;
        found.score = known_score + 0.25 * std::min<double>(found.words - 1, 4);
        return found;
    }
    for (std::uint32_t i = cell.first; i < last; ++i) {
        const Token& token = reading.tokens[i];
        if (token.kind != TokenKind::word || token.has(silent) || token.has(stop_word) || token.has(wording)) continue;
        if (knowledge.knows_word(i)) ++found.name_words;
    }
    // Known names inside: the longest from each place on.
    std::uint32_t covered = 0;
    std::uint32_t names = 0;
    if (found.prose * 3 < found.words || found.words > 6) {
        std::uint32_t until = cell.first;
        std::uint32_t best_last = 0;
        std::uint32_t best_words = 0;
        std::uint32_t start = none;
        const auto take = [&] {
            if (start != none) {
                covered += best_words;
                ++names;
                until = best_last;
            }
        };
        for (const Edge& edge : knowledge.edges(cell.first, last)) {
            if (edge.first != start) {
                take();
                start = none;
                if (edge.first < until) continue;
                start = edge.first;
            }
            best_last = edge.last;
            best_words = edge.words;
        }
        take();
    }
    const double words = found.words;
    found.cover = covered / words;
    found.score =
        unknown_score + 2.2 * found.cover + 0.8 * found.name_words / words - prose_cost * found.prose - 2.0 * exclaims;
    if (found.cover < 0.5) found.score -= 0.25 * std::max(0.0, words - 7);
    if (amount && found.prose == 0) found.score += 0.5;
    // "20095 Hamburg", "50 ml": a number and a blank begin no name.
    const Token& first = reading.tokens[cell.first];
    const bool counts = first.kind == TokenKind::number && !first.has(silent) && cell.size() > 1 &&
                        reading.tokens[cell.first + 1].gap != Gap::none;
    if (counts) found.score -= 1;
    found.dense = names >= many_names && found.cover >= dense_from;
    if (found.dense) found.score = std::max(found.score, known_score);
    if (found.cover > 0.8 && found.prose == 0) found.score += 0.5 * std::min(words, 6.0);
    found.score = std::clamp(found.score, least, most);
    return found;
}

}  // namespace

Evidence weigh_anew(const Reading& reading, const Cell& cell, Knowledge& knowledge) {
    SliceFact* fact = knowledge.slice(cell);
    if (fact != nullptr && fact->has_evidence) return fact->evidence;
    const Evidence found = weighed(reading, cell, knowledge);
    if (fact != nullptr) {
        fact->evidence = found;
        fact->has_evidence = true;
    }
    return found;
}

bool tells_only(const Cell& cell, const Evidence& found) {
    return !found.known && found.words > 1 && found.name_words == 0 && 3 * found.prose >= 2 * found.words &&
           cell.opens == PhraseKind::stop && !cell.seen.shape(ideographic);
}

}  // namespace incilint::label
