#include "label/sections.h"

#include <algorithm>

namespace incilint::label {

std::optional<Section> section_of(PhraseKind heading, Section before) {
    switch (heading) {
        case PhraseKind::heading:
            return Section::main;
        case PhraseKind::heading_allergens:
        case PhraseKind::heading_function:  // "Preservatives: …" of a drug are inactive
            return before == Section::inactive ? before : Section::main;
        case PhraseKind::heading_active:
            return Section::active;
        case PhraseKind::heading_inactive:
            return Section::inactive;
        case PhraseKind::heading_may_contain:
            return Section::may_contain;
        default:
            return std::nullopt;
    }
}

bool only_percents(const std::vector<Product>& products) {
    if (products.empty()) return true;
    const base::LongVector<Entry>& entries = products.back().entries;
    return std::all_of(entries.begin(), entries.end(),
                       [](const Entry& entry) { return entry.percent || entry.section == Section::active; });
}

void percents_before_are_active(std::vector<Product>& products) {
    if (products.empty()) return;
    for (Entry& entry : products.back().entries) {
        if (entry.section == Section::main && entry.percent) entry.section = Section::active;
    }
}

}  // namespace incilint::label
