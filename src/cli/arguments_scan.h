// cli/arguments_scan.h: the options of `scan` on the command line.
// Must not know: what is done with them. Promises: CLI11 stays in arguments*.cpp.
#pragma once

#include <optional>

#include "base/result.h"
#include "cli/options.h"

namespace CLI {
class App;
}

namespace incilint::cli {

void add_scan_options(CLI::App& scan, ScanOptions& options);
/// Reads the words that were given; to be called after parsing.
[[nodiscard]] std::optional<base::Diagnostic> read_scan_options(Options& options);

}  // namespace incilint::cli
