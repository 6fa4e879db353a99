// cli/engine.h: the program a run screens with: the embedded one, or one compiled from a person's rules and names.
// Promises: without --rules and --data no YAML is parsed; every fault of every file is told; `extends` reads nothing
// outside the folder of the file that says it.
// Must not know: what is screened.
#pragma once

#include "base/result.h"
#include "cli/options.h"
#include "match/program.h"

namespace incilint::cli {

[[nodiscard]] base::Expected<match::Program, base::Diagnostics> make_program(const Options& options);

}  // namespace incilint::cli
