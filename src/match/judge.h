// match/judge.h: from resolved entries to findings.
// Promises: one finding for each rule that an entry, a detector or the label as a whole meets; sorted by place, then by
// the rules' order; three-valued throughout (what cannot be told is never certain).
// Must not know: points, bands, output.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "label/label.h"
#include "match/matcher.h"
#include "match/place.h"
#include "match/screening.h"
#include "match/when.h"

namespace incilint::match {

/// A product and all that was worked out about its entries. `product` is null for a label without a list.
struct Case {
    const Matcher& matcher;
    const label::Product* product = nullptr;
    std::span<const Resolved* const> resolved;        ///< by entry
    std::span<const Place> places;                    ///< by entry
    std::vector<const label::Detection*> detections;  ///< those that belong to this product
    const Context& context;
};

/// What a rule comes to where its subject is met: the severity, or none.
struct Decision {
    rules::Severity severity{};
    Certainty certainty = Certainty::certain;
    std::vector<std::string_view> missing;  ///< what could not be told
};

/// `subject` says whether the rule's ingredient or label term is met: never `fails` here.
[[nodiscard]] std::optional<Decision> decide(const rules::Rule& rule, Truth subject, const Facts& facts);

/// " (cannot be told: the product type, the market)", or nothing.
[[nodiscard]] std::string missing_text(const std::vector<std::string_view>& missing);

[[nodiscard]] std::vector<Finding> findings_of(const Case& screened);

}  // namespace incilint::match
