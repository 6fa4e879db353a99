// rules/expr.h: `ingredient:`, `label:` and `sets:` → expression trees.
// Promises: depth is that of the YAML, which is bounded; a faulty part is reported and left out.
// Must not know: the dictionary, which sets there are.
#pragma once

#include <optional>

#include "rules/reader.h"
#include "rules/rule.h"
#include "yaml/document.h"

namespace incilint::rules {

constexpr std::size_t max_pattern = 500;  ///< bytes of a glob or a pattern

[[nodiscard]] std::optional<IngredientExpr> read_ingredient_expr(const yaml::Node& node, const Reader& reader);
[[nodiscard]] std::optional<LabelExpr> read_label_expr(const yaml::Node& node, const Reader& reader);

}  // namespace incilint::rules
