#include <array>
#include <string>
#include <utility>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/engine.h"
#include "cli/inputs.h"
#include "policy/gate.h"
#include "report/diff_sheet.h"

namespace incilint::cli {
namespace {

/// What a side is called: its path, or the label given on the command line.
struct Named {
    std::string path;
    std::string text;
    [[nodiscard]] std::string title() const { return path.empty() ? "--text" : path; }
};

report::Run screened(const Options& options, const Named& side, const match::Program& program, Outcome& outcome) {
    Options of_side = options;
    of_side.paths.clear();
    of_side.texts.clear();
    (side.path.empty() ? of_side.texts : of_side.paths).push_back(side.path.empty() ? side.text : side.path);
    report::Run run;
    run.tool_version = tool_version();
    run.program = &program;
    match::Scratch scratch;
    InputResult inputs = for_each_record(of_side, outcome, [&](scan::Record record) {
        scan::screen_record(record, program, scratch);
        run.inputs.push_back(std::move(record.input));
    });
    run.faults = std::move(inputs.faults);
    return run;
}

/// Findings that are new or have become graver.
policy::Tally worse(const report::Changes& changes, const match::Program& program) {
    policy::Tally tally;
    for (const report::ProductDiff& product : changes.products) {
        if (!product.before) {
            policy::count(tally, product.after->screening(), program);
            continue;
        }
        for (const report::FindingDiff& finding : product.findings) {
            const bool is_worse =
                finding.change == report::FindingChange::appeared || finding.change == report::FindingChange::graver;
            if (is_worse && finding.effect != rules::Effect::credit) policy::add(tally, finding.severity);
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
    // 2. The rules, the same for both.
    const auto program = make_program(options);
    if (!program) {
        say(program.error());
        outcome.add(Exit::usage, "the rules or names cannot be used");
        return finish(outcome);
    }
    // 3. Read and screen both sides.
    const report::Run before = screened(options, sides[0], *program, outcome);
    const report::Run after = screened(options, sides[1], *program, outcome);
    // 4. Compare and report.
    const report::Changes changes = report::changes({before, sides[0].path}, {after, sides[1].path});
    deliver_sheet(options, report::diff_sheet(changes, sides[0].title(), sides[1].title()), "incilint.diff/1", outcome);
    // 5. The gate: only what is new or graver.
    if (const auto reason = policy::gate(worse(changes, *program), options.fail_on))
        outcome.add(Exit::findings, "new: " + *reason);
    return finish(outcome);
}

}  // namespace incilint::cli
