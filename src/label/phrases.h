// label/phrases.h: finds the phrases of the vocabulary in a label and notes single words on their tokens.
// Promises: hits stand in order and do not overlap, the longest wins; linear in the tokens.
// Must not know: ingredients, whether a phrase has its effect where it stands (label/headings.h).
#pragma once

#include <string_view>
#include <vector>

#include "label/scan.h"
#include "label/vocabulary.h"

namespace incilint::label {

/// Tokens [from, to) are a phrase of a kind from `heading` to `batch_code`.
struct PhraseHit {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    PhraseKind kind{};
};

/// Sets the notes of single words on the tokens; returns the longer phrases.
[[nodiscard]] std::vector<PhraseHit> find_phrases(std::string_view text, Tokens& tokens, const Vocabulary& vocabulary);
/// The same, behind the hits that are there. False where no unit of an amount ("%", "ppm") can stand in the text.
bool find_phrases(std::string_view text, Tokens& tokens, const Vocabulary& vocabulary, std::vector<PhraseHit>& hits);

}  // namespace incilint::label
