// cli/projects.h: which project a file belongs to.
// Promises: the nearest .incilint.yaml (or incilint.yaml) from the folder of the file up to the root of its repository
// decides alone; outside a repository the search ends at the current folder or the folder that was named; no file of
// the user's home is read. A configuration that is named, or --isolated, holds for all files. Each file of
// configuration is read once. Must not know: labels, findings.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/options.h"
#include "cli/project.h"

namespace incilint::cli {

class Projects {
  public:
    /// Finds the project of the current folder. The error: its configuration, environment or command line.
    [[nodiscard]] static base::Expected<Projects, base::Diagnostics> open(const Options& options);

    [[nodiscard]] Project& here() { return all_.front(); }
    /// The project of a file; "-" and "--text" belong here. Where its configuration cannot be used: that of here, and
    /// faults() has the reason.
    [[nodiscard]] Project& of(const std::string& path);
    [[nodiscard]] Project& of_folder(const std::string& folder);
    [[nodiscard]] const base::Diagnostics& faults() const { return faults_; }

  private:
    [[nodiscard]] Project& find(const std::string& real_folder);
    PolicyOptions options_;
    std::vector<std::string> named_;  ///< real paths of the folders that were named
    bool one_for_all_ = false;
    std::deque<Project> all_;
    std::map<std::string, Project*> by_file_;    ///< by configuration file
    std::map<std::string, Project*> by_root_;    ///< those without a configuration, by root
    std::map<std::string, Project*> by_folder_;  ///< by folder as it was given
    base::Diagnostics faults_;
};

/// The folder from `folder` upwards that holds .git; empty where there is none.
[[nodiscard]] std::string repository_above(const std::string& folder);

}  // namespace incilint::cli
