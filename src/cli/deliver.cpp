#include "cli/deliver.h"

#include <vector>

#include "base/text.h"
#include "cli/console.h"
#include "cli/files.h"

namespace incilint::cli {

std::optional<Output> open_output(const Options& options, Outcome& outcome) {
    for (const auto* inputs : {&options.paths, &options.rule_files, &options.data_files}) {
        for (const std::string& input : *inputs) {
            const bool both = !options.output.empty() && options.output != "-" && same_file(input, options.output);
            if (!both) continue;
            outcome.add(Exit::usage, base::printable(options.output) + " is an input: it is not written over");
            return std::nullopt;
        }
    }
    auto output = Output::open(options.output);
    if (output) return std::move(*output);
    outcome.add(Exit::incomplete, "cannot write " + base::describe(output.error()));
    return std::nullopt;
}

void note(Written written, const Output& output, Outcome& outcome) {
    if (written == Written::broken_pipe && !outcome.has(Exit::broken_pipe))
        outcome.add(Exit::broken_pipe, "broken pipe");
    if (written == Written::failed) outcome.add(Exit::incomplete, output.error());
}

void deliver(Output& output, std::string_view report, Outcome& outcome) {
    output.write(report);
    note(output.commit(), output, outcome);
}

bool coloured(const Options& options, const Output& output) {
    return wants_colour(options.colour, colour_environment(), output.terminal());
}

}  // namespace incilint::cli
