#include "cli/arguments_scan.h"

#include <algorithm>
#include <utility>

#include <CLI/CLI.hpp>

#include "base/joined.h"
#include "base/near.h"
#include "base/text.h"
#include "cli/arguments.h"

namespace incilint::cli {
namespace {

template <class T>
using Named = std::vector<std::pair<std::string, T>>;

const Named<scan::ResultFormat>& formats() {
    static const Named<scan::ResultFormat> known = {
        {"csv", scan::ResultFormat::csv}, {"jsonl", scan::ResultFormat::jsonl}, {"json", scan::ResultFormat::json}};
    return known;
}

const Named<scan::Only>& selections() {
    static const Named<scan::Only> known = {{"flagged", scan::Only::flagged},
                                            {"credited", scan::Only::credited},
                                            {"no-concern", scan::Only::no_concern},
                                            {"no-verdict", scan::Only::no_verdict}};
    return known;
}

/// Reads a word; an empty one leaves the value as it is.
template <class T>
std::optional<base::Diagnostic> read(const std::string& word, const std::string& option, const Named<T>& known,
                                     T& into) {
    if (word.empty()) return std::nullopt;
    std::vector<std::string> words;
    for (const auto& [name, value] : known) {
        if (name == word) {
            into = value;
            return std::nullopt;
        }
        words.push_back(name);
    }
    return usage("usage/value", option + " does not know '" + base::printable(word) + "'",
                 base::near_hint(word, words, "it knows " + base::joined(words)));
}

}  // namespace

void add_scan_options(CLI::App& scan, ScanOptions& options) {
    const auto text = [&scan](const char* name, std::string& into, const char* help, const char* value) {
        scan.add_option(name, into, help)->type_name(value);
    };
    const auto number = [&scan](const char* name, std::size_t& into, const char* help, std::size_t least) {
        return scan.add_option(name, into, help)
            ->type_name("N")
            ->check(CLI::Range(least, std::size_t{1} << 40).description(""));
    };
    text("-f,--format,--output-format", options.format,
         "csv, jsonl, json (the ending of the output says it, else jsonl)", "FORMAT");
    scan.add_flag("--long", options.result.per_finding, "CSV: a row for each finding");
    scan.add_flag("--keep-columns", options.result.keep_columns, "Keep all columns of the catalog");
    scan.add_flag("--excel", options.result.csv.excel, "CSV for Excel: byte order mark, ';', long numbers as text");
    turns_off(scan, "--csv-raw", options.result.csv.guard, "CSV: no apostrophe before what could be a formula");
    text("--only", options.only, "Write flagged, credited, no-concern or no-verdict products only", "WHICH");
    scan.add_option("--category", options.result.categories, "Write products with findings of CATEGORY (repeatable)")
        ->type_name("CATEGORY")
        ->allow_extra_args(false);
    text("--rejects", options.rejects, "Write the rows left out to FILE, with place and reason", "FILE");
    number("--max-rejects", options.max_rejects, "More rows left out than this are exit code 3 (0)", 0);
    number("--max-row-bytes", options.max_row_bytes, "Longest row (8388608)", 64);
    text("--unknown-names", options.unknown_names, "Write names that nothing knew to FILE, to complete for --data",
         "FILE");
    text("--summary", options.summary, "Write the sums to FILE: JSON if it ends in .json, else Markdown", "FILE");
    number("--jobs", options.jobs, "Threads (0: all cores)", 0);
    scan.add_flag("--line-buffered", options.line_buffered, "Write the result of a row as soon as it was read");
    scan.add_flag("-q,--quiet", options.quiet, "No summary and no progress on standard error");
    number("--block-bytes", options.block_bytes, "", 1)->group("");
    number("--memo-names", options.memo_names, "", 0)->group("");
    scan.add_flag("--portable", options.portable, "")->group("");
}

std::optional<base::Diagnostic> read_scan_options(Options& options) {
    ScanOptions& scan = options.scan;
    // The ending of the output says what it is, as long as nobody says otherwise.
    if (options.output.ends_with(".csv") || scan.result.csv.excel || scan.result.per_finding)
        scan.result.format = scan::ResultFormat::csv;
    if (options.output.ends_with(".json")) scan.result.format = scan::ResultFormat::json;
    if (auto fault = read(scan.format, "--format", formats(), scan.result.format)) return fault;
    if (auto fault = read(scan.only, "--only", selections(), scan.result.only)) return fault;
    if (scan.result.csv.excel) scan.result.csv.separator = ';';
    if (scan.result.format != scan::ResultFormat::csv && (scan.result.csv.excel || scan.result.per_finding))
        return base::Diagnostic{"usage/value", {}, "--excel and --long are for --format csv", ""};
    return std::nullopt;
}

}  // namespace incilint::cli
