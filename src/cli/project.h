// cli/project.h: the project a run is in: its root, its configuration, and what holds for its files.
// Promises: the nearest .incilint.yaml (or incilint.yaml) from the current folder up to the root of the repository, and
// no file of the user's home; `extends` is read below the repository only, eight deep at most, without cycles; each
// setting knows where it came from.
// Must not know: labels, findings.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/options.h"
#include "policy/settings.h"
#include "rules/date.h"

namespace incilint::cli {

struct Project {
    std::string root;                ///< real path: the repository, else the folder of the configuration, else here
    std::string config_folder;       ///< real path: the folder of the configuration, else the root
    std::vector<std::string> files;  ///< configuration files, what is extended first; as they are printed
    policy::Settings settings;

    /// The path of a file from the root (from the folder of the configuration), with '/'; as given where it is outside.
    [[nodiscard]] std::string from_root(const std::string& path) const;
    [[nodiscard]] std::string from_config(const std::string& path) const;
    /// A path that a setting names, from where it was set.
    [[nodiscard]] std::string named_by(const policy::Value& value, const std::string& path) const;
};

[[nodiscard]] base::Expected<Project, base::Diagnostics> find_project(const Options& options);
/// The options with all that the settings say.
[[nodiscard]] Options configured(const Options& options, const Project& project);
/// --today, else SOURCE_DATE_EPOCH, else the day in UTC. An error where one of them is no day.
[[nodiscard]] base::Expected<rules::Date> today_of(const Options& options);

/// A path from another folder: real, or made of dots where the file is not there.
[[nodiscard]] std::string relative_to(const std::string& folder, const std::string& path);

}  // namespace incilint::cli
