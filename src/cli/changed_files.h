// cli/changed_files.h: which files of the repository changed since a commit, as git says.
// Promises: git runs as a child without a shell; a name that begins with a dash is no commit; names are taken as bytes.
// Must not know: what is done with the files.
#pragma once

#include <set>
#include <string>

#include "base/result.h"

namespace incilint::cli {

/// Paths from the root of the repository: changed since the last commit shared with `since` (committed or not), and new
/// files that git does not know yet; deleted ones are left out.
[[nodiscard]] base::Expected<std::set<std::string>> changed_files(const std::string& root, const std::string& since);

}  // namespace incilint::cli
