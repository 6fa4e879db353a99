#include "label/slice_memo.h"

#include <algorithm>

namespace incilint::label {

SliceFact* SliceMemo::of(std::uint64_t print, std::string_view text) {
    const auto same = [text](const SliceFact* fact) { return fact->text() == text; };
    SliceFact* const found = slots_.find_or(print, same, [&]() -> SliceFact* {
        if (full()) return nullptr;
        SliceFact& fact = facts_.take();
        fact.label = label_;
        fact.size = static_cast<std::uint16_t>(text.size());
        if (text.size() <= SliceFact::most_inside) {
            std::copy(text.begin(), text.end(), fact.inside.begin());
        } else {
            rest_of(fact).text = text;
        }
        return &fact;
    });
    if (found != nullptr && found->label != label_) {
        found->label = label_;
        found->met_again = true;
    }
    return found;
}

SliceFact::Rest& SliceMemo::rest_of(SliceFact& fact) {
    if (fact.rest == nullptr) fact.rest = &rests_.take();
    return *fact.rest;
}

void SliceMemo::forget_rare() {
    std::size_t kept = 0;
    slots_.retain([&](SliceFact* fact) {
        if (fact->met_again && kept < most_ / 4 * 3) {
            fact->met_again = false;
            ++kept;
            return true;
        }
        if (fact->rest != nullptr) rests_.give_back(*fact->rest);
        facts_.give_back(*fact);
        return false;
    });
}

}  // namespace incilint::label
