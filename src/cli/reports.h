// cli/reports.h: the reports of one run of `check`: one to standard output or --output, others by --report.
// Promises: all places are opened before any work; none is an input, a rule file or the place of another report; each
// file appears whole or not at all, and what was not written whole is told (exit code 3).
// Must not know: what reports say.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/output.h"
#include "report/run.h"

namespace incilint::cli {

/// The formats of `check`, by the words of the command line.
[[nodiscard]] const std::vector<std::string>& check_formats();
[[nodiscard]] std::optional<Format> format_named(std::string_view word);
/// FORMAT=PATH.
[[nodiscard]] base::Expected<ReportRequest> parse_report_request(std::string_view words);

/// Takes reports of an earlier run out that were found in a folder and that this run writes anew; says so.
void leave_out_places(const Options& options, FoundFiles& found);

class Reports {
  public:
    /// Nothing where a place cannot be written to; the outcome has the reason. `beside`: what else the run reads.
    [[nodiscard]] static std::optional<Reports> open(const Options& options, const std::vector<std::string>& beside,
                                                     Outcome& outcome);
    /// Renders the run once for each format and brings it to its place.
    void deliver(const report::Run& run, const Options& options, Outcome& outcome);

  private:
    std::vector<std::pair<Format, Output>> places_;  ///< the first is the report proper
};

}  // namespace incilint::cli
