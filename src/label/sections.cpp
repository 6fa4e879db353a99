#include "label/sections.h"

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

void PercentsBefore::look_at(const std::vector<Product>& products) {
    if (products.size() == products_) return;
    products_ = products.size();
    stated_ = settled_ = 0;
}

bool PercentsBefore::only(const std::vector<Product>& products) {
    if (products.empty()) return true;
    look_at(products);
    const base::LongVector<Entry>& entries = products.back().entries;
    while (stated_ < entries.size() && (entries[stated_].percent || entries[stated_].section == Section::active))
        ++stated_;
    return stated_ == entries.size();
}

void PercentsBefore::are_active(std::vector<Product>& products) {
    if (products.empty()) return;
    look_at(products);
    base::LongVector<Entry>& entries = products.back().entries;
    for (; settled_ < entries.size(); ++settled_) {
        Entry& entry = entries[settled_];
        if (entry.section == Section::main && entry.percent) entry.section = Section::active;
    }
}

}  // namespace incilint::label
