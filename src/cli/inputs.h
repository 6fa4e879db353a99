// cli/inputs.h: from what a person named to the records that are screened.
// Promises: what cannot be read is a fault with an exit code, never passed over in silence; records keep the order of
// the command line.
// Must not know: rules, reports.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/scopes.h"
#include "policy/suppression.h"
#include "scan/record.h"

namespace incilint::cli {

/// What came of reading all inputs, records aside.
struct InputResult {
    std::vector<report::Fault> faults;  ///< told on standard error already
    std::size_t records = 0;
    std::size_t left_out = 0;  ///< files that were found and not read: ignored, excluded, unchanged
    /// Suppressions that stood in the files.
    std::vector<std::pair<Scope*, policy::Comments>> comments;
};

/// Finds the inputs of a run and readies the scope of each. Faults of configuration, rules and names are told, are in
/// the outcome and leave nothing to read; those of files are told when they are read.
[[nodiscard]] std::optional<FoundFiles> find_inputs(const Options& options, Scopes& scopes, Outcome& outcome,
                                                    const SearchRules& rules);

/// What is to be done with a record, under what holds for its file.
using UseRecord = std::function<void(scan::Record, Scope&)>;
/// The scope and the name by which it is asked what holds for a file, where these are not its own.
using HoldsAs = std::function<std::pair<Scope*, std::string>(const std::string& path)>;

/// Reads every label of --text and every file that was found and hands each record on; faults are told and added to the
/// outcome.
InputResult for_each_record(const Options& options, FoundFiles found, Scopes& scopes, Outcome& outcome,
                            const UseRecord& use, const HoldsAs& holds_as = {});

/// What the options say of products that do not say it themselves.
[[nodiscard]] match::Context defaults_of(const Options& options);

/// Bytes → text in the encoding that the options name.
[[nodiscard]] base::Expected<std::string> decode_text(std::string bytes, const std::string& path,
                                                      const Options& options);

}  // namespace incilint::cli
