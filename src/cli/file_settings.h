// cli/file_settings.h: what the settings say for each file of a run, worked out once a file.
// Promises: the same as Settings::for_file of the path from the configuration's folder.
// Must not know: what settings do.
#pragma once

#include <map>
#include <string>

#include "cli/project.h"

namespace incilint::cli {

/// Settings by file, made once a file.
class FileSettings {
  public:
    explicit FileSettings(const Project& project) : project_(project) {}
    const policy::Settings& of(const std::string& path) {
        const auto [at, fresh] = known_.try_emplace(path);
        if (fresh) at->second = project_.settings.for_file(project_.from_config(path));
        return at->second;
    }

  private:
    const Project& project_;
    std::map<std::string, policy::Settings> known_;
};

}  // namespace incilint::cli
