// Policy files in the hands of a person: added to, mistyped, led astray, and what reports say of them.
#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "report/line_hash.h"
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

TEST_CASE("SARIF: findings about policy have the hash of their line, too") {
    const Folder folder;
    folder.write("a.txt", "# incilint-ignore label/prose -- never met\nAqua, Parfum\n");
    folder.write(".incilint-ignore.yaml",
                 "incilint: 1\nsuppressions:\n"
                 "  - {rule: fragrance/undisclosed, where: {file: a.txt}, reason: x, expires: 2026-01-01}\n");
    folder.write(".incilint-baseline.yaml",
                 "incilint-baseline: 1\nfindings:\n"
                 "  - {product: \"a.txt\", rule: label/prose, ingredient: \"\"}\n");
    const auto run = run_tool({"check", "--format", "sarif", "--today", "2026-11-26", "a.txt"}, "", folder.path());
    const Json document = Json::parse(run.out);
    const Json& results = document.at("runs").at(0).at("results");
    Words listed;
    for (const Json& rule : document.at("runs").at(0).at("tool").at("driver").at("rules"))
        listed.push_back(rule.at("id"));
    for (const char* id : {"suppression/unused", "suppression/refused", "suppression/incomplete", "baseline/stale"})
        CHECK(std::ranges::find(listed, id) != listed.end());  // met or not
    Words seen;
    for (const Json& result : results) {
        const Json& place = result.at("locations").at(0).at("physicalLocation");
        const std::string file = place.at("artifactLocation").at("uri");
        const std::size_t line = place.at("region").at("startLine");
        const std::string id = result.at("ruleId");
        CAPTURE(id);
        const auto hashes = incilint::report::line_hashes(folder.read(file));
        REQUIRE(line <= hashes.size());
        CHECK(result.at("partialFingerprints").value("primaryLocationLineHash", "") == hashes[line - 1]);
        seen.push_back(id);
    }
    for (const char* id : {"suppression/unused", "suppression/expired", "baseline/stale"})
        CHECK(std::ranges::find(seen, id) != seen.end());
}

TEST_CASE("SARIF: a comment suppresses in the source, an entry of the side file from outside") {
    const Folder folder;
    folder.write("a.txt", "# incilint-ignore fragrance/undisclosed -- agreed\nAqua, Parfum\n");
    folder.write("b.txt", "Aqua, Parfum\n");
    folder.write(".incilint-ignore.yaml",
                 "suppressions:\n  - {rule: fragrance/undisclosed, where: {file: b.txt}, reason: agreed}\n");
    const auto run = run_tool({"check", "--format", "sarif", "--show-suppressed", "a.txt", "b.txt"}, "", folder.path());
    std::vector<std::pair<std::string, std::string>> kinds;
    const Json document = Json::parse(run.out);
    for (const Json& result : document.at("runs").at(0).at("results"))
        if (result.contains("suppressions"))
            kinds.emplace_back(result.at("locations").at(0).at("physicalLocation").at("artifactLocation").at("uri"),
                               result.at("suppressions").at(0).at("kind"));
    CHECK(kinds == std::vector<std::pair<std::string, std::string>>{{"a.txt", "inSource"}, {"b.txt", "external"}});
}

TEST_CASE("suppress add takes what meets a finding, and tells a near match of what meets none") {
    const Folder folder;
    folder.write("labels/cream.yaml", "product: Night Cream\nbrand: Example House\ningredients: [Aqua, Parfum]\n");
    folder.write("labels/soap.txt", "Aqua, Sodium Lauryl Sulfate\n");
    struct Case {
        Words where;
        std::string err;  ///< empty: it is taken
    };
    const std::vector<Case> cases = {
        {{"--product", "Night Craem"}, "did you mean 'Night Cream'?"},
        {{"--file", "labels/craem.yaml"}, "did you mean 'labels/cream.yaml'?"},
        {{"--ingredient", "Parfun"}, "did you mean 'Parfum'?"},
        {{"--file", "labels/soap.txt"}, "fragrance/undisclosed finds nothing there"},
        {{"--file", "labels/soap.txt", "--product", "Night Cream"},
         "no product of these files is called 'Night Cream'"},
        {{"--product", "night  cream"}, ""},
        {{"--product", "EXAMPLE HOUSE Night Cream"}, ""},
        {{"--file", "labels/"}, ""},
    };
    for (const Case& c : cases) {
        Words words = {"suppress", "add", "fragrance/undisclosed", "--reason", "agreed", "--today", "2026-11-26"};
        words.insert(words.end(), c.where.begin(), c.where.end());
        const std::string told = c.where.back();
        CAPTURE(told);
        fs::remove(folder.path() / ".incilint-ignore.yaml");
        const auto got = run_tool(words, "", folder.path());
        CAPTURE(got.err);
        CHECK(got.exit == (c.err.empty() ? 0 : 2));
        CHECK(holds(got.err, c.err));
        CHECK(fs::exists(folder.path() / ".incilint-ignore.yaml") == c.err.empty());
        if (c.err.empty())
            CHECK(!holds(run_tool({"check", "--format", "concise", "labels"}, "", folder.path()).out,
                         "fragrance/undisclosed"));
    }
}

TEST_CASE("a project reads nothing that lies outside of it, whatever its files say") {
    const Folder folder;
    const std::string rules = "incilint: 1\nid: out\nversion: 1.0.0\nrules: []\n";
    folder.write("outside/rules.yaml", rules);
    folder.write("outside/config.yaml", "fail-on: never\n");
    folder.write("outside/ignore.yaml", "suppressions: []\n");
    CHECK(shell(folder,
                "mkdir -p repo/sub && git init -q repo && echo 'Aqua, Glycerin' > repo/a.txt && "
                "echo 'suppressions: []' > repo/sub/ignore.yaml && ln -s /etc/passwd repo/sub/link.yaml")
              .exit == 0);
    const fs::path repo = folder.path() / "repo";
    struct Case {
        std::string config;
        std::string err;  ///< empty: it is read
    };
    const std::string outside = (folder.path() / "outside").string();
    const std::vector<Case> cases = {
        {"rules: ../outside/rules.yaml\n",
         ".incilint.yaml:1:1: rules: '../outside/rules.yaml' lies outside the project"},
        {"rules: " + outside + "/rules.yaml\n", "lies outside the project"},
        {"names: /etc/passwd\n", "names: '/etc/passwd' lies outside the project"},
        {"suppressions: {file: ../outside/ignore.yaml}\n", "lies outside the project"},
        {"suppressions: {file: sub/link.yaml}\n", "lies outside the project"},
        {"baseline: {file: ../not-there.yaml}\n", "lies outside the project"},
        {"suppressions: {file: sub/../sub/ignore.yaml}\n", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.config);
        folder.write("repo/.incilint.yaml", c.config);
        const auto got = run_tool({"check", "a.txt"}, "", repo);
        CAPTURE(got.err);
        CHECK(got.exit == (c.err.empty() ? 0 : 2));
        CHECK(holds(got.err, c.err));
        CHECK(!holds(got.err, "root:"));
    }
    // A link in the place of a file that steers.
    for (const auto& [link, to] :
         {std::pair(".incilint.yaml", "config.yaml"), {".incilint-ignore.yaml", "ignore.yaml"}}) {
        fs::remove(repo / ".incilint.yaml");
        fs::create_symlink(folder.path() / "outside" / to, repo / link);
        const auto got = run_tool({"check", "a.txt"}, "", repo);
        CAPTURE(got.err);
        CHECK(got.exit == 2);
        CHECK(holds(got.err, std::string(link) + ": a link that leads out of the project"));
        fs::remove(repo / link);
    }
    // What a person names is read.
    CHECK(run_tool({"check", "--config", outside + "/config.yaml", "a.txt"}, "", repo).exit == 0);
    CHECK(run_tool({"check", "--rules", outside + "/rules.yaml", "a.txt"}, "", repo).exit == 0);
}

TEST_CASE("the schema of configurations and the program refuse and take the same values") {
    const Folder folder;
    if (!incilint::test::has_schema_check(folder)) {
        MESSAGE("left out: python3-jsonschema or python3-yaml is not installed");
        return;
    }
    const std::vector<std::pair<std::string, bool>> cases = {
        {"max-unknown: 120 %", false},
        {"max-unknown: 100 %", true},
        {"max-unknown: 100.5 %", false},
        {"max-unknown: 12.5", true},
        {"max-unknown: 12.5 %", true},
        {"max-unknown: -1", false},
        {"max-unknown: many", false},
        {"law-date: 2026-02-30", false},
        {"law-date: 2026-13-01", false},
        {"law-date: 2026-04-31", false},
        {"law-date: 2026-02-29", false},
        {"law-date: 2024-02-29", true},
        {"law-date: 2000-02-29", true},
        {"law-date: 1900-02-29", false},
        {"law-date: 2026-12-31", true},
        {"law-date: 26-12-31", false},
        {"min-support: 101", false},
        {"min-support: 100", true},
        {"min-support: 0", true},
        {"min-support: -1", false},
        {"max-burden: 101", false},
        {"max-burden: 99", true},
        {"max-warnings: 101", true},
        {"max-warnings: 1.5", false},
        {"fail-on: warn", false},
        {"fail-on: never", true},
        {"min-severity: never", false},
        {"gitignore: maybe", false},
        {"exit-zero: true", true},
        {"product-type: leave-in", false},
        {"columns: {ingredients: INCI}", true},
        {"columns: {ingredient: INCI}", false},
        {"severities: {fragrance/undisclosed: \"off\"}", true},
        {"severities: {fragrance/undisclosed: none}", false},
        {"suppressions: {require: [reason, owner]}", true},
        {"suppressions: {require: [reasons]}", false},
        {"suppressions: {max_days: 0}", true},
        {"suppressions: {maxdays: 1}", false},
        {"overrides: [{files: [a], columns: {id: SKU}}]", true},
        {"overrides: [{files: [a], fail-on: never}]", false},
        {"overrides: [{market: eu}]", false},
        {"market: EU", true},
        {"market: e1-", false},
        {"unknown: 1", false},
    };
    folder.write("schema", run_tool({"schema", "config"}, "", folder.path()).out);
    std::string names;
    std::string wanted;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const std::string name = std::to_string(i) + ".conf";
        folder.write(name, cases[i].first + "\n");
        names += " " + name;
        wanted += cases[i].second ? '1' : '0';
        const std::string text = cases[i].first;
        CAPTURE(text);
        CHECK((run_tool({"config", "show", "--config", name}, "", folder.path()).exit == 0) == cases[i].second);
    }
    const auto schema = incilint::test::check_schema(folder, "schema", "yaml", names);
    CAPTURE(schema.err);
    CHECK(schema.out == wanted);
}
