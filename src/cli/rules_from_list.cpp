#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fold.h"
#include "base/near.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/engine.h"
#include "cli/files.h"
#include "cli/inputs.h"
#include "cli/near_names.h"
#include "lexicon/recognise.h"

namespace incilint::cli {
namespace {

constexpr std::size_t max_list_bytes = std::size_t{4} << 20;
constexpr std::size_t longest_name = 300;
constexpr std::size_t most_hints = 100;  ///< unknown names that are looked for among the known ones

/// What a line asks for: a name, or a class of names.
struct Listed {
    std::string title;       ///< its INCI name, or the line that names the class
    std::string expression;  ///< as a rule's `ingredient` says it
    std::string example;     ///< a name that the rule finds
};

/// One name of a line: without bullets, numbers, comments and a comma at the end.
std::string_view name_of_line(std::string_view line) {
    line = base::trim(line);
    if (line.starts_with('#')) return {};
    for (const std::string_view bullet : {"- ", "* ", "\u2022 ", "\u2013 "}) {
        if (line.starts_with(bullet)) line.remove_prefix(bullet.size());
    }
    line = base::trim(line);
    while (line.ends_with(',') || line.ends_with(';')) line.remove_suffix(1);
    return base::trim(line);
}

/// A YAML scalar in double quotes; a name holds no control characters here.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out.push_back('\\');
        out.push_back(c);
    }
    return out.append("\"");
}

std::string id_of(const std::string& inci, std::set<std::string>& taken) {
    std::string id;
    for (const char c : inci) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool capital = c >= 'A' && c <= 'Z';
        if (letter || capital) {
            id.push_back(capital ? static_cast<char>(c + ('a' - 'A')) : c);
        } else if (!id.empty() && id.back() != '-') {
            id.push_back('-');
        }
        if (id.size() == 50) break;
    }
    while (id.ends_with('-')) id.pop_back();
    if (id.empty()) id = "name";
    std::string made = id;
    for (int n = 2; !taken.insert(made).second; ++n) made = id + "-" + std::to_string(n);
    return made;
}

std::string rule_text(const Listed& listed, std::set<std::string>& taken) {
    std::string out = "  - id: avoid/" + id_of(listed.title, taken) + "\n";
    out.append("    effect: info\n    severity: warning\n");
    out.append("    title: ").append(quoted("On the list: " + listed.title)).append("\n");
    out.append("    ingredient: {").append(listed.expression).append("}\n");
    out.append("    evidence: [{grade: unsourced, says: \"a list of names to avoid, no statement on skin\"}]\n");
    out.append("    message: \"{ingredient} is on the list of names to avoid\"\n");
    out.append("    tests: {match: [").append(quoted(listed.example)).append("], no_match: [");
    out.append(listed.title == "Aqua" ? "Glycerin" : "Aqua").append("]}\n");
    return out;
}

/// "Formaldehyde releasers": the class `formaldehyde-releaser`, where a known name is in it.
std::optional<Listed> class_of(const std::string& line, const lexicon::Dictionary& dictionary) {
    std::string id = base::fold(line);
    std::ranges::replace(id, ' ', '-');
    auto named = dictionary.class_named(id);
    if (!named && id.ends_with('s')) named = dictionary.class_named(id.substr(0, id.size() - 1));
    if (!named) return std::nullopt;
    for (std::uint32_t i = 0; i < dictionary.size(); ++i) {
        const lexicon::IngredientId ingredient{i};
        const auto is_in = [&](lexicon::ClassId one) { return dictionary.is_a(one, *named); };
        if (std::ranges::none_of(dictionary.classes(ingredient), is_in)) continue;
        return Listed{line, "class: " + std::string(dictionary.class_name(*named)),
                      std::string(dictionary.inci(ingredient))};
    }
    return std::nullopt;
}

bool may_be_name(const std::string& line) {
    return line.size() <= longest_name && base::printable(line) == line;
}

/// What the line asks for; nothing where nobody knows it.
std::optional<Listed> listed(const std::string& line, const lexicon::Dictionary& dictionary) {
    if (!may_be_name(line)) return std::nullopt;
    if (const auto known = lexicon::recognise(line, dictionary, {.correct_spelling = false}))
        return Listed{known->inci, "name: " + quoted(line), line};
    return class_of(line, dictionary);
}

/// "BHT, BHA": the names of a line that is none as a whole, if all are known.
std::vector<Listed> listed_between_commas(std::string_view line, const lexicon::Dictionary& dictionary) {
    std::vector<Listed> out;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find_first_of(",;", at), line.size());
        auto one = listed(std::string(base::trim(line.substr(at, end - at))), dictionary);
        if (!one) return {};
        out.push_back(std::move(*one));
        at = end + 1;
    }
    return out;
}

}  // namespace

int run_rules_from_list(const Options& options) {
    Outcome outcome;
    // 1. The list.
    if (options.paths.empty()) {
        outcome.add(Exit::usage, "nothing to read: name a list, or - for standard input");
        return finish(outcome);
    }
    const std::string& path = options.paths.front();
    if (path != "-" && !exists(path)) {
        say(base::Diagnostic{"input/missing", {path, 0, 0}, "no such file", ""});
        outcome.add(Exit::usage, "the list cannot be read");
        return finish(outcome);
    }
    auto bytes = read_bytes(path, max_list_bytes);
    const auto text = bytes ? decode_text(std::move(*bytes), path, options)
                            : base::Expected<std::string>(base::Error{bytes.error().diagnostic});
    if (!text) {
        say(text.error());
        outcome.add(Exit::incomplete, "the list cannot be read");
        return finish(outcome);
    }
    const auto program = make_program(options);
    if (!program) {
        say(program.error());
        outcome.add(Exit::usage, "the names cannot be used");
        return finish(outcome);
    }
    // 2. Each line is a name, or a class of them; what nobody knows is told, and left out.
    const lexicon::Dictionary& dictionary = program->dictionary();
    std::vector<Listed> names;
    std::set<std::string> seen;
    std::size_t unknown = 0;
    const base::LineIndex lines(*text);
    for (std::uint32_t number = 1; number <= lines.lines(); ++number) {
        const std::string name(name_of_line(lines.line(number)));
        if (name.empty()) continue;
        std::vector<Listed> found;
        if (auto whole = listed(name, dictionary))
            found.push_back(std::move(*whole));
        else
            found = listed_between_commas(name, dictionary);
        for (Listed& one : found)
            if (seen.insert(one.title).second) names.push_back(std::move(one));
        if (!found.empty()) continue;
        ++unknown;
        const auto near = may_be_name(name) && unknown <= most_hints
                              ? near_names(dictionary, dictionary.normal(name), std::nullopt, 1)
                              : std::vector<std::string>();
        say(base::Diagnostic{
            "list/unknown-name",
            {path, static_cast<int>(number), 0},
            "no ingredient and no class is called '" + name.substr(0, longest_name) + "'; it is left out",
            near.empty() ? "" : base::did_you_mean(near.front())});
    }
    if (names.empty()) {
        outcome.add(Exit::usage, "the list holds no name that is known");
        return finish(outcome);
    }
    // 3. The rule file.
    std::string out = "incilint: 1\nid: avoid-list\ntitle: Names to avoid\nversion: 1.0.0\nrules:\n";
    std::set<std::string> taken;
    for (const Listed& one : names) out.append(rule_text(one, taken));
    deliver_text(options, out, outcome);
    if (unknown > 0)
        outcome.add(Exit::incomplete, "incomplete: " + std::to_string(unknown) +
                                          (unknown == 1 ? " name was left out" : " names were left out"));
    return finish(outcome);
}

}  // namespace incilint::cli
