// cli/arguments.h: what the files that read the command line share.
// Promises: CLI11 is named here and in arguments*.cpp only.
// Must not know: what commands do.
#pragma once

#include <map>
#include <string>
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

/// The value may stand several times, once behind each option.
void repeatable(CLI::App& app, const std::string& name, std::vector<std::string>& into, const std::string& help,
                const std::string& value);

/// `explain`, `rules …` and `data …`, with their rows in the table.
void add_knowledge_commands(CLI::App& app, Options& options, Words& words, CommandTable& table);

/// Words that may follow `rules` and `data`; empty for other commands.
[[nodiscard]] std::vector<std::string> words_below(const std::string& command);

}  // namespace incilint::cli
