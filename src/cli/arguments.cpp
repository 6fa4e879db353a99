#include "cli/arguments.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/joined.h"
#include "base/near.h"
#include "base/text.h"
#include "cli/arguments_scan.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/reports.h"

namespace incilint::cli {
namespace {

const std::vector<std::string>& command_words() {
    static const std::vector<std::string> words = {"check",  "scan", "parse",      "diff",     "explain",
                                                   "rules",  "data", "schema",     "baseline", "suppress",
                                                   "config", "init", "completion", "version"};
    return words;
}

/// Reads one word by `read`; an empty word leaves the default.
template <class T, class Read>
std::optional<base::Diagnostic> read_word(const std::string& word, const std::string& option,
                                          const std::vector<std::string>& known, Read read, T& into) {
    if (word.empty()) return std::nullopt;
    if (const auto value = read(word)) {
        into = *value;
        return std::nullopt;
    }
    const std::string text = option + " does not know '" + base::printable(word) + "'";
    return usage("usage/value", text, base::near_hint(word, known, "it knows " + base::joined(known)));
}

std::optional<rules::ProductType> type_option(std::string_view word) {
    const auto type = rules::product_type_named(word);
    return type == rules::ProductType::unknown ? std::nullopt : type;
}

std::optional<base::Diagnostic> read_words(const Words& words, const std::vector<std::string>& formats,
                                           Options& options) {
    std::vector<std::string> encodings;
    for (const std::string_view name : catalog::encoding_names()) encodings.emplace_back(name);
    const auto format = [&](std::string_view word) {
        const bool known = std::find(formats.begin(), formats.end(), word) != formats.end();
        return known ? format_named(word) : std::nullopt;
    };
    auto fault = read_word(words.format, "--format", formats, format, options.format);
    if (!fault)
        fault = read_word(words.fail_on, "--fail-on", {"error", "warning", "note", "never"}, policy::fail_on_named,
                          options.fail_on);
    if (!fault)
        fault = read_word(words.type, "--product-type", {"rinse-off", "leave-on", "not-applicable"}, type_option,
                          options.type);
    if (!fault) fault = read_word(words.encoding, "--encoding", encodings, catalog::encoding_named, options.encoding);
    if (!fault) fault = read_word(words.colour, "--color", {"auto", "always", "never"}, colour_named, options.colour);
    const std::vector<std::string> stdin_formats = {"text", "yaml", "json", "csv", "tsv", "jsonl"};
    const auto stdin_format = [&](std::string_view word) -> std::optional<std::string> {
        const bool known = std::find(stdin_formats.begin(), stdin_formats.end(), word) != stdin_formats.end();
        return known ? std::optional<std::string>(word) : std::nullopt;
    };
    std::string& format_of_stdin = options.policy.stdin_format;
    if (!fault) fault = read_word(format_of_stdin, "--stdin-format", stdin_formats, stdin_format, format_of_stdin);
    if (!fault && !words.law_date.empty()) {
        options.law_date = rules::date_named(words.law_date);
        if (!options.law_date)
            fault = usage("usage/value", "--law-date: '" + base::printable(words.law_date) + "' is no day",
                          "write year-month-day, like 2026-08-01");
    }
    for (const std::string& report : words.reports) {
        if (fault) break;
        auto request = parse_report_request(report);
        if (request)
            options.reports.push_back(std::move(*request));
        else
            fault = request.error();
    }
    for (const std::string& column : words.columns) {
        if (fault) break;
        const auto request = catalog::parse_column_request(column);
        if (request)
            options.columns.push_back(*request);
        else
            fault = request.error();
    }
    return fault;
}

/// The first argument that no option took.
std::optional<base::Diagnostic> leftover(const CLI::App& app, const std::string& name) {
    std::vector<std::string> rest = app.remaining();
    std::erase(rest, "--");  // it ends the options and is none
    if (rest.empty()) return std::nullopt;
    return unknown_argument(rest.front(), app, name);
}

/// `rules` and `data` want a word of theirs.
std::optional<base::Diagnostic> lower_command(const std::vector<std::string>& arguments) {
    const std::string& first = arguments.front();
    const std::vector<std::string> below = words_below(first);
    if (below.empty()) return std::nullopt;
    const std::string hint = "incilint " + first + " knows " + base::joined(below);
    if (arguments.size() == 1) return usage("usage/command", first + ": what is to be done is missing", hint);
    const std::string& second = arguments[1];
    if (second == "-h" || second == "--help") return std::nullopt;
    if (std::find(below.begin(), below.end(), second) != below.end()) return std::nullopt;
    return usage("usage/command", "unknown command '" + first + " " + base::printable(second) + "'",
                 base::near_hint(second, below, hint));
}

/// `incilint FILE` means `incilint check FILE`, unless the word looks like a command gone wrong.
std::optional<base::Diagnostic> default_command(std::vector<std::string>& arguments) {
    const std::string& first = arguments.front();
    if (first == "-h" || first == "--help" || first == "--version" || first == "-V") return std::nullopt;
    const auto& known = command_words();
    if (std::find(known.begin(), known.end(), first) != known.end()) return lower_command(arguments);
    const bool word = !first.starts_with('-') && first.find('/') == first.npos && !exists(first);
    if (word && base::nearest(first, known))
        return usage("usage/command", "unknown command '" + base::printable(first) + "'",
                     base::near_hint(first, known, ""));
    arguments.insert(arguments.begin(), "check");
    return std::nullopt;
}

/// The chosen command and the one below it, if any: "rules list".
std::pair<CLI::App*, std::string> chosen_command(const CLI::App& app) {
    std::string words;
    CLI::App* found = nullptr;
    for (const CLI::App* at = &app; at && !at->get_subcommands().empty(); at = found) {
        found = at->get_subcommands().front();
        words.append(words.empty() ? "" : " ").append(found->get_name());
    }
    return {found, words};
}

void allow_extras(CLI::App& app) {
    for (CLI::App* command : app.get_subcommands({})) {
        if (command->get_subcommands({}).empty()) command->allow_extras();
        for (CLI::App* below : command->get_subcommands({})) below->allow_extras();
    }
}

bool takes_many_paths(Command command) {
    constexpr std::array<Command, 8> many = {Command::check,          Command::parse,          Command::baseline_create,
                                             Command::baseline_check, Command::baseline_prune, Command::baseline_accept,
                                             Command::suppress_list,  Command::suppress_prune};
    return std::ranges::find(many, command) != many.end();
}

/// Reads what `asked` declares; without options where that does not do.
Parsed parse_declared(std::vector<std::string> arguments, const Asked& asked) {
    Parsed out;
    Options options;
    Words words;
    CLI::App app("Screens cosmetic ingredient lists against rule sets; says what a list can tell and no more.",
                 "incilint");
    app.require_subcommand(0, 1);
    bool show_version = false;
    app.add_flag("-V,--version", show_version, "Print the version");
    CommandTable commands;
    add_screening_commands(app, options, words, commands, asked);
    add_knowledge_commands(app, options, words, commands, asked);
    add_policy_commands(app, options, words, commands, asked);
    allow_extras(app);

    const std::vector<std::string> given = arguments;
    try {
        std::reverse(arguments.begin(), arguments.end());  // CLI11 takes a vector from its end
        app.parse(std::move(arguments));
    } catch (const CLI::CallForHelp&) {
        out.help = app.help();  // that of the command that was chosen, under its whole name
        return out;
    } catch (const CLI::ParseError& error) {
        const auto [chosen, name] = chosen_command(app);
        out.fault = argument_fault(error.what(), chosen ? *chosen : app, name, given);
        return out;
    }
    const auto [chosen, name] = chosen_command(app);
    if (!chosen) {
        if (show_version)
            options.command = Command::version;
        else
            out.fault = usage("usage/nothing", "nothing to do", "incilint check FILE, or incilint --help");
    } else {
        const auto& [command, formats] = commands.at(name);
        options.command = command;
        if (command == Command::scan || command == Command::diff) options.fail_on = policy::FailOn::never;
        if (command == Command::scan) options.format = Format::jsonl;
        out.fault = leftover(*chosen, name);
        if (!out.fault) out.fault = read_words(words, formats, options);
        if (!out.fault && options.command == Command::scan) out.fault = read_scan_options(options);
        if (!out.fault && options.statistics && options.format != Format::text)
            out.fault = usage("usage/value", "--statistics is for --format text", "--report writes others beside it");
        collect_settings(*chosen, options.policy);
        // An empty variable of a build must not check everything, or nothing, without a word.
        const CLI::Option* since = chosen->get_option_no_throw("--since");
        if (!out.fault && since && since->count() > 0 && options.policy.since.empty())
            out.fault = usage("usage/value", "--since names no commit", "write --since origin/main");
        if (!out.fault && options.command == Command::completion) {
            out.help = completion(app, options.subject);
            if (!out.help.empty()) return out;
            const std::vector<std::string> shells = {"bash", "zsh", "fish", "pwsh"};
            out.fault = usage("usage/value", "completion does not know '" + base::printable(options.subject) + "'",
                              base::near_hint(options.subject, shells, "it knows " + base::joined(shells)));
        }
    }
    if (!out.fault) out.options = std::move(options);
    return out;
}

/// Paths may stand before and behind "--"; CLI11 takes them behind it alone. Nothing where that is not asked.
std::optional<Parsed> parse_around_dashes(const std::vector<std::string>& arguments) {
    const auto dashes = std::find(arguments.begin(), arguments.end(), "--");
    if (dashes == arguments.end() || dashes + 1 == arguments.end()) return std::nullopt;
    std::vector<std::string> before(arguments.begin(), dashes);
    const Asked asked(before, Asked::Which::all);
    Parsed out = parse_declared(std::move(before), asked);
    if (!out.options || out.options->paths.empty() || !takes_many_paths(out.options->command)) return std::nullopt;
    out.options->paths.insert(out.options->paths.end(), dashes + 1, arguments.end());
    return out;
}

}  // namespace

void repeatable(CLI::App& app, const std::string& name, std::vector<std::string>& into, const std::string& help,
                const std::string& value) {
    // One value each time, so that a path behind it stays a path.
    app.add_option(name, into, help)->type_name(value)->allow_extra_args(false);
}

void turns_off(CLI::App& app, const std::string& name, bool& what, const std::string& help) {
    // A callback, for a flag "!NAME" shows how it is stored in the help.
    app.add_flag_callback(
        name, [&what] { what = false; }, help);
}

Parsed parse_arguments(std::vector<std::string> arguments) {
    Parsed out;
    if (arguments.empty()) {
        out.fault = usage("usage/nothing", "nothing to do", "incilint check FILE, or incilint --help");
        return out;
    }
    if ((out.fault = default_command(arguments))) return out;
    if (auto around = parse_around_dashes(arguments)) return std::move(*around);
    // Faults and help speak of all options; a command line that reads well without the rare ones names none of them.
    out = parse_declared(arguments, Asked(arguments, Asked::Which::common));
    if (out.options) return out;
    const Asked all(arguments, Asked::Which::all);
    return parse_declared(std::move(arguments), all);
}

}  // namespace incilint::cli
