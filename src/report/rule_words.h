// report/rule_words.h: conditions and expressions of rules in plain words.
// Promises: says all that a condition or an expression holds; not escaped (sheet.h escapes what it shows).
// Must not know: dictionaries, layouts.
#pragma once

#include <string>

#include "rules/rule.h"

namespace incilint::report {

/// "rinse-off or leave-on products; 1 % or more; among the first 3"; empty for no condition.
[[nodiscard]] std::string words_of(const rules::When& when);
/// "class alkyl-sulfate or name Talc; but not name Mica"
[[nodiscard]] std::string words_of(const rules::IngredientExpr& expr);
[[nodiscard]] std::string words_of(const rules::LabelExpr& expr);
/// "error where …; no finding where …; else warning"
[[nodiscard]] std::string severity_words(const rules::Rule& rule);

}  // namespace incilint::report
