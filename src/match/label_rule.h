// match/label_rule.h: rules about the label as a whole.
// Promises: three-valued: a name nothing recognised, a corrected spelling or a may-contain entry proves neither
// presence nor absence. Must not know: severities, messages, points.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "match/judge.h"

namespace incilint::match {

/// Categories that label rules judged before have found: how sure each is.
struct FoundCategory {
    std::string_view category;
    Truth truth = Truth::holds;
};

struct LabelTruth {
    Truth strict = Truth::fails;         ///< corrected spellings and unrecognised names prove nothing
    Truth lenient = Truth::fails;        ///< they are taken as read
    std::vector<std::uint32_t> entries;  ///< entries that met a term outside of `not`, ascending
};

[[nodiscard]] LabelTruth judge_label(const Case& screened, std::uint32_t rule, const std::vector<FoundCategory>& found);

/// True where a term asks for categories, so that rules without such terms must be judged first.
[[nodiscard]] bool asks_for_categories(const rules::LabelExpr& expr);

}  // namespace incilint::match
