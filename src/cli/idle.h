// cli/idle.h: patterns of a configuration that name no file: the settings of an override that holds for none, a
// misspelt exclusion. Promises: a pattern is judged only where all that it may speak of was looked at, and told once,
// however many projects share its file. Must not know: reports, suppressions.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/project.h"
#include "policy/suppression.h"

namespace incilint::cli {

/// A project as far as it was looked at.
struct Looked {
    const Project* project = nullptr;
    bool whole = false;       ///< all its files were found and read
    bool root_whole = false;  ///< all of its repository: what its configuration extends is judged as well
};

/// Which patterns of exclusion met a file, by project.
using Excluded = std::map<const Project*, std::set<std::string>>;

/// What is idle, with the index of the project that it is told for. `files`: those that are checked, as they were
/// named. An override is told with or without a near match; an exclusion only with one: what it is for may not be there
/// today.
[[nodiscard]] std::vector<std::pair<std::size_t, policy::Remark>> idle_patterns(const std::vector<Looked>& projects,
                                                                                const std::vector<std::string>& files,
                                                                                const Excluded& excluded);

}  // namespace incilint::cli
