#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/policy_step.h"
#include "cli/reports.h"
#include "cli/scopes.h"

namespace incilint::cli {

int run_check(const Options& given) {
    Outcome outcome;
    // 1. Something to check must be named: a forgotten argument must not wait for a terminal, nor pass.
    if (given.paths.empty() && given.texts.empty()) {
        outcome.add(Exit::usage, "nothing to check: name a file, a folder, or - for standard input");
        return finish(outcome);
    }
    // 2. The configurations, the files, and the rules that hold for each.
    auto scopes = Scopes::open(given);
    if (!scopes) {
        say(scopes.error());
        outcome.add(Exit::usage, "the configuration cannot be used");
        return finish(outcome);
    }
    const auto rules = search_rules(given, *scopes, outcome);
    auto found = rules ? find_inputs(given, *scopes, outcome, *rules) : std::nullopt;
    if (!found) return finish(outcome);
    // 3. The places for the reports, before any work.
    std::vector<std::string> beside = scopes->files_read();
    for (const NamedFile& file : found->files) beside.push_back(file.path);
    auto reports = Reports::open(given, beside, outcome);
    if (!reports) return finish(outcome);
    // 4. Read and screen; what policy makes of the findings.
    const Judged judged = screen_inputs(given, std::move(*found), *scopes, outcome);
    // 5. Report.
    reports->deliver(judged.run, given, outcome);
    // 6. The gates.
    apply_gates(judged, outcome);
    return finish(outcome);
}

}  // namespace incilint::cli
