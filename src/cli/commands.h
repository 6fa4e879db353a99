// cli/commands.h: the commands. Each is a list of steps in a file of its own and returns the process's exit code.
// Promises: standard output carries the report only.
// Must not know: the command line's syntax (options.h has read it).
#pragma once

#include <string_view>

#include "cli/options.h"

namespace incilint::cli {

[[nodiscard]] std::string_view tool_version();
/// Where the documentation is published, a URI (CMake: INCILINT_HOME).
[[nodiscard]] std::string_view tool_home();

[[nodiscard]] int run_check(const Options& options);
[[nodiscard]] int run_parse(const Options& options);
[[nodiscard]] int run_scan(const Options& options);
[[nodiscard]] int run_diff(const Options& options);
[[nodiscard]] int run_explain(const Options& options);
[[nodiscard]] int run_rules_list(const Options& options);
[[nodiscard]] int run_rules_show(const Options& options);
[[nodiscard]] int run_rules_lint(const Options& options);
[[nodiscard]] int run_rules_test(const Options& options);
[[nodiscard]] int run_rules_schema(const Options& options);
[[nodiscard]] int run_rules_compile(const Options& options);
[[nodiscard]] int run_rules_from_list(const Options& options);
[[nodiscard]] int run_data_lint(const Options& options);
[[nodiscard]] int run_baseline_create(const Options& options);
[[nodiscard]] int run_baseline_check(const Options& options);
[[nodiscard]] int run_baseline_prune(const Options& options);
[[nodiscard]] int run_baseline_accept(const Options& options);
[[nodiscard]] int run_suppress_add(const Options& options);
[[nodiscard]] int run_suppress_list(const Options& options);
[[nodiscard]] int run_suppress_prune(const Options& options);
[[nodiscard]] int run_config_show(const Options& options);
[[nodiscard]] int run_init(const Options& options);
[[nodiscard]] int run_version(const Options& options);

}  // namespace incilint::cli
