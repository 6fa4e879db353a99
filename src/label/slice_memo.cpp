#include "label/slice_memo.h"

#include <algorithm>

namespace incilint::label {

SliceFact* SliceMemo::of(std::uint64_t print, std::string_view text) {
    const auto same = [text](const SliceFact* fact) { return fact->text() == text; };
    return slots_.find_or(print, same, [&]() -> SliceFact* {
        if (full()) return nullptr;
        SliceFact& fact = facts_.emplace_back();
        fact.size = static_cast<std::uint16_t>(text.size());
        if (text.size() <= SliceFact::most_inside) {
            std::copy(text.begin(), text.end(), fact.inside.begin());
        } else {
            rest_of(fact).text = text;
        }
        return &fact;
    });
}

SliceFact::Rest& SliceMemo::rest_of(SliceFact& fact) {
    if (fact.rest == nullptr) fact.rest = &rests_.emplace_back();
    return *fact.rest;
}

void SliceMemo::forget() {
    slots_.clear();
    facts_.clear();
    rests_.clear();
}

}  // namespace incilint::label
