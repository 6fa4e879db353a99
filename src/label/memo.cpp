#include "label/memo.h"

#include <utility>

namespace incilint::label {

NameFact& NameMemo::new_fact() {
    if (free_facts_.empty()) return facts_.emplace_back();
    NameFact& fact = *free_facts_.back();
    free_facts_.pop_back();
    return fact = NameFact();
}

void NameMemo::forget_rare() {
    slices_.forget_rare();
    // A name stays with the slices that bear it, and its bytes are those of one of them.
    slices_.each([](const SliceFact* slice) {
        if (slice->said == nullptr) return;
        slice->said->held = true;
        slice->said->name = slice->name();
    });
    named_.retain([this](NameFact* fact) {
        if (!fact->held) free_facts_.push_back(fact);
        return std::exchange(fact->held, false);
    });
    copies_.clear();
}

}  // namespace incilint::label
