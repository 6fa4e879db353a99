#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/engine.h"
#include "cli/files.h"
#include "cli/policy_step.h"
#include "cli/project.h"

namespace incilint::cli {
namespace {

/// The findings of a run beside the entries of the baseline.
struct Compared {
    Options options;
    std::string file;  ///< of the baseline
    std::vector<match::Identity> fresh;
    std::vector<match::Identity> unchanged;
    std::vector<const policy::BaselineEntry*> fixed;
    Judged judged;
};

bool differs(const Exit code) {
    return code == Exit::usage || code == Exit::incomplete;
}

/// The steps that all four share; false: the outcome has the reason.
bool compare(const Options& given, bool must_exist, Compared& out, std::optional<match::Program>& kept,
             Outcome& outcome) {
    // 1. The project and its baseline.
    auto project = find_project(given);
    if (!project) {
        say(project.error());
        outcome.add(Exit::usage, "the configuration cannot be used");
        return false;
    }
    out.options = configured(given, *project);
    out.file = baseline_file(*project);
    if (out.file.empty()) out.file = relative_to(real_path("."), project->config_folder + "/.incilint-baseline.yaml");
    if (must_exist != exists(out.file)) {
        outcome.add(Exit::usage, base::printable(out.file) +
                                     (must_exist ? " is not there: incilint baseline create PATH makes it"
                                                 : " is there already: see incilint baseline accept and prune"));
        return false;
    }
    policy::Value file{{}, policy::Origin::flag, {}};
    if (must_exist) file.items.push_back(out.file);
    project->settings.set("baseline.file", std::move(file));
    // 2. What is there now: of stale entries is told below.
    project->settings.set("baseline.allow-stale", {{"true"}, policy::Origin::flag, {}});
    if (given.paths.empty())
        out.options.paths = {project->config_folder == real_path(".") ? "." : project->config_folder};
    auto program = make_program(out.options);
    if (!program) {
        say(program.error());
        outcome.add(Exit::usage, "the rules or names cannot be used");
        return false;
    }
    kept = std::move(*program);
    policy::LimitCheck limits({});
    out.judged = screen_inputs(out.options, *project, *kept, outcome, limits);
    if (differs(outcome.code())) return false;
    // 3. New, unchanged, fixed.
    policy::Baseline baseline = out.judged.baseline;
    for (const match::Identity& identity : out.judged.identities)
        (baseline.holds(identity) ? out.unchanged : out.fresh).push_back(identity);
    std::vector<std::string> screened;
    for (const report::Input& input : out.judged.run.inputs) screened.push_back(input.project_path);
    out.fixed = out.judged.baseline.stale([&](const std::string& product) {
        if (out.judged.whole) return true;
        return std::any_of(screened.begin(), screened.end(), [&product](const std::string& file) {
            return product == file || product.starts_with(file + "#") || product.starts_with(file + "/");
        });
    });
    return true;
}

std::string line_of(std::string_view word, const match::Identity& identity) {
    std::string out(word);
    out.append("  ").append(identity.rule).append("  ").append(base::printable(identity.product));
    if (!identity.ingredient.empty()) out.append("  ").append(base::printable(identity.ingredient));
    if (identity.occurrence > 1) out.append(" (").append(std::to_string(identity.occurrence)).append(")");
    return out + "\n";
}

std::string summary(const Compared& compared) {
    return std::to_string(compared.fresh.size()) + " new, " + std::to_string(compared.fixed.size()) + " fixed, " +
           std::to_string(compared.unchanged.size()) + " unchanged";
}

std::vector<match::Identity> entries_but(const Compared& compared,
                                         const std::vector<const policy::BaselineEntry*>& without) {
    std::vector<match::Identity> out;
    for (const policy::BaselineEntry& entry : compared.judged.baseline.entries()) {
        const bool gone = std::any_of(without.begin(), without.end(),
                                      [&entry](const auto* other) { return other->identity == entry.identity; });
        if (!gone) out.push_back(entry.identity);
    }
    return out;
}

void write(const Compared& compared, std::vector<match::Identity> identities, const std::string& what,
           Outcome& outcome) {
    auto output = Output::open(compared.file);
    if (!output) {
        outcome.add(Exit::incomplete, "cannot write " + base::describe(output.error()));
        return;
    }
    deliver(*output, policy::baseline_text(std::move(identities)), outcome);
    if (outcome.code() == Exit::ok) say(base::printable(compared.file) + ": " + what);
}

}  // namespace

int run_baseline_create(const Options& options) {
    Outcome outcome;
    std::optional<match::Program> program;
    Compared compared;
    if (compare(options, false, compared, program, outcome))
        write(compared, compared.fresh, std::to_string(compared.fresh.size()) + " findings are known from now on",
              outcome);
    return finish(outcome);
}

int run_baseline_check(const Options& options) {
    Outcome outcome;
    std::optional<match::Program> program;
    Compared compared;
    if (!compare(options, true, compared, program, outcome)) return finish(outcome);
    std::string text;
    for (const match::Identity& identity : compared.fresh) text += line_of("new  ", identity);
    for (const policy::BaselineEntry* entry : compared.fixed) text += line_of("fixed", entry->identity);
    deliver_text(compared.options, text + summary(compared) + "\n", outcome);
    if (!compared.fresh.empty())
        outcome.add(Exit::findings, std::to_string(compared.fresh.size()) + " findings are not in the baseline");
    if (!compared.fixed.empty())
        outcome.add(Exit::findings, std::to_string(compared.fixed.size()) +
                                        " entries are fixed: take them out by incilint baseline prune");
    return finish(outcome);
}

int run_baseline_prune(const Options& options) {
    Outcome outcome;
    std::optional<match::Program> program;
    Compared compared;
    if (compare(options, true, compared, program, outcome))
        write(compared, entries_but(compared, compared.fixed),
              std::to_string(compared.fixed.size()) + " fixed entries taken out", outcome);
    return finish(outcome);
}

int run_baseline_accept(const Options& options) {
    Outcome outcome;
    std::optional<match::Program> program;
    Compared compared;
    if (!compare(options, true, compared, program, outcome)) return finish(outcome);
    std::vector<match::Identity> all = entries_but(compared, {});
    all.insert(all.end(), compared.fresh.begin(), compared.fresh.end());
    write(compared, std::move(all), std::to_string(compared.fresh.size()) + " new findings accepted", outcome);
    return finish(outcome);
}

}  // namespace incilint::cli
