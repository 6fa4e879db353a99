// report/text.h: reports for people: what was found on a label and why, and how a label was read.
// Promises: every untrusted text is escaped; says what a list can tell and no more: never "safe", never "certified";
// ends with the closing line.
// Must not know: terminals, exit codes, policy.
#pragma once

#include <string>
#include <string_view>

#include "report/run.h"
#include "report/style.h"

namespace incilint::report {

/// What every report for people ends with.
inline constexpr std::string_view closing_line =
    "A screening of a printed list, not a test of the product, no certification, no medical advice.";

/// `check`: one block a product, then a count, then the closing line.
[[nodiscard]] std::string check_text(const Run& run, const TextStyle& style);

/// `check --statistics`: how often each rule was met, the most frequent first.
[[nodiscard]] std::string statistics_text(const Run& run, const TextStyle& style);

/// `parse`: the entries of each product as a table, then what was left out.
[[nodiscard]] std::string parse_text(const Run& run, const TextStyle& style);

/// "label.txt", "catalog.csv, record 3 (line 7)".
[[nodiscard]] std::string place_of(const Input& input);

}  // namespace incilint::report
