// label/detect.h: data-quality checks of a reading.
// Promises: each detector fires at most once a label, but for those of entries, which are bounded too; linear.
// Must not know: rules and severities (rules/label.yaml names the detectors).
#pragma once

#include "label/assemble.h"

namespace incilint::label {

/// What a detection of a bracket alone says.
inline constexpr std::string_view no_partner = "the bracket has no partner";

/// Decides the order of each product (alphabetical or descending).
void decide_order(std::vector<Product>& products);

/// Finds again what the entries of all products tell together, after more of them came in: alphabetical order and
/// duplicates.
void detect_entries_again(Label& label);

void detect(const Reading& reading, const Assembly& assembly, const CleanText& clean, Label& label);

}  // namespace incilint::label
