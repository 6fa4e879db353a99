#include "label/told_first.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/fold.h"

namespace incilint::label {

void ToldFirst::heading(PhraseKind kind, std::uint32_t token, const std::vector<Product>& products) {
    tells_ = kind == PhraseKind::heading_active || kind == PhraseKind::heading_allergens;
    const bool list = kind == PhraseKind::heading && front_ == 0 && !listed_ && products.size() == 1 &&
                      products[0].entries.size() == names_.size();
    if (!list) return;
    front_ = names_.size();
    list_at_ = token;
}

void ToldFirst::merge(Assembly& assembly) {
    if (front_ == 0) return;
    const std::size_t behind = assembly.products[0].entries.size() > front_ ? 0 : 1;
    const std::size_t offset = behind == 0 ? front_ : 0;
    if (behind >= assembly.products.size() || assembly.products[behind].name) return;
    base::LongVector<Entry>& told = assembly.products[0].entries;
    base::LongVector<Entry>& list = assembly.products[behind].entries;
    const auto who = [&](std::size_t i, const Entry& entry) {
        const std::string_view known = knowledge_.identity(names_[i].first, names_[i].last);
        return known.empty() ? base::fold(entry.name) : std::string(known);
    };
    std::unordered_map<std::string, std::size_t> listed;  // index into `list`
    for (std::size_t i = offset; i < list.size() && front_ + i - offset < names_.size(); ++i)
        listed.emplace(who(front_ + i - offset, list[i]), i);
    std::vector<std::size_t> again;
    for (std::size_t i = 0; i < front_; ++i) {
        const auto found = listed.find(who(i, told[i]));
        if (found == listed.end()) return;
        again.push_back(found->second);
    }
    for (std::size_t i = 0; i < front_; ++i)
        if (!list[again[i]].percent) list[again[i]].percent = told[i].percent;
    for (Stretch& stretch : assembly.stretches)
        if (stretch.kind == PieceKind::entry && stretch.first < list_at_) stretch.kind = PieceKind::marketing;
    assembly.prose = true;
    const auto end = told.begin() + static_cast<std::ptrdiff_t>(front_);
    std::erase_if(assembly.missing_separators, [&](base::Span span) { return span.from < end[-1].span.to; });
    if (behind == 0) {
        told.erase(told.begin(), end);
    } else {
        assembly.products.erase(assembly.products.begin());
    }
}

}  // namespace incilint::label
