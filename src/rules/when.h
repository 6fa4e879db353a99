// rules/when.h: `when:` and `grades:` → conditions.
// Promises: faulty parts are reported and left out.
// Must not know: how conditions are judged.
#pragma once

#include <vector>

#include "rules/reader.h"
#include "rules/rule.h"
#include "yaml/document.h"

namespace incilint::rules {

[[nodiscard]] When read_when(const yaml::Node& node, const Reader& reader);
[[nodiscard]] std::vector<Grade> read_grades(const yaml::Node& node, const Reader& reader);
/// A severity word, or `none` (empty inside); the outer optional is empty where the word is faulty.
[[nodiscard]] std::optional<std::optional<Severity>> read_severity_or_none(const yaml::Node& node,
                                                                           std::string_view what, const Reader& reader);

}  // namespace incilint::rules
