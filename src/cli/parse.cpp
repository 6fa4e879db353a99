#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/inputs.h"
#include "cli/scopes.h"
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
    // 2. The configurations and the files; dictionary and vocabulary come with the rules.
    auto scopes = Scopes::open(options);
    if (!scopes) {
        say(scopes.error());
        outcome.add(Exit::usage, "the configuration cannot be used");
        return finish(outcome);
    }
    SearchRules search = scopes->search();
    auto found = find_inputs(options, *scopes, outcome, search);
    if (!found) return finish(outcome);
    std::vector<std::string> beside = scopes->files_read();
    for (const NamedFile& file : found->files) beside.push_back(file.path);
    auto output = open_output(options, outcome, beside);
    if (!output) return finish(outcome);
    // 3. Read.
    report::Run run;
    run.tool_version = tool_version();
    run.program = &scopes->here()->program;
    InputResult inputs =
        for_each_record(options, std::move(*found), *scopes, outcome, [&](scan::Record record, Scope& scope) {
            scan::read_record(record, scope.program);
            record.input.program = &scope.program;
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
