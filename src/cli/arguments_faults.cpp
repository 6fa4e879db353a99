// What is wrong with a command line, in words of ours: CLI11 speaks of its own parts.
#include <algorithm>
#include <utility>

#include "base/near.h"
#include "base/text.h"
#include "cli/arguments.h"

namespace incilint::cli {
namespace {

std::vector<std::string> options_of(const CLI::App& command) {
    std::vector<std::string> out;
    for (const CLI::Option* option : command.get_options())
        for (const std::string& name : option->get_lnames()) out.push_back("--" + name);
    return out;
}

/// The text between two others; empty where they are not there.
std::string between(const std::string& text, std::string_view before, std::string_view behind) {
    const std::size_t at = text.find(before);
    if (at == text.npos) return "";
    const std::size_t from = at + before.size();
    const std::size_t to = behind.empty() ? text.size() : text.find(behind, from);
    return to == text.npos ? "" : text.substr(from, to - from);
}

}  // namespace

base::Diagnostic usage(std::string code, std::string text, std::string hint) {
    return {std::move(code), {}, std::move(text), std::move(hint)};
}

base::Diagnostic unknown_argument(const std::string& argument, const CLI::App& command, const std::string& name) {
    const std::string word = argument.substr(0, argument.find('='));
    const std::string what = word.starts_with('-') ? "unknown option '" : "unexpected argument '";
    return usage("usage/unknown", what + base::printable(word) + "'",
                 base::near_hint(word, options_of(command), "see incilint " + name + " --help"));
}

base::Diagnostic argument_fault(const std::string& what, const CLI::App& command, const std::string& name,
                                const std::vector<std::string>& arguments) {
    const std::string help = "see incilint " + (name.empty() ? "" : name + " ") + "--help";
    const auto told = [&](std::string text) { return usage("usage/arguments", base::printable(text), help); };
    const std::string subject = what.substr(0, what.find(':'));
    if (const std::string count = between(what, "required but received ", ""); !count.empty()) {
        if (subject.starts_with('-')) return told(subject + " is given " + count + " times: it takes one value");
        // The value of an option that there is not counts as a path.
        const std::vector<std::string> known = options_of(command);
        for (const std::string& argument : arguments) {
            if (argument == "--") break;
            const std::string word = argument.substr(0, argument.find('='));
            if (word.starts_with("--") && std::ranges::find(known, word) == known.end())
                return unknown_argument(argument, command, name);
        }
        return told("one " + subject + " is wanted, and " + count + " are named");
    }
    if (what.find(": 1 required ") != what.npos) return told(subject + " wants a value behind it");
    if (const std::string value = between(what, ": Value ", " not in range "); !value.empty()) {
        std::string range = between(what, " not in range ", "");
        if (const std::size_t to = range.find(" to "); to != range.npos && range.size() > to + 12)
            range.replace(to, range.npos, " up");
        return told((subject.empty() ? "a number" : subject) + ": '" + value + "' is no number from " + range);
    }
    if (const std::string rest = between(what, "Could not convert: ", ""); !rest.empty()) {
        const std::size_t equals = rest.find(" = ");
        if (equals != rest.npos)
            return told(rest.substr(0, equals) + " does not take '" + rest.substr(equals + 3) + "'");
    }
    return told(what);
}

}  // namespace incilint::cli
