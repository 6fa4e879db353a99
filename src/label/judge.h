// label/judge.h: which cells are the list and which are text around it, judged over the whole label at once.
// Promises: a Viterbi search over two states a cell; each cell's evidence is bounded; linear.
// Must not know: how cells become names, detectors.
#pragma once

#include <vector>

#include "base/long_vector.h"
#include "label/knowledge.h"
#include "label/reading.h"

namespace incilint::label {

struct Judgement {
    base::LongVector<Evidence> evidence;  ///< one a cell
    std::vector<std::uint8_t> list;       ///< 1: the cell belongs to a list (headings: 0)
    std::vector<std::uint8_t> actives;    ///< 1: bullets "Homosalate 10 %" that stand before the list
    base::LongVector<PhraseKind> why;     ///< of cells that do not: claim, disclaimer …; `stop`: no word for it

    /// Where the best path came from, for each cell: scratch of the search.
    struct Step {
        bool list_from_list = false;
        bool text_from_list = false;
    };
    base::LongVector<Step> steps;
};

[[nodiscard]] Judgement judge(const Reading& reading, Knowledge& knowledge);
/// The same into a judgement whose memory is used again.
void judge(const Reading& reading, Knowledge& knowledge, Judgement& out);

}  // namespace incilint::label
