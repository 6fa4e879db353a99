#include <string>
#include <utility>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/engine.h"
#include "cli/inputs.h"
#include "cli/reports.h"
#include "policy/gate.h"
#include "report/identity.h"

namespace incilint::cli {
int run_check(const Options& options) {
    Outcome outcome;
    // 1. Something to check must be named: a forgotten argument must not wait for a terminal, nor pass.
    if (options.paths.empty() && options.texts.empty()) {
        outcome.add(Exit::usage, "nothing to check: name a file, a folder, or - for standard input");
        return finish(outcome);
    }
    // 2. The rules.
    const auto program = make_program(options);
    if (!program) {
        say(program.error());
        outcome.add(Exit::usage, "the rules or names cannot be used");
        return finish(outcome);
    }
    // 3. The places for the reports, before any work.
    auto reports = Reports::open(options, outcome);
    if (!reports) return finish(outcome);
    // 4. Read and screen.
    report::Run run;
    run.tool_version = tool_version();
    run.program = &*program;
    match::Scratch scratch;
    policy::Tally tally;
    InputResult inputs = for_each_record(options, outcome, [&](scan::Record record) {
        scan::screen_record(record, *program, scratch);
        for (const match::Screening& screening : record.input.screenings) policy::count(tally, screening, *program);
        run.inputs.push_back(std::move(record.input));
    });
    run.faults = std::move(inputs.faults);
    run.incomplete = outcome.has(Exit::incomplete);
    // 5. Report.
    report::identify(run);
    reports->deliver(run, options, outcome);
    // 6. The gate.
    if (const auto reason = policy::gate(tally, options.fail_on)) outcome.add(Exit::findings, *reason);
    return finish(outcome);
}

}  // namespace incilint::cli
