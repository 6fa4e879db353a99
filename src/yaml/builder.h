// yaml/builder.h: libyaml's events → Node, with the checks that libyaml leaves out.
// Promises: budgets on nodes, text and depth hold with aliases expanded, and are checked before anything is expanded;
// keys are unique texts; every fault has its place.
// Must not know: bytes that libyaml may not see (yaml/prepare.h), what the keys mean.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "yaml/document.h"
#include "yaml/prepare.h"

namespace incilint::yaml {

/// Reads a prepared text.
[[nodiscard]] base::Expected<Node, base::Diagnostics> build(const Prepared& prepared, std::string_view original,
                                                            const std::string& file, const Limits& limits);

}  // namespace incilint::yaml
