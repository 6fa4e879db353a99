#include "cli/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/catalog_input.h"
#include "cli/scan_input.h"
#include "cli/walk.h"
#include "ignore/glob.h"

namespace incilint::cli {
namespace {

std::string extension(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    const std::string_view name = slash == path.npos ? path : path.substr(slash + 1);
    const std::size_t dot = name.rfind('.');
    if (dot == name.npos || dot == 0) return "";
    std::string out(name.substr(dot));
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return out;
}

bool is_checked(std::string_view path) {
    constexpr std::array<std::string_view, 4> known = {".txt", ".yaml", ".yml", ".json"};
    return names_a_catalog(path) || std::find(known.begin(), known.end(), extension(path)) != known.end();
}

Fault fault(std::string code, const std::string& path, std::string text, Exit exit, std::string hint = "") {
    return {{std::move(code), {path, 0, 0}, std::move(text), std::move(hint)}, exit};
}

/// A configuration lies where the files lie that it speaks of.
bool is_configuration(std::string_view name) {
    return name == "incilint.yaml";
}

/// In a folder, hidden files and those of hidden folders are passed over.
bool is_hidden(const std::string& path) {
    if (path.starts_with('/')) return false;  // what lies above a project says nothing of its files
    for (const std::filesystem::path& part : std::filesystem::path(path))
        if (part.native().starts_with('.') && part != "." && part != "..") return true;
    return false;
}

class Search {
  public:
    Search(const SearchRules& rules, FoundFiles& out) : rules_(rules), out_(out) {
        if (!rules.named_too) return;
        here_ = real_path(".");
        tree_ = root_of(".");
        if (tree_.empty()) tree_ = here_;
    }

    void folder(const std::string& path) {
        const std::size_t had = met_ + out_.left_out;
        below(path, [](const std::string&) { return true; });
        if (met_ + out_.left_out == had && !failed_ && !rules_.allow_empty)
            out_.faults.push_back(
                fault("input/empty-folder", path, "the folder holds nothing to check", Exit::usage,
                      "labels end in .txt, product files in .yaml or .json, catalogs in .csv, .tsv or .jsonl, "
                      "perhaps packed (.csv.gz)"));
    }

    void pattern(const std::string& path) {
        const std::size_t wild = path.find_first_of("*?[");
        const std::size_t slash = path.rfind('/', wild);
        const bool here = slash == path.npos;
        const std::string folder = here ? "." : path.substr(0, std::max<std::size_t>(slash, 1));
        const ignore::Glob glob = ignore::Glob::parse(here ? "./" + path : path);
        const std::size_t had = met_;
        const std::size_t left_out = out_.left_out;
        if (exists(folder)) below(folder, [&](const std::string& found) { return glob.matches(found); });
        if (met_ == had && !failed_ && !rules_.allow_empty)
            out_.faults.push_back(
                fault("input/missing", path, "no such file, and none of this pattern", Exit::usage,
                      out_.left_out == left_out ? "" : "what git ignores or is excluded is left out"));
    }

    void file(const std::string& path) {
        if (is_left_out(path))
            ++out_.left_out;
        else
            take(path, false);
    }

    /// The path lies in the project by its name and outside of it in truth: it is a link, or a link is on the way.
    [[nodiscard]] bool is_led_out(const std::string& path) const {
        if (!rules_.named_too) return false;
        if (leads_out(path, tree_of(path))) return true;
        const std::string named = (std::filesystem::path(here_) / path).lexically_normal().string();
        const std::string real = real_path(path);
        return !real.empty() && cli::below(tree_, named) && !cli::below(tree_, real);
    }
    void pass_over(const std::string& path) { out_.passed_over.emplace_back(path, link_out), ++met_; }

    void standard_input() {
        if (!rules_.input_name.empty() && is_left_out(rules_.input_name))
            ++out_.left_out;
        else
            out_.files.push_back({"-", FileKind::label, false});
    }

  private:
    [[nodiscard]] std::string root_of(const std::string& folder) const {
        return rules_.root_of ? rules_.root_of(folder) : std::string();
    }

    /// The folder of the file, as it is named.
    [[nodiscard]] static std::string folder_of(const std::string& path) {
        const std::size_t slash = path.rfind('/');
        return slash == path.npos ? "." : path.substr(0, slash + 1);
    }
    /// What a link beside that file must not lead out of.
    [[nodiscard]] std::string tree_of(const std::string& path) const {
        const std::string folder = folder_of(path);
        const std::string root = root_of(folder);
        return root.empty() ? real_path(folder) : root;
    }

    [[nodiscard]] bool is_left_out(const std::string& path) const {
        if (!rules_.named_too) return false;
        if (is_hidden(path) || (rules_.excluded && rules_.excluded(path))) return true;
        const std::string root = root_of(folder_of(path));
        return !root.empty() && is_ignored(root, path);
    }

    /// What was found below a folder, without the "./" of a search from here.
    [[nodiscard]] static std::string as_named(const std::string& folder, const std::string& found) {
        return folder == "." && found.starts_with("./") ? found.substr(2) : found;
    }

    template <class Wanted>
    void below(const std::string& path, const Wanted& wanted) {
        const Walk found =
            walk(path, {root_of(path), rules_.excluded ? rules_.excluded : [](const std::string&) { return false; },
                        [](const std::string& name) { return is_checked(name) && !is_configuration(name); }});
        failed_ = !found.closed.empty();
        for (const auto& [folder, why] : found.closed)
            out_.faults.push_back(fault("input/folder", as_named(path, folder), why, Exit::incomplete));
        out_.left_out += found.left_out;
        for (const auto& [passed_over, why] : found.passed_over)
            if (wanted(passed_over)) out_.passed_over.emplace_back(as_named(path, passed_over), why), ++met_;
        for (const std::string& file : found.files)
            if (wanted(file)) take(as_named(path, file), true);
    }

    void take(const std::string& path, bool from_folder) {
        ++met_;
        if (!taken_.insert(whole_path(path)).second) return;
        if (rules_.changed && !rules_.changed(path))
            ++out_.left_out;
        else
            out_.files.push_back({path, kind_of(path), from_folder});
    }

    /// The path without links.
    [[nodiscard]] std::string whole_path(const std::string& path) {
        if (is_link(path))
            if (std::string real = real_path(path); !real.empty()) return real;
        const std::string folder = folder_of(path);
        const auto [at, fresh] = real_folders_.try_emplace(folder);
        if (fresh) at->second = real_path(folder);
        return at->second + "/" + path.substr(folder == "." && path.find('/') == path.npos ? 0 : folder.size());
    }

    const SearchRules& rules_;
    FoundFiles& out_;
    std::size_t met_ = 0;          ///< files that were named or found, those that are named twice counted twice
    std::set<std::string> taken_;  ///< a file that is named twice is one
    std::map<std::string, std::string> real_folders_;
    std::string here_;  ///< of a hook: the real path of the current folder …
    std::string tree_;  ///< … and of the project that it is in
    bool failed_ = false;
};

}  // namespace

FileKind kind_of(std::string_view path) {
    if (names_a_catalog(path)) return FileKind::catalog;
    const std::string ending = extension(path);
    if (ending == ".yaml" || ending == ".yml" || ending == ".json") return FileKind::product_file;
    return FileKind::label;
}

FoundFiles find_files(const std::vector<std::string>& paths, const SearchRules& rules) {
    FoundFiles out;
    Search search(rules, out);
    for (const std::string& path : paths) {
        struct stat there {};
        if (path == "-") {
            search.standard_input();
        } else if (::stat(path.c_str(), &there) != 0) {
            if (path.find_first_of("*?[") != path.npos && (errno == ENOENT || errno == ENOTDIR)) {
                search.pattern(path);
                continue;
            }
            const bool missing = errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG;
            out.faults.push_back(missing ? fault("input/missing", path,
                                                 path.empty() ? "a path without a name" : "no such file or folder",
                                                 Exit::usage)
                                         : fault("input/unreadable", path, std::strerror(errno), Exit::incomplete));
        } else if (search.is_led_out(path)) {
            search.pass_over(path);
        } else if (S_ISDIR(there.st_mode)) {
            search.folder(path);
        } else {
            search.file(path);
        }
    }
    return out;
}

base::Expected<std::string, Fault> read_bytes(const std::string& path, std::size_t limit) {
    const bool standard_input = path == "-";
    const int descriptor = standard_input ? 0 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) return base::Error{fault("input/unreadable", path, std::strerror(errno), Exit::incomplete)};
    std::string bytes;
    struct stat there {};
    constexpr std::size_t least_step = std::size_t{64} << 10;
    std::size_t step = least_step;
    std::size_t size = 0;  // of a regular file
    std::optional<Fault> failed;
    const auto too_large = [&] {
        failed = fault("input/too-large", path, "larger than " + std::to_string(limit >> 20) + " MiB", Exit::incomplete,
                       limit == max_label_bytes ? "a catalog belongs in a .csv or .tsv file" : "");
    };
    if (::fstat(descriptor, &there) == 0 && S_ISREG(there.st_mode) && there.st_size > 0) {
        size = static_cast<std::size_t>(there.st_size);
        step = std::min(size + 1, limit + 1);
        if (size > limit) too_large();
    }
    while (!failed) {
        const std::size_t had = bytes.size();
        bytes.resize(had + step);
        const ssize_t got = ::read(descriptor, bytes.data() + had, step);
        bytes.resize(had + (got > 0 ? static_cast<std::size_t>(got) : 0));
        if (got < 0 && errno == EINTR && noted_signal() == 0) continue;
        if (got < 0) failed = fault("input/unreadable", path, std::strerror(errno), Exit::incomplete);
        if (bytes.size() > limit) too_large();
        if (got <= 0 || failed) break;
        // Behind what was said to be there a byte is enough to see the end.
        step = bytes.size() <= size ? size + 1 - bytes.size() : std::max({step / 2, least_step, bytes.size() / 2});
    }
    if (!standard_input) ::close(descriptor);
    if (failed) return base::Error{std::move(*failed)};
    // A run may keep a hundred thousand of them.
    if (bytes.capacity() > 2 * bytes.size()) bytes.shrink_to_fit();
    return bytes;
}

bool same_file(const std::string& a, const std::string& b) {
    struct stat left {};
    struct stat right {};
    return ::stat(a.c_str(), &left) == 0 && ::stat(b.c_str(), &right) == 0 && left.st_dev == right.st_dev &&
           left.st_ino == right.st_ino;
}

bool exists(const std::string& path) {
    struct stat there {};
    return ::stat(path.c_str(), &there) == 0;
}

bool is_link(const std::string& path) {
    std::error_code unknown;
    return std::filesystem::is_symlink(path, unknown);
}

bool is_file(const std::string& path) {
    struct stat there {};
    return ::stat(path.c_str(), &there) == 0 && !S_ISDIR(there.st_mode);
}

bool below(const std::string& folder, const std::string& path) {
    return folder == "/" || path == folder || path.starts_with(folder + "/");
}

std::string real_path(const std::string& path) {
    char* real = ::realpath(path.c_str(), nullptr);
    if (!real) return "";
    std::string out = real;
    std::free(real);
    return out;
}

}  // namespace incilint::cli
