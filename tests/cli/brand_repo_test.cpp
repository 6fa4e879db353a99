// examples/brand-repo as its owner would use it: a repository of its own in a temporary folder, and commits in it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/reports.h"
#include "spawn.h"

namespace {

namespace fs = std::filesystem;
using incilint::test::Folder;
using incilint::test::Result;
using nlohmann::json;

class Repository {
  public:
    Repository() {
        fs::copy(fs::path(INCILINT_SOURCE) / "examples" / "brand-repo", folder_.path(), fs::copy_options::recursive);
        git({"init", "-q"});
        commit("Labels");
    }
    [[nodiscard]] Result tool(std::vector<std::string> words, std::vector<std::string> environment = {}) const {
        words.insert(words.begin(), INCILINT_BINARY);
        return incilint::test::spawn({words, "", std::move(environment), folder_.path(), "", false});
    }
    /// `check .` on the day that the example was written for.
    [[nodiscard]] Result check(std::vector<std::string> more = {}, const std::string& day = "2026-11-26") const {
        std::vector<std::string> words = {"check", "--today", day, "."};
        words.insert(words.end(), more.begin(), more.end());
        return tool(words);
    }
    void commit(const std::string& message) const {
        git({"add", "-A"});
        git({"-c", "user.name=Owner", "-c", "user.email=owner@example.org", "commit", "-q", "-m", message});
    }
    void change(const std::string& file, const std::string& from, const std::string& to) const {
        std::string text = folder_.read(file);
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        folder_.write(file, text.replace(at, from.size(), to));
    }
    [[nodiscard]] const Folder& folder() const { return folder_; }

  private:
    void git(std::vector<std::string> words) const {
        words.insert(words.begin(), "git");
        const Result got = incilint::test::spawn({words, "", {"HOME=/nowhere"}, folder_.path(), "", false});
        REQUIRE_MESSAGE(got.exit == 0, got.err);
    }
    Folder folder_;
};

/// "rule file:line:column" of every finding at or above a warning.
std::vector<std::string> faults(const Result& got) {
    std::vector<std::string> out;
    const json report = json::parse(got.out);
    for (const json& input : report.at("inputs")) {
        for (const json& finding : input.at("findings")) {
            if (finding.at("effect") == "credit" || finding.at("severity") == "note") continue;
            out.push_back(finding.at("rule").get<std::string>() + " " + input.at("path").get<std::string>() + ":" +
                          std::to_string(finding.at("line").get<int>()) + ":" +
                          std::to_string(finding.at("column").get<int>()));
        }
    }
    for (const json& finding : report.at("policy"))
        out.push_back(finding.at("rule").get<std::string>() + " " + finding.at("path").get<std::string>() + ":" +
                      std::to_string(finding.at("line").get<int>()) + ":" +
                      std::to_string(finding.at("column").get<int>()));
    return out;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("brand-repo: as it stands it passes") {
    const Repository repository;
    const Result got = repository.check();
    CAPTURE(got.out);
    CHECK_MESSAGE(got.exit == 0, got.err);
    CHECK(got.err.find("2 suppressed and ") != std::string::npos);
    const Result compared = repository.tool({"baseline", "check", "--today", "2026-11-26", "."});
    CHECK_MESSAGE(compared.exit == 0, compared.out);
    CHECK(compared.out.find("0 new, 0 fixed, ") != std::string::npos);
}

TEST_CASE("brand-repo: the commands of its README run") {
    const Repository repository;
    const std::string text = repository.folder().read("README.md");
    const std::size_t begin = text.find("```sh\n");
    REQUIRE(begin != std::string::npos);
    const std::string block = text.substr(begin + 6, text.find("```", begin + 6) - begin - 6);
    std::size_t commands = 0;
    std::istringstream lines(block);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("incilint ")) continue;
        ++commands;
        CAPTURE(line);
        // The day that the example was written for: 2026-11-26.
        const Result got = incilint::test::shell(repository.folder(), line, {"SOURCE_DATE_EPOCH=1795651200"});
        CHECK_MESSAGE(got.exit == 0, got.err);
        CHECK(!got.out.empty());
    }
    CHECK(commands >= 4);
}

TEST_CASE("brand-repo: SLS in one label is one new finding, at its place, and only that file is asked with --since") {
    const Repository repository;
    repository.change("labels/rinse-off/oat-wash.txt", "Coco-Glucoside", "Sodium Lauryl Sulfate");
    repository.commit("Cheaper wash");
    const Names want = {"harsh-surfactant/lauryl-sulfate labels/rinse-off/oat-wash.txt:1:20"};
    const Result got = repository.check({"--format", "json"});
    CHECK(got.exit == 1);
    CHECK(faults(got) == want);
    // The same one in what other programs read.
    const Result reports =
        repository.check({"--report", "sarif=out.sarif", "--report", "junit=out.xml", "--report", "github=out.github"});
    CHECK(reports.exit == 1);
    const json results = json::parse(repository.folder().read("out.sarif")).at("runs").at(0).at("results");
    const auto errors =
        std::count_if(results.begin(), results.end(), [](const json& r) { return r.at("level") == "error"; });
    CHECK(errors == 1);
    for (const json& result : results) {
        if (result.at("level") != "error") continue;
        CHECK(result.at("ruleId") == "harsh-surfactant/lauryl-sulfate");
        const json& place = result.at("locations").at(0).at("physicalLocation");
        CHECK(place.at("artifactLocation").at("uri") == "labels/rinse-off/oat-wash.txt");
        CHECK(place.at("region") == json({{"startLine", 1}, {"startColumn", 20}, {"endLine", 1}, {"endColumn", 41}}));
    }
    const std::string junit = repository.folder().read("out.xml");
    CHECK(junit.find("failures=\"1\" errors=\"0\"") != std::string::npos);
    CHECK(junit.find("labels/rinse-off/oat-wash.txt:1:20") != std::string::npos);
    CHECK(repository.folder()
              .read("out.github")
              .find("::error file=labels/rinse-off/oat-wash.txt,line=1,endLine=1,col=20,endColumn=41,") !=
          std::string::npos);
    const Result since = repository.check({"--since", "HEAD~1", "--format", "json"});
    CHECK(since.exit == 1);
    CHECK(json::parse(since.out).at("inputs").size() == 1);
    const Result text = repository.check();
    CHECK(text.out.find("error  harsh-surfactant/lauryl-sulfate") != std::string::npos);
}

TEST_CASE("brand-repo: one old finding mended and another one made do not cancel out") {
    const Repository repository;
    repository.change("labels/rinse-off/old-shampoo.txt", "Sodium Laureth Sulfate", "Coco-Glucoside");
    repository.change("labels/rinse-off/oat-wash.txt", "Coco-Glucoside", "Sodium Laureth Sulfate");
    const Result got = repository.check({"--format", "json"});
    CHECK(got.exit == 1);
    const Names found = faults(got);
    const auto has = [&](const std::string& part) {
        return std::any_of(found.begin(), found.end(), [&](const auto& f) { return f.find(part) != f.npos; });
    };
    CHECK(has("moderate-surfactant/ether-sulfate labels/rinse-off/oat-wash.txt"));
    CHECK(has("baseline/stale .incilint-baseline.yaml"));
    // Pruning takes the mended one out and lets nothing new in; accepting does.
    CHECK(repository.tool({"baseline", "prune", "--today", "2026-11-26", "."}).exit == 0);
    CHECK(repository.check().exit == 1);
    CHECK(repository.tool({"baseline", "accept", "--today", "2026-11-26", "."}).exit == 0);
    CHECK(repository.check().exit == 0);
}

TEST_CASE("brand-repo: an expired suppression fails") {
    const Repository repository;
    const Result got = repository.check({"--format", "json"}, "2027-07-01");
    CHECK(got.exit == 1);
    const Names found = faults(got);
    CHECK(std::count_if(found.begin(), found.end(),
                        [](const auto& f) { return f.starts_with("suppression/expired"); }) == 2);
}

TEST_CASE("brand-repo: moved lines, other folders, time zones and locales change no byte of the findings") {
    const Repository repository;
    const Result plain = repository.check({"--format", "json"});
    for (const char* variable : {"TZ=Pacific/Kiritimati", "LC_ALL=tr_TR.UTF-8", "LANG=C"}) {
        const Result other = repository.tool({"check", "--today", "2026-11-26", ".", "--format", "json"}, {variable});
        CHECK(other.out == plain.out);
    }
    CHECK(plain.out.find(repository.folder().path().native()) == std::string::npos);
    // A blank line above moves every finding; the baseline and the suppressions still know them.
    const std::string old = repository.folder().read("labels/rinse-off/old-shampoo.txt");
    repository.folder().write("labels/rinse-off/old-shampoo.txt", "\n\n" + old);
    CHECK(repository.check().exit == 0);
    // From a folder below: the same configuration and the same identities.
    const Result below = incilint::test::spawn({{INCILINT_BINARY, "check", "--today", "2026-11-26", "rinse-off"},
                                                "",
                                                {},
                                                repository.folder().path() / "labels",
                                                "",
                                                false});
    CHECK_MESSAGE(below.exit == 0, below.out);
}

TEST_CASE(
    "brand-repo: from whichever folder, all reports name the same files in the same bytes, and none is absolute") {
    const Repository repository;
    repository.change("labels/rinse-off/oat-wash.txt", "Coco-Glucoside", "Sodium Lauryl Sulfate");
    repository.change(".incilint-ignore.yaml", "Parfum", "Inulin");  // so that policy has something to tell
    const std::string root = repository.folder().path().native();
    for (const std::string& format : incilint::cli::check_formats()) {
        CAPTURE(format);
        const auto run = [&](const std::string& from, const std::string& path) {
            return incilint::test::spawn({{INCILINT_BINARY, "check", "--today", "2026-11-26", "--format", format, path},
                                          "",
                                          {},
                                          from,
                                          "",
                                          false});
        };
        const Result here = run(root, ".");
        CHECK(here.exit == 1);
        CHECK(here.out.find(root) == std::string::npos);
        CHECK(here.out.find("labels/rinse-off/oat-wash.txt") != std::string::npos);
        CHECK(run(root + "/labels/rinse-off", "../..").out == here.out);
        CHECK(run(root + "/catalog", root).out == here.out);
        CHECK(run("/", root).out == here.out);
    }
}

TEST_CASE("brand-repo: what a change deletes leaves no entry behind unseen") {
    const Repository repository;
    fs::remove(repository.folder().path() / "labels/rinse-off/old-shampoo.txt");
    repository.change("labels/rinse-off/oat-wash.txt", "Glycerin", "Betaine");
    repository.commit("No more old shampoo");
    const Result since = repository.check({"--since", "HEAD~1", "--format", "concise"});
    CHECK(since.exit == 1);
    CHECK(since.out.find("baseline/stale moderate-surfactant/ether-sulfate is gone") != std::string::npos);
    CHECK(since.out.find("shop.csv") == std::string::npos);
}

TEST_CASE("brand-repo: what git ignores is left out, and every suppression can be added, listed and pruned") {
    const Repository repository;
    repository.folder().write(".gitignore", "drafts/\n");
    fs::create_directories(repository.folder().path() / "drafts");
    repository.folder().write("drafts/x.txt", "Aqua, Sodium Lauryl Sulfate\n");
    CHECK(repository.check().exit == 0);
    CHECK(repository.check({"--no-gitignore"}).exit == 1);
    repository.folder().write(".gitignore", "");
    CHECK(repository.check().exit == 1);
    const Names add = {"suppress",        "add",       "harsh-surfactant/lauryl-sulfate",
                       "--file",          "drafts/",   "--reason",
                       "a \"draft\": #1", "--expires", "2027-01-31",
                       "--today",         "2026-11-26"};
    const Result added = repository.tool(add);
    CHECK_MESSAGE(added.exit == 0, added.err);
    const Result got = repository.check();
    CHECK_MESSAGE(got.exit == 0, got.out);
    fs::remove_all(repository.folder().path() / "drafts");
    CHECK(repository.check().exit == 1);  // nothing is left to suppress
    const Result pruned = repository.tool({"suppress", "prune", "--today", "2026-11-26", "."});
    CHECK_MESSAGE(pruned.exit == 0, pruned.err);
    CHECK(repository.check().exit == 0);
}

TEST_CASE("init writes a configuration that is taken, and writes over nothing") {
    const Folder folder;
    const auto tool = [&](std::vector<std::string> words) {
        words.insert(words.begin(), INCILINT_BINARY);
        return incilint::test::spawn({words, "", {}, folder.path(), "", false});
    };
    CHECK(tool({"init", "--workflow", "--pre-commit"}).exit == 0);
    CHECK(fs::exists(folder.path() / ".github/workflows/incilint.yml"));
    CHECK(fs::exists(folder.path() / ".pre-commit-config.yaml"));
    CHECK(tool({"config", "show"}).exit == 0);
    const Result again = tool({"init"});
    CHECK(again.exit == 0);  // nothing is missing
    CHECK(again.err.find("not written over") != std::string::npos);
}

TEST_CASE("trees that are no trees: a link to a folder above, names made to deceive, ten thousand files") {
    const Folder folder;
    fs::create_directories(folder.path() / "a" / "b");
    fs::create_directory_symlink(folder.path(), folder.path() / "a" / "b" / "loop");
    folder.write("a/b/evil\n::error::x\x1b[31m.txt", "Aqua, Glycerin\n");
    folder.write("a/-x.txt", "Aqua, Glycerin\n");
    const auto tool = [&](std::vector<std::string> words) {
        words.insert(words.begin(), INCILINT_BINARY);
        return incilint::test::spawn({words, "", {}, folder.path(), "", false});
    };
    const Result got = tool({"check", "--fail-on", "never", "."});
    CHECK(got.exit == 0);
    CHECK(got.out.find("2 products") != std::string::npos);
    CHECK(got.out.find('\x1b') == std::string::npos);
    CHECK(got.out.find("\n::error") == std::string::npos);
    fs::create_directories(folder.path() / "many");
    for (int i = 0; i < 10'000; ++i) std::ofstream(folder.path() / "many" / (std::to_string(i) + ".md")) << "x";
    CHECK(tool({"check", "--fail-on", "never", "a", "many"}).exit == 2);  // nothing in it to check
}
