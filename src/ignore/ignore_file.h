// ignore/ignore_file.h: the text of a .gitignore, and what it says of a path below its folder.
// Promises: the last pattern that matches decides; `!` takes back; a pattern with a slash before its end is anchored.
// Must not know: files, other ignore files (the walker asks the deepest first and never looks into an ignored folder).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ignore/glob.h"

namespace incilint::ignore {

class IgnoreFile {
  public:
    [[nodiscard]] static IgnoreFile parse(std::string_view text);
    /// True: ignored, false: taken back, empty: it says nothing. `path` is from the folder of the file.
    [[nodiscard]] std::optional<bool> says(std::string_view path, bool is_folder) const;
    [[nodiscard]] bool empty() const { return patterns_.empty(); }

  private:
    struct Pattern {
        Glob glob;
        bool negated = false;
        bool folders_only = false;
        bool anchored = false;
    };
    std::vector<Pattern> patterns_;
};

/// A pattern of a list of files (overrides, exclusions): like a line of .gitignore at the project's root; a pattern
/// that names a folder means all below it.
[[nodiscard]] bool names_file(std::string_view pattern, std::string_view path);

}  // namespace incilint::ignore
