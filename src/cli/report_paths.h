// cli/report_paths.h: how the reports of one run name files: one way for every format.
// Promises: a path from the root of the run, with '/' and links resolved, the same from whichever folder the run was
// begun; the root is that of the current folder's project, unless nothing that is read lies below it, or that folder is
// no repository and all files are of one: then it is that of the files. What lies outside is named by its way from it
// ("../other/a.txt"); no path is absolute.
// Must not know: labels, findings, formats.
#pragma once

#include <string>

#include "cli/files.h"
#include "cli/scopes.h"

namespace incilint::cli {

class ReportPaths {
  public:
    ReportPaths() = default;
    ReportPaths(Scopes& scopes, const FoundFiles& found);
    /// "-" and "--text" stay; what lies outside and is not there keeps its name alone.
    [[nodiscard]] std::string of(const std::string& path) const;

  private:
    std::string root_;  ///< empty: paths stay as they are
};

}  // namespace incilint::cli
