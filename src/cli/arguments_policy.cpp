#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "cli/arguments.h"

namespace incilint::cli {
namespace {

/// An option that is a setting: what stands behind it goes to the settings as KEY=VALUE.
struct SettingOption {
    std::string_view flag;
    std::string_view key;
    std::string_view fixed;  ///< the value of a flag; empty: the option takes one
    std::string_view value;
    std::string_view help;  ///< empty: declared elsewhere
};
constexpr std::array<SettingOption, 17> setting_options = {{
    {"--fail-on", "fail-on", "", "", ""},
    {"--product-type", "product-type", "", "", ""},
    {"--market", "market", "", "", ""},
    {"--law-date", "law-date", "", "", ""},
    {"--strict-names", "strict-names", "true", "", ""},
    {"--no-default-rules", "default-rules", "false", "", ""},
    {"--min-severity", "min-severity", "", "SEVERITY", "Report no finding below: error, warning, note"},
    {"--max-warnings", "max-warnings", "", "N", "Exit 1 at more warnings than N"},
    {"--max-unknown", "max-unknown", "", "PERCENT", "Exit 1 where more of a product's names are unknown"},
    {"--min-support", "min-support", "", "N", "Exit 1 where a product's support is below N"},
    {"--max-burden", "max-burden", "", "N", "Exit 1 where a product's burden may be above N"},
    {"--soft-fail", "soft-fail", "", "RULES", "Rules, or FAMILY/*, that never fail a run (comma between)"},
    {"--exclude", "exclude", "", "PATTERNS", "Leave files out, as in .gitignore (comma between)"},
    {"--baseline", "baseline.file", "", "FILE", "Findings in FILE are known and left out"},
    {"--show-suppressed", "show-suppressed", "true", "", "Show suppressed and known findings too, marked"},
    {"--no-gitignore", "gitignore", "false", "", "Take files that git ignores, too"},
    {"--exit-zero", "exit-zero", "true", "", "Findings leave the exit code 0; other faults do not"},
}};

struct BaselineWord {
    std::string_view name;
    Command command{};
    std::string_view help;
};
constexpr std::array<BaselineWord, 4> baseline_words = {{
    {"create", Command::baseline_create, "Write all findings of PATH to the baseline"},
    {"check", Command::baseline_check, "What is new, fixed and unchanged since the baseline"},
    {"prune", Command::baseline_prune, "Take out what is fixed; adds nothing"},
    {"accept", Command::baseline_accept, "Add what is new; takes nothing out"},
}};

void add_suppress_add(CLI::App& add, PolicyOptions& policy) {
    add.add_option("rule", policy.rule, "The id of a rule")->type_name("RULE");
    add_configuration(add, policy);
    const auto text = [&add](const char* name, std::string& into, const char* help, const char* value) {
        add.add_option(name, into, help)->type_name(value);
    };
    text("--file", policy.file, "Files, as in .gitignore, from the configuration's folder", "PATTERN");
    text("--product", policy.product, "The id or name of a product", "NAME");
    text("--ingredient", policy.ingredient, "An ingredient", "NAME");
    text("--reason", policy.reason, "Why", "TEXT");
    text("--owner", policy.owner, "Who decided", "NAME");
    text("--ticket", policy.ticket, "Where it was decided", "ID");
    text("--expires", policy.expires, "The last day", "YYYY-MM-DD");
    text("--today", policy.today, "The day of creation (SOURCE_DATE_EPOCH, else today in UTC)", "YYYY-MM-DD");
}

}  // namespace

void add_configuration(CLI::App& app, PolicyOptions& options) {
    app.add_option("--config", options.config, "The configuration, instead of the nearest .incilint.yaml")
        ->type_name("FILE");
    app.add_flag("--isolated", options.isolated, "Read no configuration file");
    repeatable(app, "--set", options.assigns, "Set KEY of the configuration (repeatable)", "KEY=VALUE");
}

void add_policy_options(CLI::App& app, Options& options) {
    PolicyOptions& policy = options.policy;
    add_configuration(app, policy);
    for (const SettingOption& option : setting_options) {
        if (option.help.empty()) continue;
        const std::string flag(option.flag);
        if (option.fixed.empty())
            app.add_option_function<std::string>(
                   flag, [](const std::string&) {}, std::string(option.help))
                ->type_name(std::string(option.value));
        else
            app.add_flag_function(
                flag, [](std::int64_t) {}, std::string(option.help));
    }
    app.add_flag("-q,--quiet", options.quiet, "Only findings and faults: no remarks, no sums");
    app.add_flag("--show-files", options.show_files, "Print the files that would be checked, and check none");
    app.add_flag("--statistics", options.statistics, "Print how often each rule was met, instead of the findings");
    app.add_option("--since", policy.since, "Only files that changed since this commit, as git says")->type_name("REF");
    app.add_flag("--force-exclude", policy.force_exclude, "Exclusions hold for files that are named, too");
    app.add_flag("--allow-empty", policy.allow_empty, "Nothing to check is no fault");
    app.add_option("--today", policy.today, "The day that suppressions end by (SOURCE_DATE_EPOCH, else today in UTC)")
        ->type_name("YYYY-MM-DD");
}

void collect_settings(const CLI::App& chosen, PolicyOptions& options) {
    // Few are given and many are known: to ask for each by its name takes as long as to declare them.
    const auto is_given = [](const CLI::Option* one) { return one->count() > 0; };
    const std::vector<const CLI::Option*> all = chosen.get_options(is_given);
    for (const SettingOption& option : setting_options) {
        const auto named = [&](const CLI::Option* one) { return one->check_name(std::string(option.flag)); };
        const auto given = std::find_if(all.begin(), all.end(), named);
        if (given == all.end()) continue;
        const std::string value = option.fixed.empty() ? (*given)->results().back() : std::string(option.fixed);
        options.flags.emplace_back(option.flag, std::string(option.key) + "=" + value);
    }
}

void add_policy_commands(CLI::App& app, Options& options, Words& words, CommandTable& table, const Asked& asked) {
    const auto add_screening = [&](CLI::App& command) {
        add_screened_input(command, options, words);
        add_policy_options(command, options);
    };
    PolicyOptions& policy = options.policy;
    if (asked.command("baseline")) {
        CLI::App* baseline = app.add_subcommand("baseline", "Findings that are known: only new ones fail");
        baseline->require_subcommand(1);
        for (const BaselineWord& word : baseline_words) {
            const std::string name(word.name);
            if (!asked.below(name)) continue;
            CLI::App* command = baseline->add_subcommand(name, std::string(word.help));
            add_screening(*command);
            std::vector<std::string> formats = {"text"};
            if (word.command == Command::baseline_check) {
                formats.emplace_back("json");
                add_format(*command, words, formats);
            }
            table["baseline " + name] = {word.command, formats};
        }
    }
    if (asked.command("suppress")) {
        CLI::App* suppress = app.add_subcommand("suppress", "Findings that somebody decided to live with");
        suppress->require_subcommand(1);
        if (asked.below("add")) {
            add_suppress_add(*suppress->add_subcommand("add", "Add an entry to the file of suppressions"), policy);
            table["suppress add"] = {Command::suppress_add, {"text"}};
        }
        if (asked.below("list")) {
            CLI::App* list =
                suppress->add_subcommand("list", "All suppressions: where, why, until when, and whether they are used");
            add_screening(*list);
            const std::vector<std::string> formats = {"text", "json"};
            add_format(*list, words, formats);
            table["suppress list"] = {Command::suppress_list, formats};
        }
        if (asked.below("prune")) {
            add_screening(
                *suppress->add_subcommand("prune", "Take unused and expired entries out of the file of suppressions"));
            table["suppress prune"] = {Command::suppress_prune, {"text"}};
        }
    }
    if (asked.command("config")) {
        CLI::App* config = app.add_subcommand("config", "The settings of a run");
        config->require_subcommand(1);
        CLI::App* show = config->add_subcommand("show", "Each setting, and where it comes from");
        show->add_option("file", options.paths, "What holds for this file")->type_name("FILE")->expected(0, 1);
        add_configuration(*show, policy);
        table["config show"] = {Command::config_show, {"text"}};
    }
    if (asked.command("init")) {
        CLI::App* init = app.add_subcommand("init", "Write a commented .incilint.yaml here");
        init->add_flag("--workflow", policy.workflow, "Write .github/workflows/incilint.yml too");
        init->add_flag("--pre-commit", policy.hook, "Write .pre-commit-config.yaml too");
        table["init"] = {Command::init, {"text"}};
    }
    if (asked.command("completion")) {
        CLI::App* completion = app.add_subcommand("completion", "Completion for a shell: bash, zsh, fish, pwsh");
        completion->add_option("shell", options.subject, "bash, zsh, fish, pwsh")->type_name("SHELL");
        table["completion"] = {Command::completion, {"text"}};
    }
}

}  // namespace incilint::cli
