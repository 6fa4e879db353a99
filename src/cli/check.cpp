#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/policy_step.h"
#include "cli/reports.h"
#include "cli/scopes.h"

namespace incilint::cli {

namespace {

/// The files as they were named, one a line; what cannot be found is told as a run would tell it.
int show_files(const Options& options, const FoundFiles& found, Outcome& outcome) {
    std::string text;
    for (const NamedFile& file : found.files) text += base::printable(file.path) + "\n";
    for (const Fault& fault : found.faults) {
        say(fault.diagnostic);
        outcome.add(fault.code, base::printable(fault.diagnostic.where.file) + " cannot be checked");
    }
    if (text.empty() && outcome.code() == Exit::ok && !options.policy.allow_empty)
        outcome.add(Exit::usage, "nothing to check");
    deliver_text(options, text, outcome);
    return finish(outcome);
}

}  // namespace

int run_check(const Options& asked) {
    Outcome outcome;
    Options given = asked;
    // What changed is looked for here, where nothing else is said.
    if (!given.policy.since.empty() && given.paths.empty() && given.texts.empty()) given.paths = {"."};
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
    leave_out_places(given, *found);
    if (given.show_files) return show_files(given, *found, outcome);
    // 3. The places for the reports, before any work.
    std::vector<std::string> beside = scopes->files_read();
    for (const NamedFile& file : found->files) beside.push_back(file.path);
    auto reports = Reports::open(given, beside, outcome);
    if (!reports) return finish(outcome);
    // 4. Read and screen; what policy makes of the findings.
    Judged judged = screen_inputs(given, std::move(*found), *scopes, outcome);
    if (outcome.ended()) return finish(outcome);
    // 5. The gates: reports tell which ones failed.
    apply_gates(judged, given.quiet, outcome);
    // 6. Report.
    reports->deliver(judged.run, given, outcome);
    return finish(outcome);
}

}  // namespace incilint::cli
