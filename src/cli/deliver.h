// cli/deliver.h: brings a finished report to where it was asked for, and refuses to write over what is read.
// Must not know: what the report says. Promises: a report that was not written whole is told (exit code 3).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/output.h"
#include "report/sheet.h"

namespace incilint::cli {

/// Opens the output that the options name. On failure the outcome has the reason and there is no Output.
/// `beside`: what the run reads beside what the options name.
[[nodiscard]] std::optional<Output> open_output(const Options& options, Outcome& outcome,
                                                const std::vector<std::string>& beside = {});
/// Notes what a write or the final commit came to.
void note(Written written, const Output& output, Outcome& outcome);
/// Writes all of a report and commits it.
void deliver(Output& output, std::string_view report, Outcome& outcome);
/// Whether text for people is coloured there.
[[nodiscard]] bool coloured(const Options& options, const Output& output);
/// Opens the output, writes a sheet in the format that the options name, commits it.
void deliver_sheet(const Options& options, const report::Sheet& sheet, std::string_view schema, Outcome& outcome);
/// Opens the output, writes a text as it is, commits it.
void deliver_text(const Options& options, std::string_view text, Outcome& outcome);

}  // namespace incilint::cli
