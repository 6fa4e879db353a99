// report/log_path.h: a path at the beginning of a line that a build log may show.
// Promises: the file that it means stays the same. Must not know: formats.
#pragma once

#include <string>

namespace incilint::report {

/// A path that begins like a command of a build log gets "./" in front.
[[nodiscard]] inline std::string log_path(const std::string& path) {
    return path.starts_with("::") || path.starts_with("##[") ? "./" + path : path;
}

}  // namespace incilint::report
