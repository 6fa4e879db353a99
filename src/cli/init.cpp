#include <filesystem>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/files.h"
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

}  // namespace

int run_init(const Options& options) {
    Outcome outcome;
    std::vector<NewFile> files = {{".incilint.yaml", policy::config_template()}};
    if (options.policy.workflow) files.push_back({".github/workflows/incilint.yml", std::string(workflow)});
    if (options.policy.hook) files.push_back({".pre-commit-config.yaml", std::string(hook)});
    // 1. Nothing that is there is touched; what is missing is made.
    const std::size_t asked = files.size();
    std::erase_if(files, [](const NewFile& file) {
        if (!exists(file.path)) return false;
        say(file.path + " is there already: it is not written over");
        return true;
    });
    if (files.empty()) outcome.add(Exit::usage, asked == 1 ? "nothing is missing" : "none of them is missing");
    if (outcome.code() != Exit::ok) return finish(outcome);
    // 2. Each file, whole or not at all.
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
