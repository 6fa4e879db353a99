#include <string>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/policy_step.h"
#include "cli/projects.h"
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

std::string value_of(const policy::Value& value) {
    std::string out;
    for (const std::string& item : value.items) out.append(out.empty() ? "" : ", ").append(base::printable(item));
    return out.empty() ? "(empty)" : out;
}

}  // namespace

int run_config_show(const Options& options) {
    Outcome outcome;
    auto projects = Projects::open(options);
    if (!projects) {
        say(projects.error());
        outcome.add(Exit::usage, "the configuration cannot be used");
        return finish(outcome);
    }
    const Project* project = &projects->here();
    if (!options.paths.empty()) project = &projects->of(options.paths.front());
    if (!projects->faults().empty()) {
        say(projects->faults());
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
        for (const policy::Override* part : settings.overrides_of(path))
            text += "override " + base::printable(part->where.file) + ":" + std::to_string(part->where.line) + "\n";
        settings = settings.for_file(path);
    }
    for (const auto& [key, value] : settings.all())
        text += report::padded(base::printable(key), 28) + " " + report::padded(value_of(value), 28) + " " +
                origin_of(value) + "\n";
    // Files that steer a run by standing where they stand.
    for (const auto& [key, file] :
         {std::pair<std::string, std::string>("suppressions.file", suppressions_file(*project)),
          std::pair<std::string, std::string>("baseline.file", baseline_file(*project))})
        if (!file.empty() && !settings.find(key))
            text += report::padded(key, 28) + " " + report::padded(base::printable(file), 28) + " found\n";
    deliver_text(options, text, outcome);
    return finish(outcome);
}

}  // namespace incilint::cli
