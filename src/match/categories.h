// match/categories.h: the categories that rules may report, concerns and credits (definitions: rules/README.md).
// Promises: the one list of them.
// Must not know: rules, ingredients, labels.
#pragma once

#include <array>
#include <string_view>

namespace incilint::match {

inline constexpr std::array<std::string_view, 8> concern_categories{
    "harsh-surfactant",    "moderate-surfactant", "drying-alcohol", "fragrance",
    "synthetic-fragrance", "fragrance-allergen",  "essential-oil",  "antimicrobial"};
inline constexpr std::array<std::string_view, 5> credit_categories{"mild-surfactant", "prebiotic", "probiotic",
                                                                   "postbiotic", "mild-plant-extract"};

}  // namespace incilint::match
