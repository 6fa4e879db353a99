#include "cli/projects.h"

#include <cstdlib>
#include <filesystem>
#include <utility>

#include <sys/stat.h>

#include "cli/console.h"
#include "cli/files.h"

namespace incilint::cli {
namespace {

namespace fs = std::filesystem;

/// The nearest configuration from `folder` upwards to `last`.
std::string config_above(fs::path folder, const std::string& last) {
    for (;; folder = folder.parent_path()) {
        for (const char* name : {".incilint.yaml", "incilint.yaml"})
            if (const std::string file = (folder / name).native(); exists(file) || is_link(file)) return file;
        if (folder.native() == last || folder == folder.parent_path()) return "";
    }
}

/// The real path of a folder, or of the nearest one above it that is there.
std::string real_folder(const std::string& folder) {
    for (fs::path at = (fs::path(current_folder()) / folder).lexically_normal();; at = at.parent_path()) {
        if (std::string real = real_path(at.native()); !real.empty()) return real;
        if (at == at.parent_path()) return "/";
    }
}

base::Error<base::Diagnostics> fault(std::string code, std::string file, std::string text, std::string hint) {
    return base::Error{base::Diagnostics{{std::move(code), {std::move(file), 0, 0}, std::move(text), std::move(hint)}}};
}

/// A configuration that was found, not named, must lie in the project with its bytes too.
base::Diagnostics lies_outside(const std::string& file, const std::string& root) {
    if (file.empty() || below(root, real_path(file))) return {};
    const std::string shown = fs::path(file).lexically_relative(current_folder()).native();
    const char* whither = exists(file) ? "a link that leads out of the project" : "a link that leads nowhere";
    return fault("config/outside", shown, whither, "put the configuration there itself, or name it by --config").value;
}

}  // namespace

std::string repository_above(const std::string& folder) {
    for (fs::path at = folder;; at = at.parent_path()) {
        if (exists((at / ".git").native())) return at.native();
        if (at == at.parent_path()) return "";
    }
}

base::Expected<Projects, base::Diagnostics> Projects::open(const Options& options) {
    Projects out;
    say(misspelt_variables());
    out.options_ = options.policy;
    const std::string folder = current_folder();
    for (const std::string& path : options.paths) {
        struct stat there {};
        const std::string stem = path.substr(0, path.find_first_of("*?["));
        const bool is_folder = ::stat(path.c_str(), &there) == 0 && S_ISDIR(there.st_mode);
        out.named_.push_back(real_folder(is_folder ? path : fs::path(stem).parent_path().native()));
    }
    // 1. A configuration that is named speaks of the files where one stands.
    std::string file = out.options_.config;
    const char* variable = std::getenv("INCILINT_CONFIG");
    if (out.options_.isolated && !file.empty())
        return fault("config/isolated", "", "--isolated and --config do not go together", "");
    if (!out.options_.isolated && file.empty() && variable && *variable) file = variable;
    if (!file.empty() && !exists(file))
        return fault("config/missing", file, "no such configuration", "--config and INCILINT_CONFIG name a file");
    out.one_for_all_ = out.options_.isolated || !file.empty();
    // 2. Else the nearest.
    const std::string repository = repository_above(folder);
    std::string root = repository.empty() ? folder : repository;
    std::string of_file = root;
    if (!out.one_for_all_) {
        file = config_above(folder, root);
        if (!file.empty()) of_file = fs::path(file).parent_path().native();
        if (base::Diagnostics out_of = lies_outside(file, root); !out_of.empty()) return base::Error{std::move(out_of)};
    }
    auto here = read_project(file, root, of_file, out.options_);
    if (!here) return base::Error{std::move(here).error()};
    out.all_.push_back(std::move(*here));
    (file.empty() ? out.by_root_[root] : out.by_file_[file]) = &out.all_.front();
    return out;
}

Project& Projects::of(const std::string& path) {
    if (path == "-" || path == "--text") return here();
    const std::size_t slash = path.rfind('/');
    return of_folder(slash == path.npos ? "." : path.substr(0, slash + 1));
}

Project& Projects::of_folder(const std::string& folder) {
    if (one_for_all_) return here();
    const auto [at, fresh] = by_folder_.try_emplace(folder, nullptr);
    if (fresh) at->second = &find(real_folder(folder));
    return *at->second;
}

Project& Projects::find(const std::string& folder) {
    // 1. How far up: to the repository; else to the current folder, or to the outermost folder that was named.
    std::string root = repository_above(folder);
    if (root.empty() && below(current_folder(), folder)) root = current_folder();
    if (root.empty())
        for (const std::string& named : named_)
            if (below(named, folder) && (root.empty() || named.size() < root.size())) root = named;
    if (root.empty()) root = folder;
    // 2. Each configuration is read once; files without one share a project by root.
    const std::string file = config_above(folder, root);
    const auto [at, fresh] = file.empty() ? by_root_.try_emplace(root, nullptr) : by_file_.try_emplace(file, nullptr);
    if (!fresh) return *at->second;
    if (const base::Diagnostics out_of = lies_outside(file, root); !out_of.empty()) {
        faults_.insert(faults_.end(), out_of.begin(), out_of.end());
        return *(at->second = &here());
    }
    auto project = read_project(file, root, file.empty() ? root : fs::path(file).parent_path().native(), options_);
    if (!project) {
        faults_.insert(faults_.end(), project.error().begin(), project.error().end());
        return *(at->second = &here());
    }
    all_.push_back(std::move(*project));
    return *(at->second = &all_.back());
}

}  // namespace incilint::cli
