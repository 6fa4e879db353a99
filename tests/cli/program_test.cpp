// Compiled programs: made, used, and refused where they are stale or damaged.
#include <string>

#include <doctest/doctest.h>

#include "spawn.h"

namespace {

using incilint::test::Folder;
using incilint::test::Result;
using incilint::test::Run;

Result run(const Folder& folder, std::vector<std::string> arguments) {
    Run run;
    run.command = std::move(arguments);
    run.command.insert(run.command.begin(), INCILINT_BINARY);
    run.folder = folder.path();
    return incilint::test::spawn(run);
}

const std::string own_rules =
    "incilint: 1\nid: own\nversion: 1.0.0\ntitle: Own\nrules:\n  - {id: house/talc, effect: info, severity: error, "
    "title: No talc, ingredient: {name: Talc}}\n";

}  // namespace

TEST_CASE("a compiled program screens like its rules, and says the same bytes each time") {
    const Folder folder;
    folder.write("own.yaml", own_rules);
    const Result made = run(folder, {"rules", "compile", "own.yaml", "-o", "own.program"});
    CHECK(made.exit == 0);
    CHECK(made.err.find("compiled own 1.0.0") != std::string::npos);
    CHECK(run(folder, {"rules", "compile", "own.yaml", "-o", "again.program"}).exit == 0);
    CHECK(incilint::test::read_file(folder.path() / "own.program") ==
          incilint::test::read_file(folder.path() / "again.program"));
    const std::string text = "Aqua, Sodium Lauryl Sulfate, Talc, Parfum";
    const Result by_rules = run(folder, {"check", "--format", "json", "--rules", "own.yaml", "--text", text});
    const Result by_program = run(folder, {"check", "--format", "json", "--program", "own.program", "--text", text});
    CHECK(by_rules.exit == 1);
    CHECK(by_program.exit == 1);
    CHECK(by_rules.out == by_program.out);
    CHECK(by_program.out.find("house/talc") != std::string::npos);
    const Result refused = run(folder, {"check", "--program", "own.program", "-o", "own.program", "--text", text});
    CHECK(refused.exit == 2);
}

TEST_CASE("a program of another version, or with a bit turned, is refused") {
    const Folder folder;
    CHECK(run(folder, {"rules", "compile", "-o", "own.program"}).exit == 0);
    const std::string whole = incilint::test::read_file(folder.path() / "own.program");
    REQUIRE(whole.size() > 100'000);
    for (const std::size_t at : {std::size_t{20}, whole.size() / 3, whole.size() / 2, whole.size() - 1}) {
        CAPTURE(at);
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        folder.write("damaged.program", damaged);
        const Result got = run(folder, {"check", "--program", "damaged.program", "--text", "Aqua, Talc"});
        CHECK(got.exit == 2);
        CHECK(got.err.find("rules compile") != std::string::npos);
    }
    folder.write("short.program", whole.substr(0, whole.size() / 2));
    CHECK(run(folder, {"check", "--program", "short.program", "--text", "Aqua, Talc"}).exit == 2);
}
