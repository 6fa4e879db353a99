#include <string>
#include <utility>
#include <vector>

#include "base/counted.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/engine.h"
#include "cli/lint_report.h"
#include "match/compile.h"
#include "match/self_test.h"
#include "report/sheet.h"
#include "rules/load.h"

namespace incilint::cli {
namespace {

std::vector<std::string> ids_of(const std::vector<rules::Word>& words) {
    std::vector<std::string> out;
    out.reserve(words.size());
    for (const rules::Word& word : words) out.push_back(word.text);
    return out;
}

/// Exceptions that no test has tried: "owner: exception".
std::vector<std::string> untested(const match::SelfTest& result) {
    std::vector<std::string> out;
    for (const match::Exception& except : result.exceptions) {
        if (!except.tested) out.push_back(except.owner + ": " + except.text);
    }
    return out;
}

report::Sheet sheet_of(const match::SelfTest& result) {
    report::Sheet out;
    out.fields = {
        {"tests", "tests", result.run},
        {"failures", "", finding_records(result.failures)},
        {"", "failed", result.failures.size()},
        {"rules_never_hit", "never hit", ids_of(result.never_hit)},
        {"exceptions_never_used", "exceptions", untested(result)},
        {"unknown_test_names", "unknown names", ids_of(result.unknown_names)},
        {"dictionary_names", "", result.names},
        {"dictionary_names_seen", "", result.seen},
        {"", "coverage",
         std::to_string(result.seen) + " of " + std::to_string(result.names) +
             " known names are looked at by some rule, " + std::to_string(result.names - result.seen) + " by none"}};
    return out;
}

}  // namespace

int run_rules_test(const Options& options) {
    Outcome outcome;
    // 1. The rules with their tests, and the program they make.
    auto sets = load_rule_sets(options);
    auto joined =
        sets ? rules::join_rules(*sets) : base::Expected<rules::RuleSet, base::Diagnostics>(base::Error{sets.error()});
    const auto image = joined ? make_image(options, std::move(*sets))
                              : base::Expected<std::string, base::Diagnostics>(base::Error{joined.error()});
    if (!image) {
        say(image.error());
        outcome.add(Exit::usage, "the rules or names cannot be used");
        return finish(outcome);
    }
    const auto program = match::Program::open(*image, false);
    const auto images = match::images_of(*image);
    if (!program || !images) {
        outcome.add(Exit::incomplete, "the compiled program cannot be opened");
        return finish(outcome);
    }
    // 2. Run them.
    const auto result = match::self_test(*joined, *program, *images);
    if (!result) {
        say(result.error());
        outcome.add(Exit::incomplete, "the tests could not be run");
        return finish(outcome);
    }
    // 3. Failures with their places, then what no test reaches.
    const report::Sheet sheet = sheet_of(*result);
    std::string text = findings_text(result->failures, base::counted(result->run, "test", "tests") + ", " +
                                                           std::to_string(result->failures.size()) + " failed");
    text.append(report::sheet_text(sheet, {}));
    deliver_text(options, options.format == Format::json ? report::sheet_json(sheet, "incilint.rule-tests/1") : text,
                 outcome);
    if (!result->failures.empty())
        outcome.add(Exit::findings, base::counted(result->failures.size(), "test", "tests") + " failed");
    if (result->run == 0) outcome.add(Exit::usage, "the rules carry no tests");
    return finish(outcome);
}

}  // namespace incilint::cli
