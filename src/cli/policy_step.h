// cli/policy_step.h: what the settings, suppressions and the baseline make of the findings of a run.
// Promises: findings that are held leave `findings` and stay counted by the verdict; every suppression and entry that
// is wrong or left over becomes a finding of the run. Must not know: how reports look.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.h"
#include "cli/inputs.h"
#include "cli/of_inputs.h"
#include "cli/policy_found.h"
#include "cli/report_paths.h"
#include "cli/scopes.h"
#include "cli/unclear.h"
#include "policy/baseline.h"
#include "policy/limits.h"
#include "policy/suppression.h"
#include "report/identity.h"
#include "report/run.h"

namespace incilint::cli {

/// What was named or found and was not read, or not whole.
struct Unread {
    const Project* project = nullptr;
    std::string path;  ///< as it was named
    bool folder = false;
};

/// What policy made of the findings under one project.
struct Part {
    explicit Part(Scope& of, policy::Limits asked) : scope(&of), limits(asked) {}
    Scope* scope;
    std::vector<policy::Comments> comments;  ///< suppressions that stood in its files
    std::vector<policy::Remark> idle;        ///< patterns of its configuration that name no file
    /// Of findings that a baseline holds: they can fail the run and are not suppressed. For its commands alone.
    std::vector<match::Identity> identities;
    /// Findings that fail the run and that no baseline may hold: of rules that may not be suppressed, and of policy
    /// (then the place is the product).
    std::vector<match::Identity> beyond;
    policy::Suppressions suppressions{{}};
    policy::Baseline baseline;
    policy::Limits limits;
    match::BrokenLimits broken{};
    policy::Tally tally;  ///< what the gates count: shown or not, neither held nor let pass by soft-fail
    report::HeldCounts held;
    bool whole = false;          ///< the project as a whole was screened
    std::vector<Unread> unread;  ///< but for these: nothing is said of what they may hold
};

/// A run on its way through policy.
struct Judged {
    report::Run run;
    std::vector<Part> parts;
    std::vector<std::size_t> part_of;  ///< by input of the run
    std::vector<std::string> files;    ///< as they were named
    std::vector<std::size_t> file_of;  ///< by input of the run
    ReportPaths paths;
    UnclearWords unclear;  ///< words of its files that no rule knows

    /// The file of an input as it was named.
    [[nodiscard]] const std::string& named(std::size_t input) const { return files[file_of[input]]; }
};

/// Reads and screens what was found, texts first, then the files in the order of their names in reports, each under its
/// project, and lets each project's policy judge. The scopes must outlive the result.
[[nodiscard]] Judged screen_inputs(const Options& options, FoundFiles found, Scopes& scopes, Outcome& outcome);

/// Severities, suppressions, baseline of one part; then marks or takes out what is held and adds what policy found.
void apply_policy(Judged& judged, std::size_t part, const report::ProductKeys& keys, Outcome& outcome);

/// What the run leaves out: by .gitignore, by exclusions, by --since. Nothing where git cannot answer.
[[nodiscard]] std::optional<SearchRules> search_rules(const Options& options, Scopes& scopes, Outcome& outcome);

/// Adds the reasons for exit code 1 of one project, or says what exit-zero lets pass; returns them, ended by `whose`.
std::vector<policy::Reason> add_reasons(const policy::Settings& settings, const policy::Limits& limits,
                                        const match::BrokenLimits& broken, const policy::Tally& tally,
                                        policy::FailOn fail_on, const std::string& whose, Outcome& outcome);
/// The same for each project of a run; its reports are told.
void apply_gates(Judged& judged, bool quiet, Outcome& outcome);
[[nodiscard]] policy::Limits limits_of(const policy::Settings& settings);

/// Whether the entries of a baseline can be judged: by the key of their product, of which files were screened (paths
/// from the root) or are there no more; none of what was not read.
[[nodiscard]] std::function<bool(const std::string& product)> judged_products(const Part& part,
                                                                              std::set<std::string> screened);

/// Keys that several records of a file share: one remark a file, at the first record that is not the only one.
[[nodiscard]] std::vector<Told> duplicate_keys(const Judged& judged, std::size_t part, const report::ProductKeys& keys,
                                               const HoldRecord& hold);

/// "error", "warning", "note"; any other word leaves the severity as it was.
[[nodiscard]] rules::Severity severity_named(std::string_view word, rules::Severity otherwise);

/// The lowest severity that is reported.
[[nodiscard]] rules::Severity least_of(const policy::Settings& settings);
/// What the settings say of a rule: its severity; whether it is not reported at all.
struct Says {
    rules::Severity severity{};
    bool off = false;
};
[[nodiscard]] Says says_of(const policy::Settings& settings, const rules::Rule& rule, rules::Severity severity);
/// What the settings say of severities and of the lowest one that is reported: for commands without suppressions and
/// baselines.
void apply_severities(match::Screening& screening, const match::Program& program, const policy::Settings& settings);
/// Takes the findings out that are told so into `held`; points keep meaning the finding that they meant.
void take_out(match::Screening& screening, const std::vector<bool>& out);

}  // namespace incilint::cli
