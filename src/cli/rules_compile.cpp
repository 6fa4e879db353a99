#include <string>
#include <utility>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/engine.h"
#include "cli/program_file.h"

namespace incilint::cli {

int run_rules_compile(const Options& options) {
    Outcome outcome;
    // 1. A program is no text: it goes to a file, or to a pipe that asks for it.
    if (options.output.empty()) {
        outcome.add(Exit::usage, "nowhere to write the program: add -o FILE");
        return finish(outcome);
    }
    auto sets = load_rule_sets(options);
    if (!sets) {
        say(sets.error());
        outcome.add(Exit::usage, "the rules cannot be used");
        return finish(outcome);
    }
    // 2. Compile; a program is opened once before anybody relies on it.
    const auto image = make_image(options, std::move(*sets));
    if (!image) {
        say(image.error());
        outcome.add(Exit::usage, "the rules or names cannot be used");
        return finish(outcome);
    }
    const auto program = match::Program::open(*image, false);
    if (!program) {
        say(program.error());
        outcome.add(Exit::incomplete, "the compiled program cannot be opened");
        return finish(outcome);
    }
    // 3. Write it and say what it holds.
    deliver_text(options, pack_program(*image), outcome);
    if (outcome.code() == Exit::ok) {
        for (const match::RuleSetInfo& set : program->rule_sets())
            say("compiled " + set.id + (set.version.empty() ? "" : " " + set.version) + " " + set.digest.substr(0, 12));
    }
    return finish(outcome);
}

}  // namespace incilint::cli
