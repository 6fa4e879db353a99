// cli/policy_step.h: what the settings, suppressions and the baseline make of the findings of a run.
// Promises: findings that are held leave `findings` and stay counted by the verdict; every suppression and entry that
// is wrong or left over becomes a finding of the run. Must not know: how reports look.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/inputs.h"
#include "cli/project.h"
#include "policy/baseline.h"
#include "policy/limits.h"
#include "policy/suppression.h"
#include "report/run.h"

namespace incilint::cli {

/// A run on its way through policy.
struct Judged {
    report::Run run;
    std::vector<match::Identity>
        identities;  ///< of findings that a baseline holds: they can fail the run and are not suppressed
    policy::Suppressions suppressions{{}};
    policy::Baseline baseline;
    policy::Tally tally;  ///< what the gates count: shown or not, neither held nor let pass by soft-fail
    bool whole = false;   ///< the project as a whole was screened
};

/// Reads and screens what the options name, in the words of the project. Empty where rules or settings are wrong; the
/// outcome has the reason then. The program must outlive the result.
[[nodiscard]] Judged screen_inputs(const Options& options, const Project& project, const match::Program& program,
                                   Outcome& outcome, policy::LimitCheck& limits);

/// Severities, suppressions, baseline; then marks or takes out what is held and adds what policy found.
void apply_policy(Judged& judged, const Options& options, const Project& project,
                  std::vector<policy::Comments> comments, Outcome& outcome);

/// The file of suppressions and that of the baseline: what the settings name, else the usual name if it is there.
[[nodiscard]] std::string suppressions_file(const Project& project);
[[nodiscard]] std::string baseline_file(const Project& project);

/// Adds the reasons for exit code 1.
void apply_gates(const Judged& judged, const Options& options, const Project& project, const policy::LimitCheck& limits,
                 Outcome& outcome);
[[nodiscard]] policy::Limits limits_of(const policy::Settings& settings);

}  // namespace incilint::cli
