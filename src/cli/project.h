// cli/project.h: a project: its root, its configuration, and what holds for its files.
// Promises: `extends` is read below the root only, eight deep at most, without cycles; each setting knows where it came
// from. Which configuration is that of a file: projects.h.
// Must not know: labels, findings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/options.h"
#include "policy/settings.h"
#include "rules/date.h"

namespace incilint::cli {

/// Files of the project that are read where they stand beside its configuration.
inline constexpr std::string_view usual_suppressions = ".incilint-ignore.yaml";
inline constexpr std::string_view usual_baseline = ".incilint-baseline.yaml";

struct Project {
    std::string root;                ///< real path: the repository, else the folder of the configuration, else here
    std::string config_folder;       ///< real path: the folder of the configuration, else the root
    std::vector<std::string> files;  ///< configuration files, what is extended first; as they are printed
    policy::Settings settings;

    /// The path of a file from the root (from the folder of the configuration), with '/'; as given where it is outside.
    [[nodiscard]] std::string from_root(const std::string& path) const;
    [[nodiscard]] std::string from_config(const std::string& path) const;
    /// The path of a file of the project from the current folder, for people; as given where it is outside.
    [[nodiscard]] std::string from_here(const std::string& path) const;
    /// A path that a setting names, from where it was set.
    [[nodiscard]] std::string named_by(const policy::Value& value, const std::string& path) const;
};

/// The project of a configuration file (empty: of none), with what environment and command line say above it.
/// What a file of the project names is read below `root` or below that file, nowhere else.
[[nodiscard]] base::Expected<Project, base::Diagnostics> read_project(const std::string& file, std::string root,
                                                                      std::string config_folder,
                                                                      const PolicyOptions& options);
/// The options with all that the settings say: those of the project, or those of one of its files.
[[nodiscard]] Options configured(const Options& options, const Project& project, const policy::Settings& settings);
[[nodiscard]] inline Options configured(const Options& options, const Project& project) {
    return configured(options, project, project.settings);
}
/// --today, else SOURCE_DATE_EPOCH, else the day in UTC. An error where one of them is no day.
[[nodiscard]] base::Expected<rules::Date> today_of(const Options& options);

/// Variables that are nearly those of a setting: a misspelt one would be without effect and without a word.
[[nodiscard]] base::Diagnostics misspelt_variables();

/// The real path of the current folder.
[[nodiscard]] std::string current_folder();
/// A path from another folder: real, or made of dots where the file is not there.
[[nodiscard]] std::string relative_to(const std::string& folder, const std::string& path);

}  // namespace incilint::cli
