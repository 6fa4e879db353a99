// What happens to a report on its way out, and the few decisions of cli that are plain functions.
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "spawn.h"

using namespace incilint::cli;
using incilint::test::Folder;

TEST_CASE("of several exit codes the worst wins: 2 > 3 > 1 > 0") {
    CHECK(worst(Exit::ok, Exit::findings) == Exit::findings);
    CHECK(worst(Exit::incomplete, Exit::findings) == Exit::incomplete);
    CHECK(worst(Exit::incomplete, Exit::usage) == Exit::usage);
    CHECK(worst(Exit::usage, Exit::findings) == Exit::usage);
    CHECK(Outcome().code() == Exit::ok);
}

TEST_CASE("colour: the option, NO_COLOR, the forces, CLICOLOR and TERM, then the terminal") {
    struct Case {
        Colour colour;
        ColourEnvironment environment;
        bool terminal;
        bool want;
    };
    const ColourEnvironment none{};
    const std::vector<Case> cases = {
        {Colour::automatic, none, true, true},
        {Colour::automatic, none, false, false},
        {Colour::always, {.no_color = "1"}, false, true},
        {Colour::never, {.force_color = "1"}, true, false},
        {Colour::automatic, {.no_color = "1", .force_color = "1"}, true, false},
        {Colour::automatic, {.no_color = ""}, true, true},
        {Colour::automatic, {.force_color = "1"}, false, true},
        {Colour::automatic, {.force_color = "0"}, false, false},
        {Colour::automatic, {.clicolor_force = "1"}, false, true},
        {Colour::automatic, {.clicolor_force = "1", .clicolor = "0", .term = "dumb"}, false, true},
        {Colour::automatic, {.clicolor = "0"}, true, false},
        {Colour::automatic, {.term = "dumb"}, true, false},
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
        CAPTURE(i);
        CHECK(wants_colour(cases[i].colour, cases[i].environment, cases[i].terminal) == cases[i].want);
    }
}

TEST_CASE("a reader that goes away ends the run quietly with 141") {
    const auto got =
        incilint::test::spawn({{INCILINT_BINARY, "check", "--text", "Aqua, Parfum"}, "", {}, ".", "", true});
    CHECK(got.exit == 141);
    CHECK(got.err.empty());
}

TEST_CASE("a report file is whole, keeps its mode, and nothing is left beside it") {
    const Folder folder;
    folder.write("label.txt", "Aqua, Glycerin");
    folder.write("report.txt", "old");
    std::filesystem::permissions(folder.path() / "report.txt",
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    const auto got = incilint::test::run_tool({"check", "-o", "report.txt", "label.txt"}, "", folder.path());
    CHECK(got.exit == 0);
    CHECK(got.out.empty());
    CHECK(folder.read("report.txt").starts_with("label.txt\n"));
    CHECK((std::filesystem::status(folder.path() / "report.txt").permissions() & std::filesystem::perms::others_read) ==
          std::filesystem::perms::none);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++files;
    CHECK(files == 2);
}

TEST_CASE("a report through a link replaces what the link means") {
    const Folder folder;
    folder.write("label.txt", "Aqua, Glycerin");
    folder.write("real.txt", "old");
    std::filesystem::create_symlink("real.txt", folder.path() / "link.txt");
    CHECK(incilint::test::run_tool({"check", "-o", "link.txt", "label.txt"}, "", folder.path()).exit == 0);
    CHECK(std::filesystem::is_symlink(folder.path() / "link.txt"));
    CHECK(folder.read("real.txt").starts_with("label.txt\n"));
}

TEST_CASE("the same run gives the same bytes, whatever the locale and the clock") {
    const Folder folder;
    folder.write("label.txt", "Aqua, Sodium Lauryl Sulfate, GLYCERIN, Parfum, Inulin");
    std::string first;
    for (const char* locale : {"LC_ALL=C", "LC_ALL=tr_TR.UTF-8", "LC_ALL=de_DE.UTF-8"}) {
        const auto got = incilint::test::spawn({{INCILINT_BINARY, "check", "--format", "json", "label.txt"},
                                                "",
                                                {locale, "TZ=Asia/Tokyo"},
                                                folder.path(),
                                                "",
                                                false});
        CHECK(got.exit == 1);
        if (first.empty()) first = got.out;
        CHECK(got.out == first);
    }
}

TEST_CASE("no report is written over the files that steer a run") {
    const Folder folder;
    std::filesystem::create_directory(folder.path() / ".git");
    folder.write("label.txt", "Aqua, Inulin\n");
    for (const char* name : {".incilint.yaml", ".incilint-ignore.yaml", ".incilint-baseline.yaml", ".gitignore"}) {
        CAPTURE(name);
        const std::string text = std::string(name) == ".gitignore" ? "draft/\n" : "incilint: 1\n";
        folder.write(name, text);
        for (const std::string& target : {"--report json=" + std::string(name), "-f json -o " + std::string(name)}) {
            const incilint::test::Result run = incilint::test::shell(folder, "exec \"$INCILINT\" check . " + target);
            CHECK(run.exit == 2);
            CHECK(run.err.find("not written over") != std::string::npos);
        }
        CHECK(folder.read(name) == text);
        std::filesystem::remove(folder.path() / name);
    }
}
