#include <string>

#include "cli/arguments.h"

namespace incilint::cli {

void add_reading(CLI::App& app, Options& options, Words& words) {
    repeatable(app, "--data", options.data_files, "Own names: a TSV with inci, synonyms, classes (repeatable)", "FILE");
    app.add_option("--program", options.program_file, "Rules compiled by `rules compile`, in place of all others")
        ->type_name("FILE");
    app.add_flag("--strict-names", options.strict_names, "Recognise no misspelt names");
    app.add_option("--encoding", words.encoding, "auto, utf-8, utf-16le, utf-16be, cp1252, latin1")->type_name("NAME");
    app.add_option("-o,--output", options.output, "Write the report to FILE, whole or not at all")->type_name("FILE");
    repeatable(app, "--column", words.columns, "ROLE=NAME or ROLE=#N: which column of a catalog holds what",
               "ROLE=NAME");
}

void add_judging(CLI::App& app, Options& options, Words& words) {
    repeatable(app, "--rules", options.rule_files, "Rules beside the built-in ones (repeatable)", "FILE");
    turns_off(app, "--no-default-rules", options.default_rules, "Leave the built-in rules out");
    app.add_option("--fail-on", words.fail_on,
                   "Exit 1 at findings of this severity or above: error, warning, note, never")
        ->type_name("SEVERITY");
    app.add_option("--product-type", words.type, "rinse-off or leave-on, for products that do not say it themselves")
        ->type_name("TYPE");
    app.add_option("--market", options.market, "Market, for products that do not say it themselves (eu, us, …)")
        ->type_name("CODE");
    app.add_option("--law-date", words.law_date, "The day whose law is asked for: rules of law speak with --market too")
        ->type_name("YYYY-MM-DD");
}

void add_input(CLI::App& app, Options& options, Words& words) {
    app.add_option("paths", options.paths,
                   "Labels (.txt), product files (.yaml .json), catalogs (.csv .tsv .jsonl), folders, -")
        ->type_name("PATH");
    repeatable(app, "--text", options.texts, "A label given here (repeatable)", "LABEL");
    app.add_option("--stdin-filename", options.stdin_filename, "Call standard input NAME and read it as such a file")
        ->type_name("NAME");
    app.add_option("--stdin-format", options.policy.stdin_format,
                   "Read standard input as text, yaml, json, csv, tsv or jsonl, whatever its name")
        ->type_name("FORMAT");
    app.add_option("--color", words.colour, "auto, always, never")->type_name("WHEN");
}

}  // namespace incilint::cli
