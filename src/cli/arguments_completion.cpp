#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/joined.h"
#include "cli/arguments.h"

namespace incilint::cli {
namespace {

struct Follow {
    std::vector<std::string> commands;
    std::vector<std::string> options;
};

/// What may follow each command; the key "" is the program itself.
void gather(const CLI::App& app, const std::string& path, std::map<std::string, Follow>& into) {
    Follow& words = into[path];
    for (const CLI::Option* option : app.get_options())
        if (!option->get_group().empty())
            for (const std::string& name : option->get_lnames()) words.options.push_back("--" + name);
    for (const CLI::App* below : app.get_subcommands(nullptr)) {
        into[path].commands.push_back(below->get_name());
        gather(*below, path.empty() ? below->get_name() : path + " " + below->get_name(), into);
    }
}

/// bash, and zsh by its layer for bash: the words behind the commands that were typed; file names where none fits.
std::string bash(const std::map<std::string, Follow>& all) {
    std::string out =
        "_incilint() {\n"
        "    local word=${COMP_WORDS[COMP_CWORD]} path= commands= options= i\n"
        "    for ((i = 1; i < COMP_CWORD && i < 3; i++)); do\n"
        "        case ${COMP_WORDS[i]} in -*) break ;; *) path=${path:+$path }${COMP_WORDS[i]} ;; esac\n"
        "    done\n"
        "    case $path in\n";
    for (const auto& [path, words] : all) {
        out.append("        '").append(path).append("'");
        // Behind a command without others below it stand file names.
        if (!path.empty() && words.commands.empty()) out.append(" | '").append(path).append(" '*");
        out.append(") commands='").append(base::joined(words.commands, " "));
        out.append("' options='").append(base::joined(words.options, " ")).append("' ;;\n");
    }
    out.append(
        "    esac\n"
        "    if [[ $word == -* ]]; then COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
        "    else COMPREPLY=($(compgen -W \"$commands\" -- \"$word\")); fi\n"
        "}\n"
        "complete -o default -F _incilint incilint\n");
    return out;
}

std::string fish(const std::map<std::string, Follow>& all) {
    std::string out;
    for (const auto& [path, words] : all) {
        std::string when = "__fish_use_subcommand";
        if (!path.empty()) {
            when = "__fish_seen_subcommand_from " + path.substr(0, path.find(' '));
            if (const std::size_t blank = path.find(' '); blank != path.npos)
                when += "; and __fish_seen_subcommand_from " + path.substr(blank + 1);
        }
        for (const std::string& command : words.commands)
            out.append("complete -c incilint -n '").append(when).append("' -a ").append(command).append("\n");
        for (const std::string& option : words.options)
            out.append("complete -c incilint -n '").append(when).append("' -l ").append(option.substr(2)).append("\n");
    }
    return out;
}

}  // namespace

std::string completion(const CLI::App& app, const std::string& shell) {
    std::map<std::string, Follow> all;
    gather(app, "", all);
    if (shell == "bash") return "# bash completion of incilint: eval \"$(incilint completion bash)\"\n" + bash(all);
    if (shell == "zsh")
        return "#compdef incilint\n# zsh completion of incilint: eval \"$(incilint completion zsh)\"\n"
               "autoload -Uz bashcompinit && bashcompinit\n" +
               bash(all);
    if (shell == "fish") return "# fish completion of incilint: incilint completion fish | source\n" + fish(all);
    return "";
}

}  // namespace incilint::cli
