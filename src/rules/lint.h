// rules/lint.h: what is allowed in a rule set but should not stay: for authors, not for loading.
// Promises: findings in file order; the same set and lookup give the same findings.
// Must not know: the dictionary (a lookup is handed in), the matcher, files.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "rules/rule.h"

namespace incilint::rules {

/// What is known outside the rule set. A function that is empty is not asked: its checks are left out.
struct Lookup {
    std::function<bool(std::string_view)> knows_name;  ///< an ingredient, by any of its names
    std::function<bool(std::string_view)> knows_class;
    std::function<bool(std::string_view)> knows_source;    ///< a key of data/sources.tsv
    std::function<bool(std::string_view)> knows_detector;  ///< a check of the label reader
    std::function<std::optional<std::string>(std::string_view)> near_name;
    std::function<std::optional<std::string>(std::string_view)> near_class;
    std::function<std::optional<std::string>(std::string_view)> near_source;
    std::function<std::optional<std::string>(std::string_view)> near_detector;
};

/// Checks a loaded (or joined) set. Codes: lint/no-tests, no-evidence, no-basis, no-message,
/// duplicate-title, duplicate-test, contradictory-test, shadowed, unused-set, unknown-category,
/// new-category, unused-gate, otherwise-without-when, unknown-name, unknown-class, unknown-source, unknown-detector.
[[nodiscard]] base::Diagnostics lint(const RuleSet& set, const Lookup& lookup);

}  // namespace incilint::rules
