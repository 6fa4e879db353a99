#include <string>

#include "builtin/builtin.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"

namespace incilint::cli {

std::string_view tool_version() {
    return INCILINT_VERSION;
}

std::string_view tool_home() {
    return INCILINT_HOME;
}

int run_version(const Options& options) {
    Outcome outcome;
    const auto program = builtin::program();
    if (!program) {
        say(program.error());
        outcome.add(Exit::incomplete, "the program file is damaged");
        return finish(outcome);
    }
    std::string out = "incilint ";
    out.append(tool_version()).append("\n");
    for (const match::RuleSetInfo& set : program->rule_sets())
        out.append("rules ")
            .append(set.id)
            .append(" ")
            .append(set.version)
            .append(" ")
            .append(set.digest.substr(0, 12))
            .append("\n");
    out.append("dictionary of ").append(std::to_string(program->dictionary().size())).append(" ingredients ");
    out.append(program->dictionary().digest().substr(0, 12)).append("\n");
    auto output = open_output(options, outcome);
    if (output) deliver(*output, out, outcome);
    return finish(outcome);
}

}  // namespace incilint::cli
