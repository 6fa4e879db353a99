#include "label/memo.h"

#include <utility>

namespace incilint::label {

void NameMemo::forget_rare() {
    labels_ = 0;
    slices_.forget_rare();
    // A name stays with the slices that bear it, and its bytes are those of one of them.
    slices_.each([](const SliceFact* slice) {
        if (slice->said == nullptr) return;
        slice->said->held = true;
        slice->said->name = slice->name();
    });
    named_.retain([this](NameFact* fact) {
        const bool held = std::exchange(fact->held, false);
        if (!held) facts_.give_back(*fact);
        return held;
    });
    copies_.clear();
}

}  // namespace incilint::label
