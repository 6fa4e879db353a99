#include <string>
#include <utility>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/engine.h"
#include "cli/inputs.h"
#include "policy/gate.h"
#include "report/documents.h"
#include "report/text.h"

namespace incilint::cli {
namespace {

std::string render(const report::Run& run, Format format, bool colour) {
    switch (format) {
        case Format::text:
            return report::check_text(run, {.colour = colour});
        case Format::json:
            return report::check_json(run);
        case Format::jsonl:
        case Format::markdown:
            break;
    }
    std::string out;
    for (const report::Input& input : run.inputs) report::append_jsonl(out, *run.program, input);
    return out;
}

}  // namespace

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
    // 3. The place for the report, before any work.
    auto output = open_output(options, outcome);
    if (!output) return finish(outcome);
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
    deliver(*output, render(run, options.format, coloured(options, *output)), outcome);
    // 6. The gate.
    if (const auto reason = policy::gate(tally, options.fail_on)) outcome.add(Exit::findings, *reason);
    return finish(outcome);
}

}  // namespace incilint::cli
