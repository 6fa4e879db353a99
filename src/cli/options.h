// cli/options.h: what a command line asks for, read and checked.
// Promises: plain values; a fault names the word and the nearest known one.
// Must not know: files, terminals. arguments.cpp is the only place that sees CLI11.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "catalog/columns.h"
#include "catalog/encoding.h"
#include "cli/console.h"
#include "cli/policy_options.h"
#include "cli/scan_options.h"
#include "policy/gate.h"
#include "rules/rule.h"

namespace incilint::cli {

enum class Command : std::uint8_t {
    check,
    scan,
    parse,
    diff,
    explain,
    version,
    rules_list,
    rules_show,
    rules_lint,
    rules_test,
    rules_schema,
    rules_compile,
    rules_from_list,
    data_lint,
    baseline_create,
    baseline_check,
    baseline_prune,
    baseline_accept,
    suppress_add,
    suppress_list,
    suppress_prune,
    config_show,
    init,
    completion
};
enum class Format : std::uint8_t {
    text,
    concise,
    json,
    jsonl,
    sarif,
    junit,
    github,
    gitlab,
    checkstyle,
    rdjson,
    csv,
    markdown,
    html
};
/// A report beside the one that --format names.
struct ReportRequest {
    Format format{};
    std::string path;
};

struct Options {
    Command command = Command::check;
    std::vector<std::string> paths;
    std::vector<std::string> texts;  ///< --text: labels given on the command line
    std::vector<std::string> rule_files;
    std::vector<std::string> data_files;
    std::vector<catalog::ColumnRequest> columns;
    std::string program_file;  ///< --program: rules compiled before
    std::string data_dir;      ///< data lint: a folder with the tables of a dictionary
    bool default_rules = true;
    bool strict_names = false;
    Format format = Format::text;
    std::vector<ReportRequest> reports;  ///< --report
    policy::FailOn fail_on = policy::FailOn::error;
    rules::ProductType type = rules::ProductType::unknown;
    std::string market;
    std::optional<rules::Date> law_date;
    catalog::Encoding encoding = catalog::Encoding::automatic;
    Colour colour = Colour::automatic;
    std::string output;       ///< empty: standard output
    bool quiet = false;       ///< check: no remarks, no sums
    bool show_files = false;  ///< check: the files alone
    bool statistics = false;  ///< check: how often each rule was met
    ScanOptions scan;
    PolicyOptions policy;
    std::string stdin_filename;  ///< what standard input is called and read as
    std::string subject;         ///< explain, rules show, rules schema: a name, a rule, a rule set
};

/// Either options, or a text to print and be done (help), or a fault of use.
struct Parsed {
    std::optional<Options> options;
    std::string help;
    std::optional<base::Diagnostic> fault;
};

/// The arguments without the program's name.
[[nodiscard]] Parsed parse_arguments(std::vector<std::string> arguments);

}  // namespace incilint::cli
