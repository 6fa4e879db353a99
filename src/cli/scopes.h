// cli/scopes.h: what holds for each file of a run: project, settings, options, rules.
// Promises: each project is made ready once, each set of rules and names is compiled once, and a file's own settings
// are worked out once for each set of overrides that names it; references stay good. Must not know: what is done with a
// file.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/files.h"
#include "cli/idle.h"
#include "cli/options.h"
#include "cli/projects.h"
#include "match/program.h"

namespace incilint::cli {

/// What holds for some files of one project.
struct FileView {
    policy::Settings settings;
    Options options;
};

/// One project of a run.
class Scope {
  public:
    Scope(const Options& given, Project& the_project, const match::Program& the_program)
        : project(the_project), options(configured(given, the_project)), program(the_program), given_(given) {}
    [[nodiscard]] const FileView& of(const std::string& path);
    /// Says once where rules of law stay silent: for a scope that something is read under.
    void tell_of_law();

    Project& project;
    Options options;
    const match::Program& program;

  private:
    const Options& given_;
    bool told_ = false;
    std::map<std::vector<const policy::Override*>, FileView> views_;
};

class Scopes {
  public:
    /// The options must outlive it.
    [[nodiscard]] static base::Expected<Scopes, base::Diagnostics> open(const Options& given);

    /// Null where configuration, rules or names cannot be used; faults() has the reason then.
    [[nodiscard]] Scope* here() { return of(projects_->here()); }
    [[nodiscard]] Scope* of(const std::string& path) { return of(projects_->of(path)); }
    [[nodiscard]] Scope* of(Project& project);
    [[nodiscard]] Projects& projects() { return *projects_; }
    /// Those that were asked for so far, in the order in which they were.
    [[nodiscard]] std::deque<Scope>& all() { return *scopes_; }
    [[nodiscard]] base::Diagnostics faults() const;
    /// What the projects leave out of a search.
    [[nodiscard]] SearchRules search() const;
    /// The patterns of exclusion that met a file in such a search.
    [[nodiscard]] const Excluded& excluded() const { return *excluded_; }
    /// What the run reads beside its inputs: no report may be written over it.
    [[nodiscard]] std::vector<std::string> files_read() const;

  private:
    const Options* given_ = nullptr;
    std::shared_ptr<Projects> projects_;
    std::shared_ptr<std::deque<Scope>> scopes_ = std::make_shared<std::deque<Scope>>();
    std::map<const Project*, Scope*> by_project_;
    std::map<std::string, std::unique_ptr<const match::Program>> programs_;  ///< by what they are made of
    std::shared_ptr<Excluded> excluded_ = std::make_shared<Excluded>();
    base::Diagnostics faults_;
};

}  // namespace incilint::cli
