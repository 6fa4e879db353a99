#include "cli/deliver.h"

#include <string>
#include <vector>

#include "base/text.h"
#include "cli/console.h"
#include "cli/files.h"

namespace incilint::cli {

std::optional<Output> open_output(const Options& options, Outcome& outcome, const std::vector<std::string>& beside) {
    const bool there = !options.output.empty() && options.output != "-" && exists(options.output);
    const std::vector<std::string> programs(options.program_file.empty() ? 0U : 1U, options.program_file);
    for (const auto* inputs : {&options.paths, &options.rule_files, &options.data_files, &programs, &beside}) {
        if (!there) break;
        for (const std::string& input : *inputs) {
            if (!same_file(input, options.output)) continue;
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

void deliver_sheet(const Options& options, const report::Sheet& sheet, std::string_view schema, Outcome& outcome) {
    auto output = open_output(options, outcome);
    if (!output) return;
    std::string text;
    if (options.format == Format::json)
        text = report::sheet_json(sheet, schema);
    else if (options.format == Format::markdown)
        text = report::sheet_markdown(sheet);
    else
        text = report::sheet_text(sheet, {.colour = coloured(options, *output)});
    deliver(*output, text, outcome);
}

void deliver_text(const Options& options, std::string_view text, Outcome& outcome) {
    auto output = open_output(options, outcome);
    if (output) deliver(*output, text, outcome);
}

bool coloured(const Options& options, const Output& output) {
    return wants_colour(options.colour, colour_environment(), output.terminal());
}

}  // namespace incilint::cli
