// cli/own_report.h: tells what an earlier run wrote from what a run is to read.
// Promises: a file is ours by the words that we alone begin or end a report with, never by its name.
// Must not know: formats' contents, policy.
#pragma once

#include <string>
#include <string_view>

namespace incilint::cli {

/// A report in any format under the name of a label: it says what made it, at its end or within its markup; one without
/// that line (--quiet) holds findings as --format concise writes them and nothing else.
[[nodiscard]] bool is_report(std::string_view text);
/// The findings of `check` as CSV or JSON Lines, or rows that `scan` wrote as JSON Lines: by the first bytes.
[[nodiscard]] bool begins_as_report(std::string_view head);
/// Either of a file of any size, by its first and last bytes; one that cannot be read is none.
[[nodiscard]] bool holds_report(const std::string& path);

}  // namespace incilint::cli
