#include <algorithm>
#include <cstddef>
#include <span>

#include "rules/keys.h"
#include "rules/rule.h"

namespace incilint::rules {
namespace {

/// The enumerator whose place in its table is that of `word`; `first` is the enumerator of the table's first word.
template <class Enum>
std::optional<Enum> named(std::string_view word, std::span<const std::string_view> table, std::size_t first) {
    const auto found = std::find(table.begin(), table.end(), word);
    if (found == table.end()) return std::nullopt;
    return static_cast<Enum>(static_cast<std::size_t>(found - table.begin()) + first);
}

std::string_view word_of(std::size_t value, std::span<const std::string_view> table, std::size_t first) {
    return value < first ? "unknown" : table[value - first];
}

}  // namespace

std::string_view word(Effect effect) {
    return word_of(static_cast<std::size_t>(effect), keys::effects, 0);
}
std::string_view word(Severity severity) {
    return word_of(static_cast<std::size_t>(severity), keys::severities, 0);
}
std::string_view word(ProductType type) {
    return word_of(static_cast<std::size_t>(type), keys::products, 1);
}
std::string_view word(Area area) {
    return word_of(static_cast<std::size_t>(area), keys::areas, 1);
}

std::optional<Effect> effect_named(std::string_view word) {
    return named<Effect>(word, keys::effects, 0);
}
std::optional<Severity> severity_named(std::string_view word) {
    return named<Severity>(word, keys::severities, 0);
}
std::optional<ProductType> product_type_named(std::string_view word) {
    return named<ProductType>(word, keys::products, 1);
}
std::optional<Area> area_named(std::string_view word) {
    return named<Area>(word, keys::areas, 1);
}

}  // namespace incilint::rules
