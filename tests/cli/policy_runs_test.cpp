// What a run leaves behind and what the next one, or a machine, makes of it: reports, signals, first steps.
#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "spawn.h"

namespace {

namespace fs = std::filesystem;
using incilint::test::Folder;
using incilint::test::holds;
using incilint::test::run_tool;
using incilint::test::shell;
using Json = nlohmann::ordered_json;
using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("reports of earlier runs are no inputs of the next one") {
    const Folder folder;
    folder.write("labels/a.txt", "Aqua, Parfum\n");
    const auto first = run_tool({"check", "labels", "--report", "csv=labels/r.csv", "--report", "jsonl=labels/r.jsonl",
                                 "--report", "text=labels/r.txt", "--report", "json=labels/r.json", "--report",
                                 "gitlab=labels/g.json", "--report", "concise=labels/c.txt"},
                                "", folder.path());
    CHECK(first.exit == 0);
    const auto scanned = run_tool({"scan", "-q", "--column", "ingredients=i", "-", "-o", "labels/s.jsonl"},
                                  "id,i\n1,\"Aqua, Parfum\"\n", folder.path());
    CHECK_MESSAGE(scanned.exit == 0, scanned.err);
    const auto next = run_tool({"check", "labels", "--format", "concise"}, "", folder.path());
    CAPTURE(next.err);
    CHECK(next.exit == 0);
    CHECK(holds(next.out, "in 1 product\n"));
    for (const char* name : {"r.csv", "r.jsonl", "r.txt", "c.txt", "s.jsonl"})
        CHECK(holds(next.err, "labels/" + std::string(name) + ": passed over: a report of incilint"));
    // Under the name of a label or a catalog in whatever format, asked for quiet or not.
    for (const char* format : {"text", "concise", "json", "jsonl", "sarif", "junit", "github", "gitlab", "checkstyle",
                               "rdjson", "csv", "markdown", "html"}) {
        const std::string what = format;
        CAPTURE(what);
        for (const std::string& name : {"labels/as-" + what + ".txt", "labels/as-" + what + ".csv"}) {
            CHECK(run_tool({"check", "labels/a.txt", "-q", "-f", what, "-o", name}, "", folder.path()).exit == 0);
            const auto again = run_tool({"check", "labels", "--format", "concise"}, "", folder.path());
            CHECK_MESSAGE(holds(again.err, name + ": passed over: a report of incilint"), again.err);
            fs::remove(folder.path() / name);
        }
    }
    folder.write("labels/quiet.txt", run_tool({"check", "labels/a.txt", "-q", "-f", "concise"}, "", folder.path()).out);
    CHECK(holds(run_tool({"check", "labels"}, "", folder.path()).err, "quiet.txt: passed over: a report of incilint"));
    fs::remove(folder.path() / "labels/quiet.txt");
    const auto hook = run_tool({"check", "--force-exclude", "labels/a.txt", "labels/r.csv"}, "", folder.path());
    CHECK_MESSAGE(hook.exit == 0, hook.err);
}

TEST_CASE("a signal ends a check with its word, its code and no file") {
    const Folder folder;
    for (const auto& [signal, code] : {std::pair("INT", 130), {"TERM", 143}}) {
        const auto got = shell(
            folder, "set -m; mkfifo -m 600 pipe; (exec " INCILINT_BINARY
                    " check - --report sarif=out.sarif < pipe) & pid=$!; exec 3> pipe; echo Aqua >&3; sleep 1; kill -" +
                        std::string(signal) + " $pid; wait $pid; code=$?; rm pipe; exit $code");
        CAPTURE(got.err);
        CHECK(got.exit == code);
        CHECK(holds(got.err, "interrupted: incomplete, nothing was written (exit code " + std::to_string(code) + ")"));
        CHECK(got.out.empty());
        CHECK(fs::is_empty(folder.path()));
    }
}

TEST_CASE("init below the root of a repository: the workflow and the hook go where they are looked for") {
    const Folder folder;
    CHECK(shell(folder, "git init -q . && mkdir -p labels && echo 'fail-on: note' > .incilint.yaml").exit == 0);
    const auto got = run_tool({"init", "--workflow", "--pre-commit"}, "", folder.path() / "labels");
    CAPTURE(got.err);
    CHECK(got.exit == 0);
    for (const char* name : {"labels/.incilint.yaml", ".github/workflows/incilint.yml", ".pre-commit-config.yaml"})
        CHECK(fs::exists(folder.path() / name));
    CHECK(holds(got.err, "../.incilint.yaml is above"));
    CHECK(holds(got.err, "../.github/workflows/incilint.yml written"));
}

TEST_CASE("baseline check as JSON") {
    const Folder folder;
    folder.write("a.txt", "Aqua, Sodium Lauryl Sulfate\n");
    CHECK(run_tool({"baseline", "create", "."}, "", folder.path()).exit == 0);
    folder.write("a.txt", "Aqua, Ammonium Lauryl Sulfate\n");
    const auto got = run_tool({"baseline", "check", "--format", "json", "."}, "", folder.path());
    CHECK(got.exit == 1);
    const Json found = Json::parse(got.out);
    CHECK(found.at("schema") == "incilint.baseline-check/1");
    REQUIRE(found.at("new").size() == 1);
    CHECK(found.at("new").at(0).at("ingredient") == "ammonium lauryl sulfate");
    CHECK(found.at("new").at(0).at("product") == "a.txt");
    REQUIRE(found.at("fixed").size() == 1);
    CHECK(found.at("fixed").at(0).at("ingredient") == "sodium lauryl sulfate");
    CHECK(found.at("unchanged") == 0);
}

TEST_CASE("GitLab: the fingerprint of a product's gate does not depend on its order") {
    const Folder folder;
    const std::string soap = "Soap,\"Aqua, Sodium Lauryl Sulfate\"\n";
    const std::string wash = "Wash,\"Aqua, Sodium Laureth Sulfate, Parfum\"\n";
    const auto prints = [&](const std::string& rows) {
        folder.write("a.csv", "id,ingredients\n" + rows);
        const auto run = run_tool({"check", "--format", "gitlab", "--fail-on", "never", "--max-burden", "0", "a.csv"},
                                  "", folder.path());
        Words out;
        for (const Json& one : Json::parse(run.out)) out.push_back(one.at("fingerprint"));
        std::ranges::sort(out);
        return out;
    };
    CHECK(prints(soap + wash) == prints(wash + soap));
}

TEST_CASE("a folder that is closed is told where it is, and nothing is said of what it may hold") {
    const Folder folder;
    folder.write("a.txt", "Aqua, Parfum\n");
    folder.write("closed/b.txt", "Aqua, Parfum\n");
    folder.write(".incilint-baseline.yaml",
                 "incilint-baseline: 1\nfindings:\n"
                 "  - {product: \"closed/b.txt\", rule: fragrance/undisclosed, ingredient: \"parfum\"}\n"
                 "  - {product: \"old/b.txt\", rule: fragrance/undisclosed, ingredient: \"parfum\"}\n");
    folder.write(".incilint-ignore.yaml",
                 "suppressions:\n"
                 "  - {rule: fragrance/undisclosed, where: {file: closed/b.txt}, reason: x}\n"
                 "  - {rule: label/prose, where: {file: /a.txt}, reason: x}\n");
    // Nothing is closed to the superuser.
    const auto run =
        shell(folder,
              "cp \"$INCILINT\" tool && chmod 755 . && chmod 700 closed && mkdir -m 700 closed/in\n"
              "if [ $(id -u) = 0 ]; then exec setpriv --reuid=65534 --clear-groups ./tool check . -f concise\n"
              "else chmod 0 closed; ./tool check . -f concise; code=$?; chmod 700 closed; exit $code; fi");
    CAPTURE(run.err);
    CHECK(run.exit == 3);
    CHECK(holds(run.out, "\nclosed:1:1: error input/folder Permission denied\n"));
    CHECK(holds(run.out, ".incilint-baseline.yaml:4:5: error baseline/stale"));
    CHECK(!holds(run.out, ".incilint-baseline.yaml:3:5"));
    CHECK(holds(run.out, ".incilint-ignore.yaml:3:5: warning suppression/unused"));
    CHECK(!holds(run.out, ".incilint-ignore.yaml:2:5"));
}
