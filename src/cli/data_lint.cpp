#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/counted.h"
#include "builtin/builtin.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/files.h"
#include "cli/lint_report.h"
#include "lexicon/build.h"
#include "lexicon/recognise.h"
#include "lexicon/tsv.h"
#include "match/compile.h"

namespace incilint::cli {
namespace {

constexpr std::size_t max_table_bytes = std::size_t{64} << 20;

/// Faults make a table useless, findings should not stay.
struct Gathered {
    base::Diagnostics faults;
    base::Diagnostics findings;
};

void append(base::Diagnostics& into, const base::Diagnostics& more) {
    into.insert(into.end(), more.begin(), more.end());
}

base::Diagnostic finding(std::string code, const base::Where& where, std::string text) {
    return {std::move(code), where, std::move(text), ""};
}

/// True where some key of the cell is a source and not the word that there is none.
bool has_source(std::string_view cell) {
    const auto keys = lexicon::cell_list(cell);
    return std::any_of(keys.begin(), keys.end(), [](std::string_view key) { return key != "unsourced"; });
}

/// Digits in three groups, the last of them the check digit of the others.
bool is_cas(std::string_view text) {
    const std::size_t last = text.size() - 1;
    if (text.size() < 7 || text[last - 1] != '-' || text[last - 4] != '-') return false;
    unsigned sum = 0;
    unsigned weight = 0;
    for (std::size_t at = last; at-- > 0;) {
        if (at == last - 1 || at == last - 4) continue;
        if (text[at] < '0' || text[at] > '9') return false;
        sum += ++weight * static_cast<unsigned>(text[at] - '0');
    }
    return text[last] == static_cast<char>('0' + sum % 10);
}

/// Each name must lead to its row; each cap must be readable; each source must be one.
void lint_dictionary(const lexicon::Dictionary& dictionary, const std::string& file,
                     const std::set<std::string, std::less<>>& sources, base::Diagnostics& out) {
    const base::Where where{file, 0, 0};
    for (std::uint32_t number = 0; number < dictionary.size(); ++number) {
        const lexicon::IngredientId id{number};
        const lexicon::Ingredient row = dictionary.ingredient(id);
        const std::string name = "'" + std::string(row.inci) + "'";
        const auto read = lexicon::recognise(row.inci, dictionary, {.correct_spelling = false});
        if (!read || read->id != id) {
            out.push_back(finding("data/not-itself", where, name + " is not read as itself"));
        } else if (read->how != lexicon::How::exact) {
            out.push_back(finding("data/not-exact", where, name + " is not read as an INCI name"));
        }
        for (const std::string_view synonym : dictionary.names(id)) {
            const auto other = lexicon::recognise(synonym, dictionary, {.correct_spelling = false});
            if (!other || other->id != id)
                out.push_back(
                    finding("data/lost-synonym", where, "'" + std::string(synonym) + "' does not lead to " + name));
        }
        for (const std::string_view key : lexicon::cell_list(row.source)) {
            if (key != "unsourced" && !sources.contains(key))
                out.push_back(finding("data/unknown-source", where, name + ": unknown source " + std::string(key)));
        }
        for (const std::string_view cap : lexicon::cell_list(row.caps)) {
            if (!lexicon::read_cap(cap))
                out.push_back(finding("data/cap", where, name + ": unreadable limit " + std::string(cap)));
        }
        if (!row.caps.empty() && !has_source(row.source))
            out.push_back(finding("data/no-source", where, name + ": a limit without a source"));
        for (const std::string_view cas : lexicon::cell_list(row.cas)) {
            if (!is_cas(cas)) out.push_back(finding("data/cas", where, name + ": no CAS number: " + std::string(cas)));
        }
    }
}

std::set<std::string, std::less<>> source_keys(std::string_view table) {
    std::set<std::string, std::less<>> out;
    constexpr std::array<std::string_view, 5> columns = {"key", "citation", "link", "read", "date"};
    base::Diagnostics ignored;
    for (const lexicon::TsvRow& row : lexicon::read_tsv("", table, {columns, 1, false}, ignored))
        out.emplace(row.cells[0]);
    return out;
}

/// Keys in the last column of a table, which is that of its sources.
void add_used_sources(std::string_view table, std::set<std::string, std::less<>>& used) {
    while (!table.empty()) {
        const std::size_t end = std::min(table.find('\n'), table.size());
        const std::string_view line = table.substr(0, end);
        table.remove_prefix(std::min(end + 1, table.size()));
        const std::size_t tab = line.rfind('\t');
        if (tab == line.npos) continue;
        for (const std::string_view key : lexicon::cell_list(line.substr(tab + 1))) used.emplace(key);
    }
}

/// The classes that an expression names, those of its sets with it.
void add_classes(const rules::IngredientExpr& expr, const rules::RuleSet& set,
                 std::set<std::string, std::less<>>& out) {
    for (const rules::Term& term : expr.nodes) {
        if (term.kind == rules::TermKind::class_) out.insert(term.word.text);
        if (term.kind != rules::TermKind::set) continue;
        for (const auto& [id, of_set] : set.sets) {
            if (id.text == term.word.text) add_classes(of_set, set, out);
        }
    }
}

/// A class that a concern names, itself or through a class above it, needs a source.
void lint_grounds(std::string_view classes, const std::string& file, base::Diagnostics& out) {
    std::set<std::string, std::less<>> named;
    for (const rules::RuleSet& set : builtin::rule_sets()) {
        for (const rules::Rule& rule : set.rules) {
            if (rule.effect != rules::Effect::concern) continue;
            if (rule.ingredient) add_classes(*rule.ingredient, set, named);
            if (!rule.label) continue;
            for (const rules::IngredientExpr& part : rule.label->ingredients) add_classes(part, set, named);
        }
    }
    constexpr std::array<std::string_view, 4> columns = {"class", "parent", "meaning", "source"};
    base::Diagnostics ignored;
    // Parents stand above their children.
    for (const lexicon::TsvRow& row : lexicon::read_tsv("", classes, {columns, columns.size(), true}, ignored)) {
        if (!named.contains(row.cells[0]) && !named.contains(row.cells[1])) continue;
        named.emplace(row.cells[0]);
        if (!has_source(row.cells[3]))
            out.push_back(
                finding("data/no-source", {file, row.line, 0},
                        "a concern rests on the class " + std::string(row.cells[0]) + ", which has no source"));
    }
}

void lint_folder(const std::string& folder, Gathered& all) {
    constexpr std::array<std::string_view, 6> names = {"ingredients.tsv", "classes.tsv",   "sources.tsv",
                                                       "spelling.tsv",    "structure.tsv", "name-words.tsv"};
    std::map<std::string_view, std::string> texts;
    for (const std::string_view name : names) {
        const std::string path = folder + "/" + std::string(name);
        auto bytes = read_bytes(path, max_table_bytes);
        if (bytes)
            texts[name] = std::move(*bytes);
        else
            all.faults.push_back(bytes.error().diagnostic);
    }
    if (!all.faults.empty()) return;
    const auto named = [&](std::string_view name) {
        return lexicon::NamedText{folder + "/" + std::string(name), texts[name]};
    };
    const auto image = lexicon::build_image({named("ingredients.tsv"), named("classes.tsv"), named("sources.tsv"),
                                             named("spelling.tsv"), named("structure.tsv"), named("name-words.tsv")});
    if (!image) return append(all.faults, image.error());
    const auto dictionary = lexicon::Dictionary::open(*image);
    if (!dictionary) return all.faults.push_back(dictionary.error());
    const auto keys = source_keys(texts["sources.tsv"]);
    lint_dictionary(*dictionary, folder + "/ingredients.tsv", keys, all.findings);
    lint_grounds(texts["classes.tsv"], folder + "/classes.tsv", all.findings);
    // Sources that neither a table nor a rule names.
    std::set<std::string, std::less<>> used;
    for (const std::string_view name : {"ingredients.tsv", "classes.tsv", "spelling.tsv"})
        add_used_sources(texts[name], used);
    const auto program = builtin::program();
    if (program) {
        for (const rules::Rule& rule : program->rules()) {
            for (const rules::Evidence& evidence : rule.evidence) used.insert(evidence.source.text);
        }
    }
    for (const std::string& key : keys) {
        if (!used.contains(key))
            all.findings.push_back(finding("data/dead-source", {folder + "/sources.tsv", 0, 0},
                                           "no table and no built-in rule names the source " + key));
    }
}

/// Own names, linted like ours.
void lint_own(const std::string& path, const lexicon::Dictionary& base, Gathered& all) {
    const auto bytes = read_bytes(path, max_table_bytes);
    if (!bytes) return all.faults.push_back(bytes.error().diagnostic);
    const auto names = lexicon::read_house_names({path, *bytes});
    if (!names) return append(all.faults, names.error());
    const auto image = lexicon::build_house_image(*names, base);
    if (!image) return append(all.faults, image.error());
    const auto dictionary = base.with_house(*image);
    if (!dictionary) return all.faults.push_back(dictionary.error());
    if (names->empty()) all.findings.push_back(finding("data/empty", {path, 0, 0}, "the table holds no name"));
    for (const lexicon::HouseName& name : *names) {
        std::vector<std::string> written = name.synonyms;
        written.insert(written.begin(), name.inci);
        for (const std::string& text : written) {
            const auto known = lexicon::recognise(text, base, {.correct_spelling = false});
            if (known && known->how != lexicon::How::structure) {
                all.findings.push_back(
                    finding("data/known-already", name.where,
                            "'" + text + "' is known already, as " + known->inci + ": this row takes its place"));
            }
            const auto read = lexicon::recognise(text, *dictionary, {.correct_spelling = false});
            if (!read || read->inci != name.inci)
                all.findings.push_back(finding("data/not-itself", name.where,
                                               "'" + text + "' is not read as '" + name.inci + "'" +
                                                   (read ? " but as '" + read->inci + "'" : "")));
        }
    }
}

}  // namespace

int run_data_lint(const Options& options) {
    Outcome outcome;
    for (const std::string& path : options.paths) {
        if (path == "-" || exists(path)) continue;
        say(base::Diagnostic{"input/missing", {path, 0, 0}, "no such file", ""});
        outcome.add(Exit::usage, "nothing to check at " + path);
        return finish(outcome);
    }
    const auto images = match::images_of(builtin::image());
    const auto dictionary = images ? lexicon::Dictionary::open(images->dictionary)
                                   : base::Expected<lexicon::Dictionary>(base::Error{images.error()});
    if (!dictionary) {
        say(dictionary.error());
        outcome.add(Exit::incomplete, "the program file is damaged");
        return finish(outcome);
    }
    // 1. Own names, the tables of a folder, or what the binary holds.
    Gathered all;
    for (const std::string& path : options.paths) lint_own(path, *dictionary, all);
    if (!options.data_dir.empty()) lint_folder(options.data_dir, all);
    if (options.paths.empty() && options.data_dir.empty())
        lint_dictionary(*dictionary, "built-in ingredients.tsv", source_keys(builtin::sources()), all.findings);
    // 2. One line each.
    base::Diagnostics told = all.faults;
    append(told, all.findings);
    std::string summary = base::counted(told.size(), "finding", "findings");
    if (told.empty()) summary = "no findings";
    deliver_text(options, lint_report(told, summary, options), outcome);
    if (!all.faults.empty()) outcome.add(Exit::usage, "the names cannot be used");
    if (!all.findings.empty()) outcome.add(Exit::findings, summary);
    return finish(outcome);
}

}  // namespace incilint::cli
