// label/judge.h: which cells are the list and which are text around it, judged over the whole label at once.
// Promises: a Viterbi search over two states a cell; each cell's evidence is bounded; linear.
// Must not know: how cells become names, detectors.
#pragma once

#include <vector>

#include "label/knowledge.h"
#include "label/reading.h"

namespace incilint::label {

/// Why a cell is what it is; `score` > 0 speaks for the list.
struct Evidence {
    double score = 0;
    bool known = false;  ///< the whole cell is a known name
    double cover = 0;    ///< share of its words that known names cover
    std::uint32_t words = 0;
    std::uint32_t prose = 0;   ///< words of sentences in it
    std::uint32_t praise = 0;  ///< of these, words of advertising and usage
    std::uint32_t legal = 0;   ///< words of disclaimers and warnings
};

struct Judgement {
    std::vector<Evidence> evidence;  ///< one a cell
    std::vector<bool> list;          ///< the cell belongs to a list (headings: false)
    std::vector<bool> actives;       ///< bullets "Homosalate 10 %" that stand before the list
    std::vector<PhraseKind> why;     ///< of cells that do not: claim, disclaimer …; `stop`: no word for it
};

[[nodiscard]] Judgement judge(const Reading& reading, Knowledge& knowledge);

}  // namespace incilint::label
