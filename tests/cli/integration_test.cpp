// How others call the program: a git hook, the step of the GitHub action, the job of GitLab, an installed copy. Each is
// run as it stands in its file.
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "spawn.h"

namespace {

using incilint::test::Folder;
using incilint::test::read_file;
using incilint::test::shell;
using incilint::test::spawn;

const std::string source = INCILINT_SOURCE;
const std::string program = INCILINT_BINARY;
const std::string bad = "Aqua, Sodium Lauryl Sulfate, Parfum\n";

/// The value of `key` in a file of ours, which has it once and on one line.
std::string value_of(const std::string& file, const std::string& key) {
    const std::string text = read_file(source + "/" + file);
    const std::size_t at = text.find(key);
    REQUIRE(at != text.npos);
    const std::size_t from = at + key.size();
    return text.substr(from, text.find('\n', from) - from);
}

std::string with_program(const std::string& script) {
    return "set -e; PATH=" + std::filesystem::path(program).parent_path().string() + ":$PATH; " + script;
}

}  // namespace

TEST_CASE("the entry of the pre-commit hook stops a commit with an error") {
    const Folder folder;
    std::string entry = value_of(".pre-commit-hooks.yaml", "entry: ") + " ";
    for (const char c : value_of(".pre-commit-hooks.yaml", "args: "))
        if (c != '[' && c != ']') entry.push_back(c == ',' ? ' ' : c);
    folder.write("good.txt", "Aqua, Glycerin\n");
    const std::string hook =
        "#!/bin/bash\\n" + with_program("git diff --cached --name-only -z | xargs -0 " + entry) + "\\n";
    const auto made = shell(
        folder, "git init -q . && git config user.email a@b.example && git config user.name a && printf '" + hook +
                    "' > .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit && "
                    "git add good.txt && git commit -qm good");
    CAPTURE(made.err);
    CHECK(made.exit == 0);
    folder.write("bad.txt", bad);
    const auto refused = shell(folder, "git add bad.txt && git commit -qm bad");
    CHECK(refused.exit != 0);
    CHECK((refused.out + refused.err).find("harsh-surfactant/lauryl-sulfate") != std::string::npos);
    CHECK(shell(folder, "git log --oneline | wc -l").out.find('1') != std::string::npos);
    // What a configuration excludes is not asked, though the hook names it.
    folder.write(".incilint.yaml", "exclude: [bad.txt]\n");
    const auto excluded = shell(folder, "git add bad.txt && git commit -qm excluded");
    CAPTURE(excluded.err);
    CHECK(excluded.exit == 0);
}

TEST_CASE("the step of the action annotates, sums up and sets its outputs") {
    const Folder folder;
    CHECK(value_of("action.yml", "      run: ") == "bash \"$GITHUB_ACTION_PATH/.ci/action\"");
    folder.write("labels/a b.txt", bad);
    folder.write("out", "");
    folder.write("summary", "");
    std::filesystem::create_directories(folder.path() / "temp");
    const auto step = [&](const std::string& paths, const std::string& fail_on) {
        return spawn(
            {{"bash", "-c", value_of("action.yml", "      run: ")},
             "",
             {"GITHUB_ACTION_PATH=" + source, "GITHUB_ACTIONS=true", "RUNNER_TEMP=" + (folder.path() / "temp").string(),
              "GITHUB_OUTPUT=" + (folder.path() / "out").string(),
              "GITHUB_STEP_SUMMARY=" + (folder.path() / "summary").string(), "INCILINT_PATHS=" + paths,
              "INCILINT_FAIL_ON=" + fail_on, "INCILINT_ARGS=", "INCILINT_PROGRAM=" + program},
             folder.path(),
             "",
             false});
    };
    const auto failed = step("labels/a b.txt\n", "error");
    CAPTURE(failed.err);
    CHECK(failed.exit == 1);
    CHECK(failed.out.starts_with("::error file=labels/a b.txt,line=1,"));
    const std::string outputs = folder.read("out");
    for (const char* line : {"exit-code=1\n", "errors=1\n", "warnings=1\n", "sarif="})
        CHECK(outputs.find(line) != outputs.npos);
    CHECK(folder.read("summary").find("| error |") != std::string::npos);
    const std::size_t log = outputs.find("sarif=") + 6;
    CHECK(std::filesystem::exists(outputs.substr(log, outputs.find('\n', log) - log)));
    CHECK(step("labels", "never").exit == 0);
    // The gate of the repository holds where the workflow names none.
    folder.write("mild/a.txt", "Aqua, Glycerin, Parfum\n");
    CHECK(step("mild", "").exit == 0);
    folder.write(".incilint.yaml", "fail-on: warning\n");
    CHECK(step("mild", "").exit == 1);
    CHECK(step("mild", "error").exit == 0);
    // A run that could not begin says so, and passes nothing of an earlier one on.
    folder.write(".incilint.yaml", "fail-on: sometimes\n");
    folder.write("out", "");
    const auto stopped = step("mild", "");
    CHECK(stopped.exit == 2);
    CHECK(stopped.out.starts_with("::error title=incilint::"));
    CHECK(folder.read("out") == "exit-code=2\nerrors=\nwarnings=\n");
    folder.write(".incilint.yaml", "");
    // A path is an argument and nothing else.
    const auto odd = step("$(touch pwn)\n--fail-on\n", "error");
    CHECK(odd.exit == 2);
    CHECK(!std::filesystem::exists(folder.path() / "pwn"));
}

TEST_CASE("the script of the GitLab job writes what its artifacts name") {
    const Folder folder;
    folder.write("labels/a.txt", bad);
    const auto got = shell(folder, with_program(value_of("examples/ci/gitlab-ci.yml", "    - ")));
    CAPTURE(got.err);
    CHECK(got.exit == 1);
    CHECK(folder.read(value_of("examples/ci/gitlab-ci.yml", "codequality: ")).find("\"fingerprint\"") !=
          std::string::npos);
    CHECK(folder.read(value_of("examples/ci/gitlab-ci.yml", "      junit: ")).find("<failure") != std::string::npos);
}

TEST_CASE("an installed copy runs and brings rules and schemas") {
    const Folder folder;
    const std::string build = std::filesystem::path(program).parent_path().string();
    const auto installed = shell(folder, "cmake --install '" + build + "' --prefix prefix");
    CAPTURE(installed.err);
    CHECK(installed.exit == 0);
    CHECK(shell(folder, "prefix/bin/incilint version").exit == 0);
    for (const char* file : {"rules/microbiome.yaml", "schema/ruleset.json", "schema/report.json"})
        CHECK(std::filesystem::exists(folder.path() / "prefix/share/incilint" / file));
    CHECK(folder.read("prefix/share/bash-completion/completions/incilint").find("complete -") != std::string::npos);
    CHECK(folder.read("prefix/share/zsh/site-functions/_incilint").starts_with("#compdef incilint"));
    CHECK(folder.read("prefix/share/incilint/completions/incilint.ps1").find("Register-ArgumentCompleter") !=
          std::string::npos);
    const std::string page = folder.read("prefix/share/man/man1/incilint.1");
    CHECK(page.find(".SS baseline accept\n") != std::string::npos);
    CHECK(page.find("\\fB\\-\\-fail\\-on\\fR \\fISEVERITY\\fR\n") != std::string::npos);
    CHECK(folder.read("prefix/share/fish/vendor_completions.d/incilint.fish").find("complete -c incilint") !=
          std::string::npos);
}

TEST_CASE("the manual page tells of every command") {
    const Folder folder;
    const std::string page = incilint::test::read_file(INCILINT_SOURCE "/src/cli/incilint.1");
    const std::string help = shell(folder, "'" + std::string(program) + "' --help").out;
    std::istringstream lines(help.substr(help.find("Subcommands:")));
    std::size_t commands = 0;
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        std::string command;
        if (!(std::istringstream(line) >> command)) continue;
        CAPTURE(command);
        CHECK(page.find("\n.B " + command + "\n") != std::string::npos);
        ++commands;
    }
    CHECK(commands >= 14);
}
