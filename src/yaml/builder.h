// yaml/builder.h: yaml-cpp's events → Node, with the checks that yaml-cpp leaves out.
// Promises: budgets on nodes, text and depth hold with aliases expanded, and are checked before anything is expanded;
// keys are unique texts; every fault has its place.
// Must not know: bytes that yaml-cpp may not see (yaml/prepare.h), what the keys mean.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "yaml/document.h"
#include "yaml/prepare.h"

namespace incilint::yaml {

/// Runs yaml-cpp over a prepared text. The only function that yaml-cpp's exceptions reach; none leaves it.
[[nodiscard]] base::Expected<Node, base::Diagnostics> build(const Prepared& prepared, std::string_view original,
                                                            const std::string& file, const Limits& limits);

}  // namespace incilint::yaml
