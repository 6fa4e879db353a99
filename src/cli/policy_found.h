// cli/policy_found.h: what policy finds in one project: remarks become findings, files that cannot be used become
// faults. Promises: a finding bears the severity that the settings say and knows whether it fails the run; none of a
// rule that is off. Must not know: how suppressions and baselines judge.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/exit_code.h"
#include "cli/of_inputs.h"
#include "cli/report_paths.h"
#include "cli/scopes.h"
#include "policy/suppression.h"
#include "report/run.h"

namespace incilint::cli {

using Bytes = std::shared_ptr<const std::string>;

struct Found {
    const Scope& scope;
    const ReportPaths& paths;
    std::vector<report::PolicyFinding> findings{};
    std::map<std::string, Bytes> sources{};  ///< of files that are no inputs
    base::Diagnostics faults{};              ///< told already

    void add(const policy::Remark& remark);
    void add(const std::vector<policy::Remark>& remarks);
    /// `input`: the one that it speaks of; may be null.
    void add(const Told& told, const report::Input* input);
};

/// The bytes of a file that policy reads, as a setting may name it; null where it cannot be read: a fault of use.
[[nodiscard]] Bytes policy_bytes(const std::string& path, const policy::Value* named, Found& found, Outcome& outcome);
/// Tells what is wrong with such a file.
void wrong_file(const base::Diagnostics& faults, const std::string& path, Found& found, Outcome& outcome);

/// The file of suppressions and that of the baseline: what the settings name, else the usual name if it is there.
[[nodiscard]] std::string suppressions_file(const Project& project);
[[nodiscard]] std::string baseline_file(const Project& project);

}  // namespace incilint::cli
