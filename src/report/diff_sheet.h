// report/diff_sheet.h: what `diff` shows: changed products with their entries, findings, points and verdict.
// Promises: the same facts as text, JSON and Markdown (report/sheet.h).
// Must not know: policy, files, terminals.
#pragma once

#include "report/changes.h"
#include "report/sheet.h"

namespace incilint::report {

/// `before` and `after` are what the two sides are called.
[[nodiscard]] Sheet diff_sheet(const Changes& changes, std::string_view before, std::string_view after);

}  // namespace incilint::report
