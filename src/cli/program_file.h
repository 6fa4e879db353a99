// cli/program_file.h: rules compiled once and kept in a file (`rules compile`, `--program`).
// Promises: a file that another version made, that was made for another dictionary, or that is damaged is refused with
// its reason; reading one parses no YAML.
// Must not know: how rules are compiled.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "match/program.h"

namespace incilint::cli {

/// The bytes of a program file around a program image that was compiled against the embedded dictionary.
[[nodiscard]] std::string pack_program(std::string_view image);

/// Reads a file that pack_program made. `path` is for messages.
[[nodiscard]] base::Expected<match::Program> read_program(const std::string& path);

}  // namespace incilint::cli
