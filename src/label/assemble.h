// label/assemble.h: products, sections, entries and the kinds of what is no list.
// Promises: every cell becomes entries or an ignored part; what stands between them is a separator.
// Must not know: how cells were judged or cut.
#pragma once

#include <vector>

#include "base/long_vector.h"
#include "label/clean.h"
#include "label/judge.h"
#include "label/knowledge.h"
#include "label/label.h"
#include "label/reading.h"

namespace incilint::label {

/// Tokens [first, last) and what they are; what no stretch covers is a separator.
struct Stretch {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    PieceKind kind = PieceKind::other_text;
};

/// What a reading came to, before detectors look at it.
struct Assembly {
    std::vector<Product> products;
    base::TextPool texts;                        ///< what their entries say
    base::LongVector<Stretch> stretches;         ///< in order
    std::vector<base::Span> missing_separators;  ///< source bytes of names that had to be cut apart
    std::optional<base::Span> breaks_off;        ///< source bytes of a last name that is the beginning of one
    bool prose = false;                          ///< sentences stand in the field
    bool told_first = false;                     ///< ingredients are told in front of a list, perhaps again in it
    bool lines_separate = false;                 ///< line ends separate the names of a list
    bool all_differ = false;                     ///< no two names are the same but for capitals, as is seen at once
};

[[nodiscard]] Assembly assemble(const Reading& reading, const Judgement& judgement, Knowledge& knowledge,
                                const CleanText& clean, const Vocabulary& vocabulary);

/// What a text is that began with this phrase.
[[nodiscard]] PieceKind piece_kind(PhraseKind kind);

/// Pieces of the whole source, from stretches.
[[nodiscard]] base::LongVector<Piece> pieces_of(const Reading& reading, const base::LongVector<Stretch>& stretches,
                                                const CleanText& clean);

}  // namespace incilint::label
