// match/exceptions.h: what the exceptions (`except:`) of rules and sets hold back, for self_test.
// Promises: each exception is compiled as an expression of its own and asked of the same names as the rest beside it.
// Must not know: tests, output.
#pragma once

#include <string>
#include <vector>

#include "match/compile.h"
#include "match/self_test.h"

namespace incilint::match {

/// The exceptions of all enabled rules and of all sets. `tested` are the names that stand in tests.
[[nodiscard]] base::Expected<std::vector<Exception>, base::Diagnostics> exceptions_of(
    const rules::RuleSet& joined, const ProgramImages& images, const std::vector<std::string>& tested);

}  // namespace incilint::match
