#include "cli/idle.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/near.h"
#include "base/text.h"
#include "ignore/ignore_file.h"
#include "policy/settings.h"

namespace incilint::cli {
namespace {

/// A pattern where it stands.
using Place = std::tuple<std::string, int, int, std::string>;  // file, line, column, pattern
Place place_of(const base::Where& where, const std::string& pattern) {
    return {where.file, where.line, where.column, pattern};
}

/// Paths, and the folders that they lie in.
std::vector<std::string> with_folders(std::vector<std::string> paths) {
    std::set<std::string> folders;
    for (const std::string& path : paths)
        for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1))
            folders.insert(path.substr(0, slash + 1));
    paths.insert(paths.end(), folders.begin(), folders.end());
    return paths;
}

class Idle {
  public:
    Idle(const std::vector<Looked>& projects, const std::vector<std::string>& files, const Excluded& excluded)
        : projects_(projects), files_(files), excluded_(excluded) {}

    std::vector<std::pair<std::size_t, policy::Remark>> found() {
        // 1. What somebody uses, and what was not looked at whole: nothing is said of it.
        for (const Looked& looked : projects_) look_at(looked);
        // 2. The others, once each.
        for (std::size_t i = 0; i < projects_.size(); ++i) judge(i);
        return std::move(out_);
    }

  private:
    void look_at(const Looked& looked) {
        const policy::Settings& settings = looked.project->settings;
        if (settings.overrides().empty()) return;
        std::vector<std::string>& paths = paths_[looked.project];
        for (const std::string& file : files_) paths.push_back(looked.project->from_config(file));
        for (const policy::Override& part : settings.overrides()) {
            const bool own = !looked.project->files.empty() && part.where.file == looked.project->files.back();
            for (const std::string& pattern : part.files) {
                const auto is_of = [&](const std::string& path) { return ignore::names_file(pattern, path); };
                const bool judged = own ? looked.whole : looked.root_whole;
                if (!judged || std::ranges::any_of(paths, is_of)) done_.insert(place_of(part.where, pattern));
            }
        }
    }

    void judge(std::size_t index) {
        const Project& project = *projects_[index].project;
        for (const policy::Override& part : project.settings.overrides())
            for (const std::string& pattern : part.files)
                if (done_.insert(place_of(part.where, pattern)).second)
                    tell(index, part.where, "no file that is checked is ", pattern, near_to(project, pattern),
                         rules::Severity::warning);
        const policy::Value* value = project.settings.find("exclude");
        if (!value || value->origin != policy::Origin::file || !projects_[index].whole) return;
        const auto met = excluded_.find(&project);
        for (const std::string& pattern : value->items) {
            if (met != excluded_.end() && met->second.contains(pattern)) continue;
            const auto near = near_to(project, pattern);
            if (near && done_.insert(place_of(value->where, pattern)).second)
                tell(index, value->where, "exclude: no file is ", pattern, near, rules::Severity::note);
        }
    }

    /// Of the paths that this project sees, or another one of the run: its file may be shared.
    std::optional<std::string> near_to(const Project& project, const std::string& pattern) const {
        if (auto near = near_of(project, pattern)) return near;
        for (const Looked& looked : projects_)
            if (auto near = near_of(*looked.project, pattern)) return near;
        return std::nullopt;
    }
    std::optional<std::string> near_of(const Project& project, const std::string& pattern) const {
        std::vector<std::string> paths;
        for (const std::string& file : files_) paths.push_back(project.from_config(file));
        const std::vector<std::string> known = with_folders(std::move(paths));
        const auto near = base::nearest(pattern, known);
        return near ? std::optional<std::string>(*near) : std::nullopt;
    }

    /// `likely`: how grave it is where a name is near, so that it is misspelt.
    void tell(std::size_t index, const base::Where& where, const std::string& what, const std::string& pattern,
              const std::optional<std::string>& near, rules::Severity likely) {
        policy::Remark remark;
        remark.rule = policy::idle_pattern;
        remark.severity = near ? likely : rules::Severity::note;
        remark.where = where;
        remark.message = what + "'" + base::printable(pattern) + "'";
        if (near) remark.hint = base::did_you_mean(*near);
        out_.emplace_back(index, std::move(remark));
    }

    const std::vector<Looked>& projects_;
    const std::vector<std::string>& files_;
    const Excluded& excluded_;
    std::map<const Project*, std::vector<std::string>> paths_;
    std::set<Place> done_;
    std::vector<std::pair<std::size_t, policy::Remark>> out_;
};

}  // namespace

std::vector<std::pair<std::size_t, policy::Remark>> idle_patterns(const std::vector<Looked>& projects,
                                                                  const std::vector<std::string>& files,
                                                                  const Excluded& excluded) {
    return Idle(projects, files, excluded).found();
}

}  // namespace incilint::cli
