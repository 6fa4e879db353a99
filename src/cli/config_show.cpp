#include <algorithm>
#include <string>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/policy_step.h"
#include "cli/scopes.h"
#include "cli/walk.h"
#include "ignore/ignore_file.h"
#include "report/style.h"

namespace incilint::cli {
namespace {

std::string origin_of(const policy::Value& value) {
    switch (value.origin) {
        case policy::Origin::file:
            return base::printable(value.where.file) + ":" + std::to_string(value.where.line);
        case policy::Origin::environment:
            return "environment " + value.where.file;
        case policy::Origin::flag:
            return value.where.file;
        case policy::Origin::fallback:
            break;
    }
    return "default";
}

std::string value_of(const std::string& key, const policy::Value& value) {
    std::string out;
    for (const std::string& item : value.items) out.append(out.empty() ? "" : ", ").append(base::printable(item));
    const policy::Key* known = policy::find_key(key);
    if (!out.empty() && known && known->kind == policy::Kind::percent) out += " %";
    return out.empty() ? "(empty)" : out;
}

/// Why a folder that is searched would leave the file out; empty where it would not.
std::string left_out_by(const Project& project, const policy::Settings& settings, const std::string& path) {
    const std::string from = project.from_config(path);
    if (const policy::Value* excluded = settings.find("exclude"))
        for (const std::string& pattern : excluded->items)
            if (ignore::names_file(pattern, from))
                return "exclude: " + base::printable(pattern) + " (" + origin_of(*excluded) + ")";
    return settings.flag("gitignore") && is_ignored(project.root, path) ? ".gitignore" : "";
}

}  // namespace

int run_config_show(const Options& options) {
    Outcome outcome;
    auto scopes = Scopes::open(options);
    if (!scopes) {
        say(scopes.error());
        outcome.add(Exit::usage, "the configuration cannot be used");
        return finish(outcome);
    }
    Projects& projects = scopes->projects();
    Project* project = options.paths.empty() ? &projects.here() : &projects.of(options.paths.front());
    if (!projects.faults().empty()) {
        say(projects.faults());
        outcome.add(Exit::usage, "the configuration cannot be used");
        return finish(outcome);
    }
    std::string text;
    for (const std::string& file : project->files) text += "read " + base::printable(file) + "\n";
    if (project->files.empty()) text += "no configuration file\n";
    policy::Settings settings = project->settings;
    if (!options.paths.empty()) {
        const std::string path = project->from_config(options.paths.front());
        text += "for " + base::printable(path) + "\n";
        if (const std::string why = left_out_by(*project, settings, options.paths.front()); !why.empty())
            text += "left out of folders by " + why + "\n";
        for (const policy::Override* part : settings.overrides_of(path))
            text += "override " + base::printable(part->where.file) + ":" + std::to_string(part->where.line) + "\n";
        settings = settings.for_file(path);
    }
    std::size_t widest = 28;
    for (const auto& [key, value] : settings.all()) widest = std::max(widest, base::printable(key).size());
    for (const auto& [key, value] : settings.all())
        text += report::padded(base::printable(key), widest) + " " + report::padded(value_of(key, value), 28) + " " +
                origin_of(value) + "\n";
    // Files that steer a run by standing where they stand.
    for (const auto& [key, file] :
         {std::pair<std::string, std::string>("suppressions.file", suppressions_file(*project)),
          std::pair<std::string, std::string>("baseline.file", baseline_file(*project))})
        if (!file.empty() && !settings.find(key))
            text += report::padded(key, widest) + " " + report::padded(base::printable(file), 28) + " found\n";
    // What `check` would say of rules and names that are not there.
    if (!scopes->of(*project)) {
        say(scopes->faults());
        outcome.add(Exit::usage, "the configuration cannot be used");
    }
    deliver_text(options, text, outcome);
    return finish(outcome);
}

}  // namespace incilint::cli
