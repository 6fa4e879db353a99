#include <filesystem>
#include <string>
#include <vector>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/files.h"
#include "cli/projects.h"
#include "policy/config.h"

namespace incilint::cli {
namespace {

struct NewFile {
    std::string path;
    std::string text;
};

constexpr std::string_view workflow =
    "# Fails a change that makes a label worse; findings show in the change itself.\n"
    "name: incilint\n"
    "on: [push, pull_request]\n"
    "permissions:\n"
    "  contents: read\n"
    "jobs:\n"
    "  labels:\n"
    "    runs-on: ubuntu-latest\n"
    "    steps:\n"
    "      - uses: actions/checkout@v4\n"
    "      # incilint must be on the path: put the step that installs it here\n"
    "      - run: incilint check . --format github\n";

constexpr std::string_view hook =
    "# Checks the labels of a commit: pre-commit install\n"
    "repos:\n"
    "  - repo: local\n"
    "    hooks:\n"
    "      - id: incilint\n"
    "        name: incilint\n"
    "        entry: incilint check --force-exclude --allow-empty\n"
    "        language: system\n"
    "        files: \\.(txt|ya?ml|json|csv|tsv|jsonl)$\n"
    "        require_serial: true\n";

/// The way from here up to the root of the repository: "", "../", "../../"; "" where there is none.
std::string root_from_here() {
    const std::string here = current_folder();
    const std::string root = repository_above(here);
    if (root.empty() || root == here) return "";
    return std::filesystem::path(root).lexically_relative(here).native() + "/";
}

/// The configuration that held here so far, as it is printed; empty: none.
std::string config_above_here() {
    auto projects = Projects::open({});
    if (!projects) return "";
    const auto& files = projects->here().files;
    const bool above = !files.empty() && files.back().starts_with("../");
    return above ? base::printable(files.back()) : "";
}

}  // namespace

int run_init(const Options& options) {
    Outcome outcome;
    std::vector<NewFile> files = {{".incilint.yaml", policy::config_template()}};
    // Below the root of a repository nobody looks for a workflow or a hook.
    const std::string up = root_from_here();
    if (options.policy.workflow) files.push_back({up + ".github/workflows/incilint.yml", std::string(workflow)});
    if (options.policy.hook) files.push_back({up + ".pre-commit-config.yaml", std::string(hook)});
    const std::string above = config_above_here();
    // 1. Nothing that is there is touched; what is missing is made.
    const std::size_t asked = files.size();
    std::erase_if(files, [](const NewFile& file) {
        if (!exists(file.path)) return false;
        say(file.path + " is there already: it is not written over");
        return true;
    });
    if (files.empty()) {
        say(asked == 1 ? "nothing is missing" : "none of them is missing");
        return finish(outcome);
    }
    // 2. Each file, whole or not at all.
    if (!above.empty() && files.front().path == ".incilint.yaml")
        say(above +
            " is above: for files from here down the new .incilint.yaml decides alone, unless it extends that one");
    for (const NewFile& file : files) {
        std::error_code ignored;
        const std::filesystem::path folder = std::filesystem::path(file.path).parent_path();
        if (!folder.empty()) std::filesystem::create_directories(folder, ignored);
        auto output = Output::open(file.path);
        if (!output) {
            outcome.add(Exit::incomplete, "cannot write " + base::describe(output.error()));
            break;
        }
        deliver(*output, file.text, outcome);
        if (outcome.code() != Exit::ok) break;
        say(file.path + " written");
    }
    return finish(outcome);
}

}  // namespace incilint::cli
