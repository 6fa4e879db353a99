#include "base/joined.h"
#include "cli/arguments.h"
#include "cli/schemas.h"

namespace incilint::cli {
namespace {

const std::vector<std::string>& three_formats() {
    static const std::vector<std::string> words = {"text", "json", "markdown"};
    return words;
}

const std::vector<std::string>& two_formats() {
    static const std::vector<std::string> words = {"text", "json"};
    return words;
}

std::string schema_names() {
    std::vector<std::string> names;
    for (const Schema& schema : schemas()) names.emplace_back(schema.name);
    return base::joined(names) + "; ruleset where nothing is said";
}

void add_output(CLI::App& app, Options& options, Words& words) {
    app.add_option("-o,--output", options.output, "Write the report to FILE, whole or not at all")->type_name("FILE");
    app.add_option("--color", words.colour, "auto, always, never")->type_name("WHEN");
}

void add_report(CLI::App& app, Options& options, Words& words, const std::vector<std::string>& formats) {
    add_format(app, words, formats);
    add_output(app, options, words);
}

void add_data(CLI::App& app, Options& options) {
    repeatable(app, "--data", options.data_files, "Own names: a TSV with inci, synonyms, classes (repeatable)", "FILE");
}

void add_rule_sources(CLI::App& app, Options& options) {
    repeatable(app, "--rules", options.rule_files, "Rules beside the built-in ones (repeatable)", "FILE");
    turns_off(app, "--no-default-rules", options.default_rules, "Leave the built-in rules out");
    app.add_option("--program", options.program_file, "Rules compiled by `rules compile`")->type_name("FILE");
    add_data(app, options);
}

/// Rule files as what the command is about.
void add_rule_files(CLI::App& app, Options& options, const std::string& help) {
    app.add_option("files", options.rule_files, help)->type_name("FILE");
    turns_off(app, "--no-default-rules", options.default_rules,
              "Take the files by themselves, without the built-in rules");
    add_data(app, options);
}

void add_rules(CLI::App& rules, Options& options, Words& words, CommandTable& table, const Asked& asked) {
    rules.require_subcommand(1);
    if (asked.below("list")) {
        CLI::App* list = rules.add_subcommand("list", "The rules, one a line");
        add_rule_sources(*list, options);
        add_report(*list, options, words, three_formats());
        table["rules list"] = {Command::rules_list, three_formats()};
    }
    if (asked.below("show")) {
        CLI::App* show = rules.add_subcommand("show", "One rule, or the text of a built-in rule set");
        show->add_option("subject", options.subject, "The id of a rule, or of a built-in rule set")->type_name("ID");
        add_rule_sources(*show, options);
        add_report(*show, options, words, three_formats());
        table["rules show"] = {Command::rules_show, three_formats()};
    }
    if (asked.below("lint")) {
        CLI::App* lint =
            rules.add_subcommand("lint", "What a rule file should not hold; the built-in rules without FILE");
        add_rule_files(*lint, options, "Rule files");
        add_report(*lint, options, words, two_formats());
        table["rules lint"] = {Command::rules_lint, two_formats()};
    }
    if (asked.below("test")) {
        CLI::App* test =
            rules.add_subcommand("test", "Run the tests that rules carry; the built-in rules without FILE");
        add_rule_files(*test, options, "Rule files");
        add_report(*test, options, words, two_formats());
        table["rules test"] = {Command::rules_test, two_formats()};
    }
    if (asked.below("schema")) {
        CLI::App* schema = rules.add_subcommand("schema", "The JSON Schema of rule files, or of another file");
        schema->add_option("subject", options.subject, schema_names())->type_name("NAME");
        add_output(*schema, options, words);
        table["rules schema"] = {Command::rules_schema, {"text"}};
    }
    if (asked.below("compile")) {
        CLI::App* compile = rules.add_subcommand("compile", "Compile rule files to one program file for --program");
        add_rule_files(*compile, options, "Rule files");
        add_output(*compile, options, words);
        table["rules compile"] = {Command::rules_compile, {"text"}};
    }
    if (asked.below("from-list")) {
        CLI::App* list = rules.add_subcommand("from-list", "Make a rule file of a plain list of names, one a line");
        list->add_option("list", options.paths, "The list, or -")->type_name("FILE")->expected(1);
        add_data(*list, options);
        add_output(*list, options, words);
        table["rules from-list"] = {Command::rules_from_list, {"text"}};
    }
}

}  // namespace

void add_knowledge_commands(CLI::App& app, Options& options, Words& words, CommandTable& table, const Asked& asked) {
    if (asked.command("explain")) {
        CLI::App* explain = app.add_subcommand("explain", "The card of an ingredient or a rule");
        explain->add_option("subject", options.subject, "A name as labels print it, the id of a rule, or its family")
            ->type_name("NAME|RULE");
        add_rule_sources(*explain, options);
        explain->add_flag("--strict-names", options.strict_names, "Recognise no misspelt names");
        add_configuration(*explain, options.policy);
        add_report(*explain, options, words, three_formats());
        table["explain"] = {Command::explain, three_formats()};
    }
    if (asked.command("rules"))
        add_rules(*app.add_subcommand("rules", "List, show, lint, test, compile rules"), options, words, table, asked);
    if (asked.command("schema")) {
        CLI::App* schema = app.add_subcommand("schema", "The JSON Schema of a file that incilint reads or writes");
        schema->add_option("subject", options.subject, schema_names())->type_name("NAME");
        add_output(*schema, options, words);
        table["schema"] = {Command::rules_schema, {"text"}};
    }
    if (asked.command("data")) {
        CLI::App* data = app.add_subcommand("data", "Check tables of names");
        data->require_subcommand(1);
        CLI::App* lint = data->add_subcommand("lint", "Check own names, or the dictionary without FILE");
        lint->add_option("files", options.paths, "Tables of own names (.tsv)")->type_name("FILE");
        lint->add_option("--data-dir", options.data_dir, "Check the tables of the dictionary in this folder")
            ->type_name("DIR");
        add_report(*lint, options, words, two_formats());
        table["data lint"] = {Command::data_lint, two_formats()};
    }
}

std::vector<std::string> words_below(const std::string& command) {
    if (command == "rules") return {"list", "show", "lint", "test", "schema", "compile", "from-list"};
    if (command == "data") return {"lint"};
    if (command == "baseline") return {"create", "check", "prune", "accept"};
    if (command == "suppress") return {"add", "list", "prune"};
    if (command == "config") return {"show"};
    return {};
}

}  // namespace incilint::cli
