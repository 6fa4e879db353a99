#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/counted.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/files.h"
#include "cli/policy_step.h"
#include "cli/scopes.h"

namespace incilint::cli {
namespace {

/// The findings under one project beside the entries of its baseline.
struct Compared {
    std::string file;  ///< of the baseline
    std::vector<match::Identity> fresh;
    std::vector<match::Identity> unchanged;
    std::vector<const policy::BaselineEntry*> fixed;
    const Part* part = nullptr;
};

struct Comparison {
    explicit Comparison(const Options& given) : options(given) {}
    Options options;
    std::optional<Scopes> scopes;
    Judged judged;
    std::vector<Compared> projects;
};

std::string file_of(const Project& project) {
    const std::string named = baseline_file(project);
    return named.empty() ? project.from_here(project.config_folder + "/" + std::string(usual_baseline)) : named;
}

/// The baseline of a project must be there, or must not.
bool ready(Project& project, bool must_exist, Outcome& outcome) {
    const std::string file = file_of(project);
    if (must_exist != exists(file)) {
        outcome.add(Exit::usage,
                    base::printable(file) + (must_exist ? " is not there: incilint baseline create PATH makes it"
                                                        : " is there already: see incilint baseline accept and prune"));
        return false;
    }
    policy::Value value{{}, policy::Origin::flag, {}};
    if (must_exist) value.items.push_back(file);
    project.settings.set("baseline.file", std::move(value));
    // Of stale entries is told by the command itself.
    project.settings.set("baseline.allow-stale", {{"true"}, policy::Origin::flag, {}});
    return true;
}

/// The steps that all four share; false: the outcome has the reason.
bool compare(bool must_exist, Comparison& out, Outcome& outcome) {
    // 1. The projects and their files.
    auto scopes = Scopes::open(out.options);
    if (!scopes) {
        say(scopes.error());
        outcome.add(Exit::usage, "the configuration cannot be used");
        return false;
    }
    out.scopes = std::move(*scopes);
    Project& here = out.scopes->projects().here();
    if (out.options.paths.empty() && out.options.texts.empty())
        out.options.paths = {here.from_here(here.config_folder)};
    const auto rules = search_rules(out.options, *out.scopes, outcome);
    auto found = rules ? find_inputs(out.options, *out.scopes, outcome, *rules) : std::nullopt;
    if (!found) return false;
    // 2. Their baselines.
    std::vector<std::pair<Project*, std::string>> files;
    const auto take = [&](Project& project) {
        if (std::ranges::find(files, &project, &std::pair<Project*, std::string>::first) != files.end()) return true;
        files.emplace_back(&project, file_of(project));
        return ready(project, must_exist, outcome);
    };
    bool all = true;
    for (const NamedFile& file : found->files) all = take(out.scopes->of(file.path)->project) && all;
    if (files.empty()) all = take(here);
    if (!all) return false;
    // 3. What is there now.
    out.judged = screen_inputs(out.options, std::move(*found), *out.scopes, outcome);
    if (outcome.has(Exit::usage) || outcome.has(Exit::incomplete) || outcome.ended()) return false;
    // 4. New, unchanged, fixed; what a suppression or its rule takes out of the baseline's hands is fixed as well.
    std::set<std::string> screened;
    for (const report::Input& input : out.judged.run.inputs) screened.insert(input.project_path);
    for (const Part& part : out.judged.parts) {
        const auto file = std::ranges::find(files, &part.scope->project, &std::pair<Project*, std::string>::first);
        if (file == files.end()) continue;
        Compared& compared = out.projects.emplace_back();
        compared.part = &part;
        compared.file = file->second;
        policy::Baseline baseline = part.baseline;
        for (const match::Identity& identity : part.identities)
            (baseline.holds(identity) ? compared.unchanged : compared.fresh).push_back(identity);
        compared.fixed = part.baseline.stale(judged_products(part, screened));
    }
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
    const std::size_t beyond = compared.part->beyond.size();
    return std::to_string(compared.fresh.size()) + " new, " + std::to_string(compared.fixed.size()) + " fixed, " +
           std::to_string(compared.unchanged.size()) + " unchanged" +
           (beyond == 0 ? "" : ", " + std::to_string(beyond) + " that no baseline may hold");
}

/// What fails a run whatever its baseline says.
std::string beyond_words(std::size_t number) {
    return base::counted(number, "finding fails", "findings fail") + " a run and may not go into a baseline";
}

/// The reasons for which `check` would fail whatever the baseline holds.
void add_beyond(const std::vector<Compared>& projects, Outcome& outcome) {
    for (const Compared& compared : projects) {
        const Part& part = *compared.part;
        const auto tell = [&](const std::string& reason) {
            if (part.scope->project.settings.flag("exit-zero"))
                say(reason + " (let pass by exit-zero)");
            else
                outcome.add(Exit::findings, reason);
        };
        if (!part.beyond.empty()) tell(beyond_words(part.beyond.size()));
        for (const policy::Reason& reason : policy::reasons(part.limits, part.tally.warnings, part.broken))
            tell(reason.words);
    }
}

/// Says it where a baseline is written, so that nobody takes it for all.
void say_beyond(const std::vector<Compared>& projects) {
    for (const Compared& compared : projects)
        if (!compared.part->beyond.empty()) say(beyond_words(compared.part->beyond.size()) + ": see incilint check");
}

std::vector<match::Identity> entries_but(const Compared& compared,
                                         const std::vector<const policy::BaselineEntry*>& without) {
    std::vector<match::Identity> out;
    for (const policy::BaselineEntry& entry : compared.part->baseline.entries()) {
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

report::Sheet row_of(const Compared& compared, const match::Identity& identity) {
    report::Sheet out;
    out.fields = {{"baseline", "", compared.file},
                  {"rule", "", identity.rule},
                  {"product", "", identity.product},
                  {"ingredient", "", identity.ingredient},
                  {"occurrence", "", std::size_t{identity.occurrence}}};
    return out;
}

/// What came of a comparison, for machines.
report::Sheet sheet_of(const std::vector<Compared>& projects) {
    std::vector<report::Sheet> fresh;
    std::vector<report::Sheet> fixed;
    std::vector<report::Sheet> beyond;
    std::size_t unchanged = 0;
    for (const Compared& compared : projects) {
        for (const match::Identity& identity : compared.fresh) fresh.push_back(row_of(compared, identity));
        for (const policy::BaselineEntry* entry : compared.fixed) fixed.push_back(row_of(compared, entry->identity));
        for (const match::Identity& identity : compared.part->beyond) beyond.push_back(row_of(compared, identity));
        unchanged += compared.unchanged.size();
    }
    report::Sheet out;
    out.fields = {{"new", "", std::move(fresh)},
                  {"fixed", "", std::move(fixed)},
                  {"unchanged", "", std::size_t{unchanged}},
                  {"beyond", "", std::move(beyond)}};
    return out;
}

}  // namespace

int run_baseline_create(const Options& options) {
    Outcome outcome;
    Comparison all(options);
    if (compare(false, all, outcome))
        for (const Compared& compared : all.projects)
            write(compared, compared.fresh,
                  base::counted(compared.fresh.size(), "finding is known", "findings are known") + " from now on",
                  outcome);
    say_beyond(all.projects);
    return finish(outcome);
}

int run_baseline_check(const Options& options) {
    Outcome outcome;
    Comparison all(options);
    if (!compare(true, all, outcome)) return finish(outcome);
    std::string text;
    std::size_t fresh = 0;
    std::size_t fixed = 0;
    for (const Compared& compared : all.projects) {
        for (const match::Identity& identity : compared.fresh) text += line_of("new  ", identity);
        for (const policy::BaselineEntry* entry : compared.fixed) text += line_of("fixed", entry->identity);
        for (const match::Identity& identity : compared.part->beyond) text += line_of("fails", identity);
        if (all.projects.size() > 1) text += base::printable(compared.file) + ": ";
        text += summary(compared) + "\n";
        fresh += compared.fresh.size();
        fixed += compared.fixed.size();
    }
    if (options.format == Format::json)
        deliver_sheet(options, sheet_of(all.projects), "incilint.baseline-check/1", outcome);
    else
        deliver_text(options, text, outcome);
    if (fresh > 0)
        outcome.add(Exit::findings, base::counted(fresh, "finding is", "findings are") + " not in the baseline");
    if (fixed > 0)
        outcome.add(Exit::findings, base::counted(fixed, "entry is", "entries are") +
                                        " fixed: take them out by incilint baseline prune");
    add_beyond(all.projects, outcome);
    return finish(outcome);
}

int run_baseline_prune(const Options& options) {
    Outcome outcome;
    Comparison all(options);
    if (compare(true, all, outcome))
        for (const Compared& compared : all.projects)
            write(compared, entries_but(compared, compared.fixed),
                  base::counted(compared.fixed.size(), "fixed entry", "fixed entries") + " taken out", outcome);
    return finish(outcome);
}

int run_baseline_accept(const Options& options) {
    Outcome outcome;
    Comparison all(options);
    if (!compare(true, all, outcome)) return finish(outcome);
    for (const Compared& compared : all.projects) {
        std::vector<match::Identity> entries = entries_but(compared, {});
        entries.insert(entries.end(), compared.fresh.begin(), compared.fresh.end());
        write(compared, std::move(entries),
              base::counted(compared.fresh.size(), "new finding", "new findings") + " accepted", outcome);
    }
    say_beyond(all.projects);
    return finish(outcome);
}

}  // namespace incilint::cli
