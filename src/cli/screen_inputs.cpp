#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "cli/changed_files.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/file_settings.h"
#include "cli/files.h"
#include "cli/policy_step.h"
#include "ignore/ignore_file.h"
#include "policy/gate.h"
#include "report/text.h"

namespace incilint::cli {
namespace {

bool screened_whole(const Options& options, const Project& project) {
    if (!options.policy.since.empty()) return false;
    return std::any_of(options.paths.begin(), options.paths.end(), [&](const std::string& path) {
        const std::string real = real_path(path);
        return !real.empty() && (real == project.config_folder || project.config_folder.starts_with(real + "/"));
    });
}

}  // namespace

Judged screen_inputs(const Options& options, const Project& project, const match::Program& program, Outcome& outcome,
                     policy::LimitCheck& limits) {
    Judged out;
    out.run.tool_version = tool_version();
    out.run.program = &program;
    out.whole = screened_whole(options, project);
    // 1. Which files: those that git does not ignore, that are not excluded, that changed.
    ReadingRules rules;
    if (project.settings.flag("gitignore")) rules.search.root = project.root;
    rules.search.named_too = options.policy.force_exclude;
    const std::vector<std::string> excluded = project.settings.texts("exclude");
    rules.search.excluded = [&](const std::string& path) {
        if (excluded.empty()) return false;
        const std::string from = project.from_config(path);
        return std::any_of(excluded.begin(), excluded.end(),
                           [&from](const std::string& pattern) { return ignore::names_file(pattern, from); });
    };
    std::set<std::string> changed;
    if (!options.policy.since.empty()) {
        auto answer = changed_files(project.root, options.policy.since);
        if (!answer) {
            say(answer.error());
            outcome.add(Exit::usage, "--since cannot be answered");
            return out;
        }
        changed = std::move(*answer);
        rules.search.changed = [&](const std::string& path) { return changed.contains(project.from_root(path)); };
    }
    // 2. What holds for each of them.
    FileSettings settings(project);
    rules.context = [&](const std::string& path) {
        const policy::Settings& of_file = settings.of(path);
        Options here = options;
        here.type = rules::product_type_named(of_file.text("product-type")).value_or(rules::ProductType::unknown);
        here.market = of_file.text("market");
        return defaults_of(here);
    };
    // 3. Read and screen.
    Options reading = options;
    if (!options.policy.since.empty()) reading.policy.allow_empty = true;
    match::Scratch scratch;
    std::string last;
    std::string last_from_root;
    InputResult inputs = for_each_record(
        reading, outcome,
        [&](scan::Record record) {
            scan::screen_record(record, program, scratch);
            if (record.input.path != last || last.empty()) {
                last = record.input.path;
                last_from_root = base::printable(project.from_root(last));
            }
            record.input.project_path = last_from_root;
            for (const match::Screening& screening : record.input.screenings)
                limits.see(screening, report::place_of(record.input));
            out.run.inputs.push_back(std::move(record.input));
        },
        rules);
    out.run.faults = std::move(inputs.faults);
    if (!options.policy.since.empty() && out.run.inputs.empty() && outcome.code() == Exit::ok)
        say("no file to check changed since " + base::printable(options.policy.since));
    // 4. What policy makes of the findings.
    apply_policy(out, options, project, std::move(inputs.comments), outcome);
    out.run.incomplete = outcome.has(Exit::incomplete);
    return out;
}

policy::Limits limits_of(const policy::Settings& settings) {
    return {settings.count("max-warnings"), settings.percent("max-unknown"), settings.count("min-support"),
            settings.count("max-burden")};
}

void apply_gates(const Judged& judged, const Options& options, const Project& project, const policy::LimitCheck& limits,
                 Outcome& outcome) {
    const report::Run& run = judged.run;
    std::vector<std::string> reasons = limits.reasons(judged.tally.warnings);
    if (const auto reason = policy::gate(judged.tally, options.fail_on)) reasons.insert(reasons.begin(), *reason);
    for (const std::string& reason : reasons) {
        if (project.settings.flag("exit-zero"))
            say(reason + " (let pass by exit-zero)");
        else
            outcome.add(Exit::findings, reason);
    }
    if (run.held.suppressed + run.held.baselined > 0)
        say(std::to_string(run.held.suppressed) + " suppressed and " + std::to_string(run.held.baselined) +
            " known findings are left out");
}

}  // namespace incilint::cli
