#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/text.h"
#include "cli/changed_files.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/policy_step.h"
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

/// The part of a run under a scope; made when it is asked for first.
std::size_t part_under(Judged& judged, Scope& scope, const Options& options) {
    for (std::size_t i = 0; i < judged.parts.size(); ++i)
        if (judged.parts[i].scope == &scope) return i;
    judged.parts.emplace_back(scope, limits_of(scope.project.settings));
    judged.parts.back().whole = screened_whole(options, scope.project);
    return judged.parts.size() - 1;
}

std::string called(const Project& project) {
    return project.files.empty() ? "without a configuration" : base::printable(project.files.back());
}

}  // namespace

std::optional<SearchRules> search_rules(const Options& options, Scopes& scopes, Outcome& outcome) {
    SearchRules out = scopes.search();
    if (options.policy.since.empty()) return out;
    // Each repository is asked once; the one of here before anything is read.
    const auto changed = std::make_shared<std::map<std::string, std::set<std::string>>>();
    const std::string since = options.policy.since;
    auto answer = changed_files(scopes.projects().here().root, since);
    if (!answer) {
        say(answer.error());
        outcome.add(Exit::usage, "--since cannot be answered");
        return std::nullopt;
    }
    (*changed)[scopes.projects().here().root] = std::move(*answer);
    Projects* projects = &scopes.projects();
    out.changed = [changed, since, projects, &outcome](const std::string& path) {
        const Project& project = projects->of(path);
        const auto [at, fresh] = changed->try_emplace(project.root);
        if (fresh) {
            auto files = changed_files(project.root, since);
            if (files)
                at->second = std::move(*files);
            else
                say(files.error()), outcome.add(Exit::usage, "--since cannot be answered");
        }
        return at->second.contains(project.from_root(path));
    };
    return out;
}

Judged screen_inputs(const Options& options, FoundFiles found, Scopes& scopes, Outcome& outcome) {
    Judged out;
    out.run.tool_version = tool_version();
    out.run.program = &scopes.here()->program;
    // 1. Read and screen.
    Options reading = options;
    if (!options.policy.since.empty()) reading.policy.allow_empty = true;
    std::map<const match::Program*, match::Scratch> scratch;
    std::string last;
    std::string last_from_root;
    bool first = true;
    InputResult inputs =
        for_each_record(reading, std::move(found), scopes, outcome, [&](scan::Record record, Scope& scope) {
            scan::screen_record(record, scope.program, scratch[&scope.program]);
            if (first || record.input.path != last) {
                last = record.input.path;
                last_from_root = base::printable(scope.project.from_root(last));
            }
            // The rules of the run are those of its first product.
            if (std::exchange(first, false)) out.run.program = &scope.program;
            record.input.project_path = last_from_root;
            if (&scope.program != out.run.program) record.input.program = &scope.program;
            const std::size_t part = part_under(out, scope, options);
            for (const match::Screening& screening : record.input.screenings)
                match::count_broken(out.parts[part].broken, out.parts[part].limits.product,
                                    match::numbers_of(screening), [&] { return report::place_of(record.input); });
            out.part_of.push_back(part);
            out.run.inputs.push_back(std::move(record.input));
        });
    out.run.faults = std::move(inputs.faults);
    if (!options.policy.since.empty() && out.run.inputs.empty() && outcome.code() == Exit::ok)
        say("no file to check changed since " + base::printable(options.policy.since));
    // 2. Each project: what its policy makes of the findings.
    if (out.parts.empty()) (void)part_under(out, *scopes.here(), options);
    for (auto& [scope, comments] : inputs.comments)
        out.parts[part_under(out, *scope, options)].comments.push_back(std::move(comments));
    for (const Part& part : out.parts) {
        const match::Program* program = &part.scope->program;
        if (program != out.run.program &&
            std::ranges::find(out.run.more_programs, program) == out.run.more_programs.end())
            out.run.more_programs.push_back(program);
    }
    for (std::size_t part = 0; part < out.parts.size(); ++part) apply_policy(out, part, outcome);
    std::stable_sort(out.run.policy.begin(), out.run.policy.end(), [](const auto& a, const auto& b) {
        return std::tie(a.path, a.from.line, a.from.column, a.rule, a.message) <
               std::tie(b.path, b.from.line, b.from.column, b.rule, b.message);
    });
    out.run.incomplete = outcome.has(Exit::incomplete);
    return out;
}

policy::Limits limits_of(const policy::Settings& settings) {
    return {settings.count("max-warnings"),
            {settings.percent("max-unknown"), settings.count("min-support"), settings.count("max-burden")}};
}

void add_reasons(const policy::Settings& settings, const policy::Limits& limits, const match::BrokenLimits& broken,
                 const policy::Tally& tally, policy::FailOn fail_on, const std::string& whose, Outcome& outcome) {
    std::vector<std::string> reasons = policy::reasons(limits, tally.warnings, broken);
    if (auto reason = policy::gate(tally, fail_on)) reasons.insert(reasons.begin(), std::move(*reason));
    for (const std::string& reason : reasons) {
        if (settings.flag("exit-zero"))
            say(reason + whose + " (let pass by exit-zero)");
        else
            outcome.add(Exit::findings, reason + whose);
    }
}

void apply_gates(const Judged& judged, Outcome& outcome) {
    const report::Run& run = judged.run;
    for (const Part& part : judged.parts) {
        const Project& project = part.scope->project;
        const std::string whose = judged.parts.size() > 1 ? " (" + called(project) + ")" : "";
        add_reasons(project.settings, part.limits, part.broken, part.tally, part.scope->options.fail_on, whose,
                    outcome);
    }
    if (run.held.suppressed + run.held.baselined > 0)
        say(std::to_string(run.held.suppressed) + " suppressed and " + std::to_string(run.held.baselined) +
            " known findings are left out");
}

}  // namespace incilint::cli
