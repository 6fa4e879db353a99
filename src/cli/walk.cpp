#include "cli/walk.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include <sys/stat.h>

#include "cli/files.h"
#include "ignore/ignore_file.h"

namespace incilint::cli {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t max_ignore_bytes = std::size_t{4} << 20;

/// An ignore file and the folder whose paths it speaks of; the deepest first.
struct Level {
    std::string folder;
    ignore::IgnoreFile file;
    std::shared_ptr<const Level> above;
};
using Levels = std::shared_ptr<const Level>;
using Unread = std::vector<std::pair<std::string, std::string>>;

/// What cannot be read ignores nothing; `unread` has it then.
Levels with(const std::string& folder, const std::string& path, Levels above, Unread* unread = nullptr) {
    if (!exists(path)) return above;
    const auto bytes = read_bytes(path, max_ignore_bytes);
    if (!bytes && unread) unread->emplace_back(path, "nothing is ignored by it: " + bytes.error().diagnostic.text);
    if (!bytes) return above;
    return std::make_shared<const Level>(Level{folder, ignore::IgnoreFile::parse(*bytes), std::move(above)});
}

bool ignored(const Levels& levels, const std::string& path, bool folder) {
    for (const Level* level = levels.get(); level; level = level->above.get())
        if (const auto says = level->file.says(std::string_view(path).substr(level->folder.size() + 1), folder))
            return *says;
    return false;
}

/// The ignore files from the root down to a folder (a real path below it), that of the folder left out.
Levels levels_above(const std::string& root, const std::string& folder, bool& folder_ignored) {
    Levels out = with(root, root + "/.git/info/exclude", nullptr);
    for (std::size_t slash = root.size(); slash < folder.size();) {
        const std::string at = folder.substr(0, slash);
        out = with(at, at + "/.gitignore", out);
        slash = std::min(folder.find('/', slash + 1), folder.size());
        if (ignored(out, folder.substr(0, slash), true)) folder_ignored = true;
    }
    return out;
}

enum class What : std::uint8_t { file, folder, linked_folder, other };

What what_is(const fs::directory_entry& entry) {
    std::error_code unknown;
    if (entry.is_regular_file(unknown)) return What::file;
    if (!entry.is_directory(unknown)) return What::other;
    return entry.is_symlink(unknown) ? What::linked_folder : What::folder;
}

struct Open {
    std::string shown;  ///< the path as it is printed
    std::string real;
    Levels levels;
};

}  // namespace

bool leads_out(const std::string& path, const std::string& tree) {
    std::error_code unknown;
    if (!fs::is_symlink(path, unknown)) return false;
    const std::string real = real_path(path);
    return !real.empty() && !below(tree, real);
}

Walk walk(const std::string& folder, const WalkRules& rules) {
    Walk out;
    std::set<std::pair<dev_t, ino_t>> entered;
    Open top{folder, real_path(folder), nullptr};
    const std::string top_real = top.real;
    const bool counts = !rules.root.empty() && (top.real == rules.root || top.real.starts_with(rules.root + "/"));
    // A folder that was named is searched even if git ignores it.
    bool named_and_ignored = false;
    if (counts) top.levels = levels_above(rules.root, top.real, named_and_ignored);
    std::vector<Open> open{std::move(top)};
    while (!open.empty()) {
        const Open at = std::move(open.back());
        open.pop_back();
        struct stat there {};
        if (::stat(at.shown.c_str(), &there) != 0 || !entered.emplace(there.st_dev, there.st_ino).second) continue;
        const std::string ignore_file = at.shown + (at.shown.ends_with('/') ? "" : "/") + ".gitignore";
        const Levels levels = counts ? with(at.real, ignore_file, at.levels, &out.passed_over) : nullptr;
        std::error_code error;
        std::vector<std::pair<std::string, What>> entries;
        for (fs::directory_iterator entry(at.shown, error); !error && entry != fs::directory_iterator();
             entry.increment(error))
            entries.emplace_back(entry->path().filename().native(), what_is(*entry));
        if (error) out.closed.emplace_back(at.shown, error.message());
        for (const auto& [name, what] : entries) {
            const bool is_folder = what == What::folder || what == What::linked_folder;
            if (name.starts_with('.') || (!is_folder && !rules.wanted(name))) continue;
            std::string shown = at.shown;
            if (!shown.ends_with('/')) shown.push_back('/');
            shown.append(name);
            const std::string real = at.real + "/" + name;
            if (ignored(levels, real, is_folder) || (!is_folder && rules.excluded(shown))) {
                ++out.left_out;
                continue;
            }
            if (what != What::folder && leads_out(shown, counts ? rules.root : top_real))
                out.passed_over.emplace_back(std::move(shown), link_out);
            else if (what == What::folder)
                open.push_back({std::move(shown), real, levels});
            else if (what == What::file)
                out.files.push_back(std::move(shown));
            else if (what == What::other)  // what a link to a folder of the tree leads to is searched itself
                out.passed_over.emplace_back(std::move(shown), "no file, or a link that leads nowhere");
        }
    }
    std::sort(out.closed.begin(), out.closed.end());
    std::sort(out.files.begin(), out.files.end());
    std::sort(out.passed_over.begin(), out.passed_over.end());
    return out;
}

bool is_ignored(const std::string& root, const std::string& path) {
    // The file need not be there: standard input may bear its name. Its folder must.
    const std::size_t slash = path.rfind('/');
    const std::string folder = real_path(slash == path.npos ? "." : path.substr(0, slash + 1));
    if (root.empty() || (folder != root && !folder.starts_with(root + "/"))) return false;
    const std::string real = folder + "/" + path.substr(slash == path.npos ? 0 : slash + 1);
    bool above = false;
    Levels levels = levels_above(root, folder, above);
    levels = with(folder, folder + "/.gitignore", levels);
    return above || ignored(levels, real, false);
}

}  // namespace incilint::cli
