// cli/inputs.h: from what a person named to the records that are screened.
// Promises: what cannot be read is a fault with an exit code, never passed over in silence; records keep the order of
// the command line.
// Must not know: rules, reports.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/options.h"
#include "policy/suppression.h"
#include "scan/record.h"

namespace incilint::cli {

/// What came of reading all inputs, records aside.
struct InputResult {
    base::Diagnostics faults;  ///< told on standard error already
    std::size_t records = 0;
    std::size_t left_out = 0;                ///< files that were found and not read: ignored, excluded, unchanged
    std::vector<policy::Comments> comments;  ///< suppressions that stood in the files
};

/// What is asked of a run beside its options.
struct ReadingRules {
    SearchRules search;
    /// What holds for the products of a file that do not say it themselves; empty: defaults_of(options).
    std::function<match::Context(const std::string& path)> context;
};

/// Reads every input of `check` and `parse` and hands each record on; faults are told and added to the outcome.
InputResult for_each_record(const Options& options, Outcome& outcome, const std::function<void(scan::Record)>& use,
                            const ReadingRules& rules = {});

/// What the options say of products that do not say it themselves.
[[nodiscard]] match::Context defaults_of(const Options& options);

/// Bytes → text in the encoding that the options name.
[[nodiscard]] base::Expected<std::string> decode_text(std::string bytes, const std::string& path,
                                                      const Options& options);

}  // namespace incilint::cli
