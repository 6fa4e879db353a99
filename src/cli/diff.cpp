#include <array>
#include <string>
#include <utility>

#include <sys/stat.h>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/inputs.h"
#include "cli/policy_step.h"
#include "policy/gate.h"
#include "report/card.h"
#include "report/diff_sheet.h"

namespace incilint::cli {
namespace {

/// What a side is called: its path, or the label given on the command line.
struct Named {
    std::string path;
    std::string text;
    [[nodiscard]] std::string title() const { return path.empty() ? "--text" : path; }
};

/// Reads and screens one side under what holds for the newer one, so that only labels differ.
report::Run screened(const Options& options, const Named& side, Scopes& scopes, const HoldsAs& holds_as,
                     Outcome& outcome) {
    Options of_side = options;
    of_side.paths.clear();
    of_side.texts.clear();
    (side.path.empty() ? of_side.texts : of_side.paths).push_back(side.path.empty() ? side.text : side.path);
    report::Run run;
    run.tool_version = tool_version();
    auto found = find_inputs(of_side, scopes, outcome, scopes.search());
    if (!found) return run;
    match::Scratch scratch;
    InputResult inputs = for_each_record(
        of_side, std::move(*found), scopes, outcome,
        [&](scan::Record record, Scope& scope) {
            scan::screen_record(record, scope.program, scratch);
            const policy::Settings& settings = scope.of(holds_as(record.input.path).second).settings;
            for (match::Screening& screening : record.input.screenings)
                apply_severities(screening, scope.program, settings);
            run.inputs.push_back(std::move(record.input));
        },
        holds_as);
    run.faults = std::move(inputs.faults);
    return run;
}

/// Findings that are new or have become graver.
policy::Tally worse(const report::Changes& changes, const policy::Settings& settings) {
    policy::Tally tally;
    for (const report::ProductDiff& product : changes.products) {
        if (!product.before) {
            for (const match::Finding& finding : product.after->screening().findings) {
                const rules::Rule& rule = product.after->rule(finding);
                if (rule.effect != rules::Effect::credit && !settings.lists_rule("soft-fail", rule.id.text))
                    policy::add(tally, finding.severity);
            }
            continue;
        }
        for (const report::FindingDiff& finding : product.findings) {
            const bool is_worse =
                finding.change == report::FindingChange::appeared || finding.change == report::FindingChange::graver;
            const bool counts = is_worse && finding.effect != rules::Effect::credit;
            if (counts && !settings.lists_rule("soft-fail", finding.rule)) policy::add(tally, finding.severity);
        }
    }
    return tally;
}

}  // namespace

int run_diff(const Options& options) {
    Outcome outcome;
    // 1. Two sides: paths first, then labels of the command line.
    std::vector<Named> sides;
    for (const std::string& path : options.paths) sides.push_back({path, ""});
    for (const std::string& text : options.texts) sides.push_back({"", text});
    if (sides.size() != 2) {
        outcome.add(Exit::usage, "diff compares two: name OLD and NEW (files, folders, --text LABEL), not " +
                                     std::to_string(sides.size()));
        return finish(outcome);
    }
    if (sides[0].path == "-" && sides[1].path == "-") {
        outcome.add(Exit::usage, "standard input can be one side, not both");
        return finish(outcome);
    }
    // 2. The configuration and the rules: those of the newer side that is a file, for both.
    auto scopes = Scopes::open(options);
    if (!scopes) {
        say(scopes.error());
        outcome.add(Exit::usage, "the configuration cannot be used");
        return finish(outcome);
    }
    const auto file_of = [](const Named& side) { return side.path == "-" ? std::string() : side.path; };
    const std::string judge = file_of(sides[1]).empty() ? file_of(sides[0]) : sides[1].path;
    struct stat there {};
    const bool folder = !judge.empty() && ::stat(judge.c_str(), &there) == 0 && S_ISDIR(there.st_mode);
    Scope* scope = judge.empty() ? scopes->here()
                   : folder      ? scopes->of(scopes->projects().of_folder(judge))
                                 : scopes->of(judge);
    if (const base::Diagnostics faults = scopes->faults(); !scope || !faults.empty()) {
        say(faults);
        outcome.add(Exit::usage, "the configuration, rules or names cannot be used");
        return finish(outcome);
    }
    const HoldsAs holds_as = [&](const std::string& path) {
        return std::pair(scope, judge.empty() || folder ? path : judge);
    };
    // 3. Read and screen both sides.
    report::Run before = screened(options, sides[0], *scopes, holds_as, outcome);
    report::Run after = screened(options, sides[1], *scopes, holds_as, outcome);
    before.program = after.program = &scope->program;
    // 4. Compare and report.
    const report::Changes changes = report::changes({before, sides[0].path}, {after, sides[1].path});
    report::Sheet sheet = report::diff_sheet(changes, sides[0].title(), sides[1].title());
    std::vector<report::Sheet> sets;
    for (const match::RuleSetInfo& set : scope->program.rule_sets()) sets.push_back(report::set_sheet(set));
    sheet.fields.push_back({"rules", "", std::move(sets)});
    sheet.fields.push_back({"dictionary", "", std::string(scope->program.dictionary().digest())});
    deliver_sheet(options, sheet, "incilint.diff/1", outcome);
    // 5. The gate: only what is new or graver.
    if (const auto reason = policy::gate(worse(changes, scope->project.settings), scope->options.fail_on))
        outcome.add(Exit::findings, "new: " + *reason);
    return finish(outcome);
}

}  // namespace incilint::cli
