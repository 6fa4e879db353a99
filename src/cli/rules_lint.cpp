#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/counted.h"
#include "base/near.h"
#include "builtin/builtin.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/engine.h"
#include "cli/facts.h"
#include "cli/lint_report.h"
#include "cli/near_names.h"
#include "lexicon/recognise.h"
#include "match/compile.h"
#include "match/look_alikes.h"
#include "match/self_test.h"
#include "rules/lint.h"
#include "rules/load.h"

namespace incilint::cli {
namespace {

constexpr std::size_t most_near_searches = 50;  ///< unknown names that are looked for among the known ones

/// What linting has gathered: faults make a file useless, findings should not stay.
struct Gathered {
    base::Diagnostics faults;
    base::Diagnostics findings;
};

void append(base::Diagnostics& into, const base::Diagnostics& more) {
    into.insert(into.end(), more.begin(), more.end());
}

std::vector<std::string> source_keys() {
    std::vector<std::string> out;
    std::string_view table = builtin::sources();
    while (!table.empty()) {
        out.emplace_back(table.substr(0, std::min(table.find('\t'), table.size())));
        const std::size_t end = std::min(table.find('\n'), table.size());
        table.remove_prefix(std::min(end + 1, table.size()));
    }
    return out;
}

std::vector<std::string> detectors() {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < label::detector_count; ++i) out.emplace_back(word(static_cast<label::Detector>(i)));
    return out;
}

std::optional<std::string> nearest_of(std::string_view word, const std::vector<std::string>& known) {
    const auto near = base::nearest(word, known);
    return near ? std::optional<std::string>(*near) : std::nullopt;
}

rules::Lookup lookup_in(const lexicon::Dictionary& dictionary) {
    std::vector<std::string> classes;
    for (std::size_t i = 0; i < dictionary.class_count(); ++i)
        classes.emplace_back(dictionary.class_name(static_cast<lexicon::ClassId>(i)));
    rules::Lookup out;
    out.knows_name = [&dictionary](std::string_view name) {
        return lexicon::recognise(name, dictionary, {.correct_spelling = false}).has_value();
    };
    out.near_name = [&dictionary, left = most_near_searches](std::string_view name) mutable {
        if (left == 0) return std::optional<std::string>();
        --left;
        if (const auto meant = lexicon::recognise(name, dictionary, {})) return std::optional(meant->inci);
        const auto near = near_names(dictionary, dictionary.normal(name), std::nullopt, 1);
        return near.empty() ? std::nullopt : std::optional(near.front());
    };
    out.knows_class = [&dictionary](std::string_view name) { return dictionary.class_named(name).has_value(); };
    out.near_class = [classes](std::string_view name) { return nearest_of(name, classes); };
    out.knows_source = [](std::string_view key) { return !cite(key).empty(); };
    out.near_source = [keys = source_keys()](std::string_view key) { return nearest_of(key, keys); };
    out.knows_detector = [](std::string_view name) { return label::detector_named(name).has_value(); };
    out.near_detector = [](std::string_view name) { return nearest_of(name, detectors()); };
    return out;
}

/// What only the compiled rules can tell.
void lint_program(const rules::RuleSet& joined, std::string_view image, Gathered& out) {
    const auto images = match::images_of(image);
    const auto program = match::Program::open(image, false);
    if (!images || !program) return;
    const auto tested = match::self_test(joined, *program, *images);
    const auto alike = match::look_alikes(joined, *program, *images);
    if (!tested || !alike) return;
    for (const rules::Word& rule : tested->finds_nothing)
        out.findings.push_back(
            {"lint/unreachable", rule.where, "rule '" + rule.text + "' names nothing that is known", ""});
    for (const match::Exception& except : tested->exceptions) {
        if (except.tested || except.useful) continue;
        out.findings.push_back({"lint/idle-exception", except.where,
                                "the exception '" + except.text + "' of '" + except.owner + "' holds nothing back",
                                ""});
    }
    for (const rules::Word& name : tested->unknown_names) {
        // A name that nobody knows may be meant so; one that is nearly a known one is a slip.
        const auto meant = lexicon::recognise(name.text, program->dictionary(), {});
        if (meant)
            out.findings.push_back({"lint/unknown-test-name", name.where,
                                    "the test name '" + name.text + "' is not known", base::did_you_mean(meant->inci)});
    }
    for (const match::LookAlike& found : *alike) {
        out.findings.push_back({"lint/look-alike", found.term.where,
                                "'" + found.term.text + "' also catches '" + found.name + "', which '" + found.says_no +
                                    "' is tested not to name",
                                "except it, or test that it is meant"});
    }
}

bool in_built_in(const base::Where& where) {
    return where.file.starts_with("built-in ");
}

/// In file order, each once; faults of unknown words are told by the linter already.
void tidy(Gathered& all, bool own_files) {
    std::set<std::pair<int, int>> told;
    for (const base::Diagnostic& finding : all.findings) {
        if (finding.code.starts_with("lint/unknown-")) told.insert({finding.where.line, finding.where.column});
    }
    std::erase_if(all.findings, [&](const base::Diagnostic& d) { return own_files && in_built_in(d.where); });
    const auto place = [](const base::Diagnostic& d) { return std::tie(d.where.file, d.where.line, d.where.column); };
    std::stable_sort(all.findings.begin(), all.findings.end(),
                     [&](const base::Diagnostic& a, const base::Diagnostic& b) { return place(a) < place(b); });
}

}  // namespace

int run_rules_lint(const Options& options) {
    Outcome outcome;
    Gathered all;
    // 1. What can be told of the text alone: form, references, circles, ways out of the folder.
    auto sets = load_rule_sets(options);
    if (!sets) {
        all.faults = sets.error();
    } else {
        // 2. What the dictionary tells.
        const auto known = builtin::program();
        auto joined = rules::join_rules(*sets);
        const auto image = make_image(options, *sets);
        if (!joined) append(all.faults, joined.error());
        if (joined && !image) append(all.faults, image.error());
        if (known && joined) {
            const auto program = image ? match::Program::open(*image, false) : base::Expected<match::Program>(*known);
            if (program) append(all.findings, rules::lint(*joined, lookup_in(program->dictionary())));
        }
        // 3. What the compiled rules tell.
        if (joined && image) lint_program(*joined, *image, all);
    }
    tidy(all, !options.rule_files.empty());
    // 4. Faults and findings, one line each.
    base::Diagnostics told = all.faults;
    append(told, all.findings);
    std::string summary = base::counted(told.size(), "finding", "findings");
    if (told.empty()) summary = "no findings";
    deliver_text(options, lint_report(told, summary, options), outcome);
    if (!all.faults.empty()) outcome.add(Exit::usage, "the rules or names cannot be used");
    if (!all.findings.empty()) outcome.add(Exit::findings, summary);
    return finish(outcome);
}

}  // namespace incilint::cli
