#include "cli/report_paths.h"

#include <filesystem>
#include <set>

namespace incilint::cli {
namespace {

namespace fs = std::filesystem;

/// The real path of a file, or of its folder and its name where it is not there.
std::string whole_path(const std::string& path) {
    if (std::string real = real_path(path); !real.empty()) return real;
    const fs::path absolute = (fs::path(current_folder()) / path).lexically_normal();
    const std::string folder = real_path(absolute.parent_path().native());
    return folder.empty() ? absolute.native() : (fs::path(folder) / absolute.filename()).native();
}

bool is_no_file(const std::string& path) {
    return path.empty() || path == "-" || path == "--text";
}

}  // namespace

ReportPaths::ReportPaths(Scopes& scopes, const FoundFiles& found) : root_(scopes.projects().here().root) {
    std::set<std::string> roots;
    bool any_here = found.files.empty();
    for (const NamedFile& file : found.files) {
        const bool no_file = is_no_file(file.path);
        roots.insert(no_file ? root_ : scopes.projects().of(file.path).root);
        any_here = any_here || no_file ||
                   !fs::path(whole_path(file.path)).lexically_relative(root_).native().starts_with("..");
    }
    // A folder that is no repository says less of files than the one repository that they are all of.
    if (roots.size() == 1 && (!any_here || !exists(root_ + "/.git"))) root_ = *roots.begin();
    if (roots.size() > 1 && !any_here) root_ = scopes.projects().of(found.files.front().path).root;
}

std::string ReportPaths::of(const std::string& path) const {
    if (root_.empty() || is_no_file(path)) return path;
    std::string out = fs::path(whole_path(path)).lexically_relative(root_).generic_string();
    // A name for standard input may be made up: where nothing is there, the way to it says no more than its last part.
    if (out.starts_with("../") && !exists(path)) return fs::path(path).filename().generic_string();
    return out;
}

}  // namespace incilint::cli
