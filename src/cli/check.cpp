#include <string>
#include <utility>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/engine.h"
#include "cli/policy_step.h"
#include "cli/project.h"
#include "cli/reports.h"

namespace incilint::cli {

int run_check(const Options& given) {
    Outcome outcome;
    // 1. Something to check must be named: a forgotten argument must not wait for a terminal, nor pass.
    if (given.paths.empty() && given.texts.empty()) {
        outcome.add(Exit::usage, "nothing to check: name a file, a folder, or - for standard input");
        return finish(outcome);
    }
    // 2. The project and its settings.
    const auto project = find_project(given);
    if (!project) {
        say(project.error());
        outcome.add(Exit::usage, "the configuration cannot be used");
        return finish(outcome);
    }
    const Options options = configured(given, *project);
    // 3. The rules.
    const auto program = make_program(options);
    if (!program) {
        say(program.error());
        outcome.add(Exit::usage, "the rules or names cannot be used");
        return finish(outcome);
    }
    // 4. The places for the reports, before any work.
    auto reports = Reports::open(options, outcome);
    if (!reports) return finish(outcome);
    // 5. Read and screen; what policy makes of the findings.
    policy::LimitCheck limits(limits_of(project->settings));
    Judged judged = screen_inputs(options, *project, *program, outcome, limits);
    // 6. Report.
    reports->deliver(judged.run, options, outcome);
    // 7. The gates.
    apply_gates(judged, options, *project, limits, outcome);
    return finish(outcome);
}

}  // namespace incilint::cli
