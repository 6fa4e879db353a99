// label/amount.h: stated concentrations: "2 %", "< 1 %", "1-5 %", "min. 36 %", "2,000 ppm", "2 percent".
// Promises: finds amounts in one pass; a value is weight percent between 0 and 100 000, min <= max.
// Must not know: ingredients, sections.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "label/label.h"
#include "label/scan.h"
#include "label/vocabulary.h"

namespace incilint::label {

/// Tokens [from, to) state a percent; `number` is where its first number stands.
struct Amount {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    Percent percent;
};

/// Marks the tokens of each amount as `amount` and `silent`.
[[nodiscard]] std::vector<Amount> find_amounts(std::string_view text, Tokens& tokens, const Vocabulary& vocabulary);

/// The number at token `at` with its decimal or thousands comma: its value and the token after it.
struct Number {
    double value = 0;
    std::size_t next = 0;
};
[[nodiscard]] std::optional<Number> number_at(std::string_view text, const Tokens& tokens, std::size_t at);

}  // namespace incilint::label
