// policy/config.h: the text of a configuration (.incilint.yaml) → settings.
// Promises: unknown keys, wrong kinds and wrong words are errors at file:line:column with a near match; every fault of
// the file is told at once.
// Must not know: where files are; it names what it extends, the caller reads that first.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "policy/settings.h"

namespace incilint::policy {

struct ConfigFile {
    struct Extended {
        std::string path;  ///< as written, from the folder of the file
        base::Where where;
    };
    std::vector<Extended> extends;
    std::map<std::string, Value> values;
    std::vector<Override> overrides;
};

[[nodiscard]] base::Expected<ConfigFile, base::Diagnostics> read_config(std::string_view text, const std::string& file);

/// A configuration with every key, commented, that changes nothing.
[[nodiscard]] std::string config_template();

}  // namespace incilint::policy
