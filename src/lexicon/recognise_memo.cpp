#include "lexicon/recognise_memo.h"

#include <utility>

#include "base/hash.h"

namespace incilint::lexicon {

const std::optional<Recognition>& RecogniseMemo::recognise(std::string_view name, const RecogniseOptions& options) {
    if (said_ == nullptr) said_ = std::make_unique<std::array<Said, places>>();
    Said& said = (*said_)[base::hash64(name) % places];
    if (said.name != name) said = {std::string(name), {}, {}};
    const std::size_t how = options.correct_spelling ? 1 : 0;
    if (said.asked[how]) return said.found[how];
    Recognised answer = recognised(name, dictionary_, options);
    said.asked[how] = true;
    if (!answer.by_options && !std::exchange(said.asked[1 - how], true)) said.found[1 - how] = answer.found;
    return said.found[how] = std::move(answer.found);
}

}  // namespace incilint::lexicon
