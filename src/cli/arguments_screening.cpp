#include "base/joined.h"
#include "cli/arguments.h"
#include "cli/arguments_scan.h"
#include "cli/reports.h"

namespace incilint::cli {

Asked::Asked(const std::vector<std::string>& arguments, Which which) : which_(which) {
    const std::string& first = arguments.front();
    if (first.starts_with('-') || first == "completion") return;
    command_ = first;
    if (arguments.size() < 2 || arguments[1].starts_with('-') || words_below(first).empty()) return;
    below_ = arguments[1];
}

void add_format(CLI::App& app, Words& words, const std::vector<std::string>& known) {
    app.add_option("-f,--format,--output-format", words.format, base::joined(known))->type_name("FORMAT");
}

void add_screened_input(CLI::App& app, Options& options, Words& words) {
    add_input(app, options, words);
    add_judging(app, options, words);
    add_reading(app, options, words);
}

void add_screening_commands(CLI::App& app, Options& options, Words& words, CommandTable& table, const Asked& asked) {
    if (asked.command("check")) {
        CLI::App* check =
            app.add_subcommand("check", "Screen labels, product files and catalogs; the exit code is for CI");
        add_input(*check, options, words);
        add_format(*check, words, check_formats());
        repeatable(*check, "--report", words.reports, "Write the run in one more format to a file (repeatable)",
                   "FORMAT=PATH");
        if (asked.rare_options()) {
            add_judging(*check, options, words);
            add_reading(*check, options, words);
            add_policy_options(*check, options);
        }
        table["check"] = {Command::check, check_formats()};
    }
    if (asked.command("parse")) {
        CLI::App* parse = app.add_subcommand("parse", "Show how a label was read");
        add_input(*parse, options, words);
        add_reading(*parse, options, words);
        add_configuration(*parse, options.policy);
        const std::vector<std::string> formats = {"text", "json"};
        add_format(*parse, words, formats);
        table["parse"] = {Command::parse, formats};
    }
    if (asked.command("diff")) {
        CLI::App* diff =
            app.add_subcommand("diff", "What changed between two labels or catalogs, and why the verdict moved");
        add_screened_input(*diff, options, words);
        add_configuration(*diff, options.policy);
        const std::vector<std::string> formats = {"text", "json", "markdown"};
        add_format(*diff, words, formats);
        table["diff"] = {Command::diff, formats};
    }
    if (asked.command("scan")) {
        CLI::App* scan = app.add_subcommand("scan", "Screen a catalog: one result row a product");
        scan->add_option("catalog", options.paths, "The catalog (.csv .tsv .jsonl, packed or not), or -")
            ->type_name("CATALOG")
            ->expected(1);
        add_judging(*scan, options, words);
        add_reading(*scan, options, words);
        add_configuration(*scan, options.policy);
        add_scan_options(*scan, options.scan);
        table["scan"] = {Command::scan, {"jsonl"}};
    }
    if (asked.command("version")) {
        app.add_subcommand("version", "Print the versions of program, rules and dictionary");
        table["version"] = {Command::version, {"text"}};
    }
}

}  // namespace incilint::cli
