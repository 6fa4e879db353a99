// cli/walk.h: the files below a folder that may be checked.
// Promises: hidden files, links to folders or out of the tree and what git ignores are passed over, and what cannot be
// told from the tree itself is said; no folder is entered twice; one folder is open at a time, however deep the tree;
// the order is that of the bytes of the path. Must not know: what is in the files.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace incilint::cli {

struct Walk {
    std::vector<std::string> files;
    std::vector<std::pair<std::string, std::string>> closed;  ///< folders that could not be read, and why
    std::size_t left_out = 0;  ///< files and folders that git ignores or an exclusion names
    /// What bears the name of a file to check and is none, and why: not among `files`. Links to what lies outside of
    /// `root`, or of the folder where there is no root, are told whatever their name.
    std::vector<std::pair<std::string, std::string>> passed_over;
};

struct WalkRules {
    std::string root;  ///< .gitignore counts from here down; empty: it does not count
    /// Whether a path is excluded beside that.
    std::function<bool(const std::string& path)> excluded;
    std::function<bool(const std::string& name)> wanted;
};

/// Why such a link is passed over.
inline constexpr std::string_view link_out = "a link that leads out of the project";
/// Whether the path is a link to what lies outside of the tree, a real path: a change to review shall not make a
/// machine print files of its own.
[[nodiscard]] bool leads_out(const std::string& path, const std::string& tree);
[[nodiscard]] Walk walk(const std::string& folder, const WalkRules& rules);
/// Whether git would ignore that file, by the ignore files from `root` down to it.
[[nodiscard]] bool is_ignored(const std::string& root, const std::string& path);

}  // namespace incilint::cli
