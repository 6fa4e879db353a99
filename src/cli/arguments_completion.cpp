#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/joined.h"
#include "base/text.h"
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

std::string powershell(const std::map<std::string, Follow>& all) {
    std::string out =
        "Register-ArgumentCompleter -Native -CommandName incilint -ScriptBlock {\n"
        "    param($word, $ast, $position)\n"
        "    $path = @()\n"
        "    foreach ($element in $ast.CommandElements | Select-Object -Skip 1 -First 2) {\n"
        "        if (\"$element\" -like '-*' -or $element.Extent.EndOffset -ge $position) { break }\n"
        "        $path += \"$element\"\n"
        "    }\n"
        "    $words = @{\n";
    for (const auto& [path, words] : all) {
        std::vector<std::string> follow = words.commands;
        follow.insert(follow.end(), words.options.begin(), words.options.end());
        out.append("        '").append(path).append("' = '").append(base::joined(follow, " ")).append("'\n");
    }
    return out +
           "    }\n"
           "    $known = $words[($path -join ' ')]\n"
           "    if ($null -eq $known -and $path.Count -gt 1) { $known = $words[$path[0]] }\n"
           "    if ($null -eq $known) { return }\n"
           "    $known -split ' ' | Where-Object { $_ -like \"$word*\" } | ForEach-Object {\n"
           "        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)\n"
           "    }\n"
           "}\n";
}

/// A word as roff prints it.
std::string roff(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint c = base::decode(text, at);
        constexpr std::string_view digits = "0123456789ABCDEF";
        if (c.value == '\\')
            out += "\\e";
        else if (c.value == '-')
            out += "\\-";
        else if (c.value < 0x80)
            out.push_back(text[at]);
        else
            out.append("\\[u").append({digits[c.value >> 12 & 15], digits[c.value >> 8 & 15], digits[c.value >> 4 & 15],
                                       digits[c.value & 15], ']'});
        at += c.length;
    }
    return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

/// The options of each command as sections of a manual page.
void manual(const CLI::App& app, const std::string& path, std::string& out) {
    std::string options;
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_group().empty()) continue;
        const std::string value = option->get_type_name();
        std::string names;
        for (const std::string& name : option->get_snames()) names.append("-" + name).append(", ");
        for (const std::string& name : option->get_lnames()) names.append("--" + name).append(", ");
        if (names.empty()) continue;  // a place, told by the command itself
        names.resize(names.size() - 2);
        options.append(".TP\n\\fB").append(roff(names)).append("\\fR");
        if (!value.empty()) options.append(" \\fI").append(roff(value)).append("\\fR");
        options.append("\n").append(roff(option->get_description())).append("\n");
    }
    if (!path.empty() && !options.empty()) out.append(".SS ").append(roff(path)).append("\n").append(options);
    for (const CLI::App* below : app.get_subcommands(nullptr))
        manual(*below, path.empty() ? below->get_name() : path + " " + below->get_name(), out);
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
    if (shell == "pwsh")
        return "# PowerShell completion of incilint: incilint completion pwsh | Out-String | Invoke-Expression\n" +
               powershell(all);
    if (shell == "man") {
        std::string out = ".SH OPTIONS\n";
        manual(app, "", out);
        return out;
    }
    return "";
}

}  // namespace incilint::cli
