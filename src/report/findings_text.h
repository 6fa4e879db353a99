// report/findings_text.h: the findings of one product, for people: gathered by rule, each with its line and carets.
// Promises: the most severe first, then in the order of the label; credits and the points are told apart.
// Must not know: the rest of a report.
#pragma once

#include <string>

#include "report/names.h"
#include "report/places.h"
#include "report/style.h"

namespace incilint::report {

/// Concerns and remarks (effect info). `places`: those of the input, made once for all its products.
void append_findings(std::string& out, const Subject& subject, const Places& places, const TextStyle& style);
/// Credits by category.
void append_credits(std::string& out, const Subject& subject, const TextStyle& style);
/// What each finding adds to burden and support.
void append_contributions(std::string& out, const Subject& subject, const TextStyle& style);

}  // namespace incilint::report
