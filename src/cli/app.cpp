#include "cli/app.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/scan_input.h"

namespace incilint::cli {
namespace {

int dispatch(const Options& options) {
    switch (options.command) {
        case Command::check:
            return run_check(options);
        case Command::parse:
            return run_parse(options);
        case Command::diff:
            return run_diff(options);
        case Command::scan:
            return run_scan(options);
        case Command::explain:
            return run_explain(options);
        case Command::version:
            return run_version(options);
        case Command::rules_list:
            return run_rules_list(options);
        case Command::rules_show:
            return run_rules_show(options);
        case Command::rules_lint:
            return run_rules_lint(options);
        case Command::rules_test:
            return run_rules_test(options);
        case Command::rules_schema:
            return run_rules_schema(options);
        case Command::rules_compile:
            return run_rules_compile(options);
        case Command::rules_from_list:
            return run_rules_from_list(options);
        case Command::data_lint:
            return run_data_lint(options);
        case Command::baseline_create:
            return run_baseline_create(options);
        case Command::baseline_check:
            return run_baseline_check(options);
        case Command::baseline_prune:
            return run_baseline_prune(options);
        case Command::baseline_accept:
            return run_baseline_accept(options);
        case Command::suppress_add:
            return run_suppress_add(options);
        case Command::suppress_list:
            return run_suppress_list(options);
        case Command::suppress_prune:
            return run_suppress_prune(options);
        case Command::config_show:
            return run_config_show(options);
        case Command::init:
            return run_init(options);
        case Command::completion:
            break;  // its script is printed like help
    }
    return static_cast<int>(Exit::usage);
}

int usage_fault(const base::Diagnostic& fault) {
    Outcome outcome;
    outcome.add(Exit::usage, base::describe(fault));
    return finish(outcome);
}

int run_guarded(int argc, char** argv) {
    // 1. A closed pipe is an error of write(), not the death of the process.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);  // and so is a file that grows beyond its limit
    // 2. What is asked for.
    const Parsed parsed = parse_arguments(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
    if (parsed.fault) return usage_fault(*parsed.fault);
    // 3. Help is a report like any other.
    if (!parsed.options) {
        const Written written = write_all(1, parsed.help);
        if (written == Written::failed) say(std::string("cannot write standard output: ") + std::strerror(errno));
        return static_cast<int>(written == Written::ok            ? Exit::ok
                                : written == Written::broken_pipe ? Exit::broken_pipe
                                                                  : Exit::incomplete);
    }
    // 4. The command. What screens ends in order where it is asked to end; all else ends at once.
    switch (parsed.options->command) {
        case Command::check:
        case Command::baseline_create:
        case Command::baseline_check:
        case Command::baseline_prune:
        case Command::baseline_accept:
        case Command::suppress_add:
        case Command::suppress_list:
        case Command::suppress_prune:
            note_signals();
            break;
        default:
            break;
    }
    return dispatch(*parsed.options);
}

}  // namespace

int run(int argc, char** argv) {
    // Nothing throws by design but the allocator; a machine out of memory gets one line and the code for "incomplete".
    try {
        return run_guarded(argc, argv);
    } catch (const std::bad_alloc&) {
        say("out of memory (exit code 3)");
    } catch (const std::exception& error) {
        say(base::Diagnostic{"internal", {}, std::string("internal fault: ") + error.what(), ""});
    }
    return static_cast<int>(Exit::incomplete);
}

}  // namespace incilint::cli
