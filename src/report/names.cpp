#include "report/names.h"

namespace incilint::report {

const label::Product* Subject::product() const {
    const auto index = screening_.product;
    return index && *index < input_.label.products.size() ? &input_.label.products[*index] : nullptr;
}

std::span<const label::Entry> Subject::entries() const {
    const label::Product* p = product();
    return p ? std::span<const label::Entry>(p->entries) : std::span<const label::Entry>();
}

std::string Subject::name() const {
    const label::Product* p = product();
    if (!p || !p->name) return input_.product;
    return input_.product.empty() ? *p->name : input_.product + ": " + *p->name;
}

std::string_view Subject::ingredient_name(std::uint32_t entry) const {
    if (entry < screening_.entries.size() && screening_.entries[entry].recognised)
        return screening_.entries[entry].recognised->inci;
    const auto all = entries();
    return entry < all.size() ? std::string_view(all[entry].name) : std::string_view();
}

std::string Subject::normal_name(std::uint32_t entry) const {
    return program_.dictionary().normal(ingredient_name(entry));
}

std::string product_words(const std::string& id, const std::string& name) {
    if (id.empty() || name.empty()) return id + name;
    return id + " " + name;
}

std::string place_words(const PolicyFinding& finding) {
    if (finding.path.empty()) return "the run as a whole";
    return finding.path + ":" + std::to_string(finding.from.line) + ":" + std::to_string(finding.from.column);
}

std::string_view verdict_words(const match::Verdict& verdict) {
    const std::string_view words = verdict.words;
    return words.substr(0, words.find(" ("));
}

}  // namespace incilint::report
