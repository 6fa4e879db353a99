#include <utility>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/engine.h"
#include "cli/inputs.h"
#include "report/documents.h"
#include "report/text.h"

namespace incilint::cli {

int run_parse(const Options& options) {
    Outcome outcome;
    // 1. Something to read must be named.
    if (options.paths.empty() && options.texts.empty()) {
        outcome.add(Exit::usage, "nothing to read: name a file, a folder, or - for standard input");
        return finish(outcome);
    }
    // 2. Dictionary and vocabulary come with the rules.
    const auto program = make_program(options);
    if (!program) {
        say(program.error());
        outcome.add(Exit::usage, "the names cannot be used");
        return finish(outcome);
    }
    auto output = open_output(options, outcome);
    if (!output) return finish(outcome);
    // 3. Read.
    report::Run run;
    run.tool_version = tool_version();
    run.program = &*program;
    InputResult inputs = for_each_record(options, outcome, [&](scan::Record record) {
        scan::read_record(record, *program);
        run.inputs.push_back(std::move(record.input));
    });
    run.faults = std::move(inputs.faults);
    run.incomplete = outcome.has(Exit::incomplete);
    // 4. Show. How a label was read is no finding: nothing fails here but what could not be read.
    const bool text = options.format == Format::text;
    deliver(*output, text ? report::parse_text(run, {.colour = coloured(options, *output)}) : report::parse_json(run),
            outcome);
    return finish(outcome);
}

}  // namespace incilint::cli
