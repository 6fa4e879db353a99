// cli/suppress.h: what the commands of `suppress` share.
// Promises: a fault is told and in the outcome; a file is written whole or not at all.
// Must not know: how suppressions are judged, reports.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "cli/policy_step.h"
#include "cli/scopes.h"

namespace incilint::cli {

inline constexpr std::size_t max_suppressions_bytes = std::size_t{64} << 20;

[[nodiscard]] std::optional<Scopes> scopes_of(const Options& options, Outcome& outcome);

/// A run over the inputs, for what the suppressions met. Fills in the paths where none is named. Nothing on a fault of
/// use; what could not be read is in the outcome.
[[nodiscard]] std::optional<Judged> judged_of(Options& options, Scopes& scopes, Outcome& outcome);

void write_file(const std::string& path, const std::string& text, Outcome& outcome);

}  // namespace incilint::cli
