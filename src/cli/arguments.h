// cli/arguments.h: what the files that read the command line share.
// Promises: CLI11 is named here and in arguments*.cpp only.
// Must not know: what commands do.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/options.h"

namespace incilint::cli {

/// The words of options that are read after parsing.
struct Words {
    std::string format;
    std::string fail_on;
    std::string type;
    std::string encoding;
    std::string colour;
    std::string law_date;
    std::vector<std::string> columns;
    std::vector<std::string> reports;
};

/// A command by its words ("check", "rules list"), and the formats that it knows.
using CommandTable = std::map<std::string, std::pair<Command, std::vector<std::string>>>;

/// What a command line can mean: only that is declared, for to declare all takes longer than to screen a label.
class Asked {
  public:
    /// `common`: of `check`, only the options of nearly every run; a command line with others is read again.
    enum class Which : std::uint8_t { common, all };
    /// The command stands first, the word below it second; help and completion ask for all.
    Asked(const std::vector<std::string>& arguments, Which which);
    [[nodiscard]] bool rare_options() const { return which_ == Which::all; }
    [[nodiscard]] bool command(std::string_view name) const { return command_.empty() || command_ == name; }
    [[nodiscard]] bool below(std::string_view name) const { return below_.empty() || below_ == name; }

  private:
    Which which_ = Which::all;
    std::string command_;  ///< empty: any
    std::string below_;
};

/// A flag that makes `what` false.
void turns_off(CLI::App& app, const std::string& name, bool& what, const std::string& help);
/// The value may stand several times, once behind each option.
void repeatable(CLI::App& app, const std::string& name, std::vector<std::string>& into, const std::string& help,
                const std::string& value);

/// `check`, `parse`, `diff`, `scan`, `version`, with their rows in the table.
void add_screening_commands(CLI::App& app, Options& options, Words& words, CommandTable& table, const Asked& asked);
/// `explain`, `rules …`, `schema` and `data …`, with their rows in the table.
void add_knowledge_commands(CLI::App& app, Options& options, Words& words, CommandTable& table, const Asked& asked);

/// `--format`, one of `known`.
void add_format(CLI::App& app, Words& words, const std::vector<std::string>& known);
/// What is read; how names are read; by which rules it is judged.
void add_input(CLI::App& app, Options& options, Words& words);
void add_reading(CLI::App& app, Options& options, Words& words);
void add_judging(CLI::App& app, Options& options, Words& words);
/// Which configuration holds.
void add_configuration(CLI::App& app, PolicyOptions& options);
/// All three, for commands that screen labels.
void add_screened_input(CLI::App& app, Options& options, Words& words);
/// Configuration, input files, gates and policy of `check`.
void add_policy_options(CLI::App& app, Options& options);
/// `baseline …`, `suppress …`, `config show`, `init`, with their rows in the table.
void add_policy_commands(CLI::App& app, Options& options, Words& words, CommandTable& table, const Asked& asked);
/// The completion of a shell for all commands and options; empty for a shell that is not known.
[[nodiscard]] std::string completion(const CLI::App& app, const std::string& shell);
/// Options that were given and are settings too, as KEY=VALUE.
void collect_settings(const CLI::App& chosen, PolicyOptions& options);

[[nodiscard]] base::Diagnostic usage(std::string code, std::string text, std::string hint);
/// An argument that the command (`name`, as it is called) does not take.
[[nodiscard]] base::Diagnostic unknown_argument(const std::string& argument, const CLI::App& command,
                                                const std::string& name);
/// What CLI11 says of a command line, in our words.
[[nodiscard]] base::Diagnostic argument_fault(const std::string& what, const CLI::App& command, const std::string& name,
                                              const std::vector<std::string>& arguments);

/// Words that may follow `rules` and `data`; empty for other commands.
[[nodiscard]] std::vector<std::string> words_below(const std::string& command);

}  // namespace incilint::cli
