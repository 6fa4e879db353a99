// A machine that gives little, and files that are none: few handles, no threads, a hundred thousand files, pipes,
// folders and links in the place of files.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include "spawn.h"
#include "turns.h"

namespace fs = std::filesystem;
using incilint::test::Folder;
using incilint::test::Result;
using incilint::test::shell;

TEST_CASE("a hundred thousand files, one handle for each file at a time") {
    if (INCILINT_SANITIZED != 0) {
        MESSAGE("left to the build without sanitizers, which is quicker by far");
        return;
    }
    const Folder folder;
    for (int i = 0; i < 100; ++i) {
        const fs::path below = folder.path() / "labels" / std::to_string(i);
        fs::create_directories(below);
        for (int j = 0; j < 1000; ++j)
            std::ofstream(below / (std::to_string(j) + ".txt")) << "Aqua, Glycerin, Parfum\n";
    }
    const Result got = shell(folder, "ulimit -n 24; exec \"$INCILINT\" check labels -f concise --min-severity error");
    CAPTURE(got.err);
    CHECK(got.exit == 0);
    CHECK(got.out.find("in 100000 products") != std::string::npos);
}

TEST_CASE("threads that cannot be had are done without, and change nothing") {
    if (INCILINT_SANITIZED != 0) {
        MESSAGE("left to the build without sanitizers, which map terabytes");
        return;
    }
    const Folder folder;
    std::string rows = "sku,inci\n";
    for (int i = 0; i < 20000; ++i) rows += std::to_string(i) + ",\"Aqua, Glycerin, Parfum\"\n";
    folder.write("shop.csv", rows);
    const Result alone = shell(folder, "exec \"$INCILINT\" scan -q shop.csv --format csv --jobs 1");
    // Each thread wants a stack of 256 MiB: two of them do not fit.
    const Result many =
        shell(folder, "ulimit -s 262144; ulimit -v 600000; exec \"$INCILINT\" scan -q shop.csv --format csv --jobs 8");
    CAPTURE(many.err);
    CHECK(alone.exit == 0);
    CHECK(many.exit == 0);
    const bool same = many.out == alone.out;  // not printed: they are long
    CHECK(same);
}

TEST_CASE("whatever memory there is: a whole result or exit code 3 and nothing") {
    if (INCILINT_SANITIZED != 0) {
        MESSAGE("left to the build without sanitizers, which map terabytes");
        return;
    }
    const Folder folder;
    std::string rows = "sku,inci\n";
    for (int i = 0; i < 3000; ++i) rows += std::to_string(i) + ",\"Aqua, Glycerin, Parfum\"\n";
    folder.write("shop.csv", rows);
    // Limits too small for the program to begin at all are none of its doing.
    const Result got =
        shell(folder,
              "for kib in $(seq 16000 400 44000); do"
              "  ( ulimit -v $kib; exec \"$INCILINT\" version >/dev/null 2>&1 ) || continue;"
              "  ( ulimit -v $kib; exec \"$INCILINT\" scan -q -o out.csv --jobs 2 shop.csv ) 2>said; code=$?;"
              "  if [ $code = 0 ]; then rm out.csv; elif [ $code != 3 ] || [ ! -s said ]; then echo $kib: $code; fi;"
              "  rm said; ls | grep -vx shop.csv; done; true");
    CAPTURE(got.err);
    CHECK(got.exit == 0);
    CHECK(got.out.empty());
}

TEST_CASE("an input that shrinks while it is read ends the run with a code, never by a signal") {
    const Folder folder;
    std::string rows = "sku,inci\n";
    for (int i = 0; i < 200'000; ++i) rows += std::to_string(i) + ",\"Aqua, Glycerin, Parfum\"\n";
    folder.write("shop.csv", rows);
    const Result got = shell(
        folder,
        "\"$INCILINT\" scan -q shop.csv -o out.csv & sleep 0.05; truncate -s 1000 shop.csv; wait $!; echo code $?");
    CAPTURE(got.err);
    const bool ended = got.out == "code 0\n" || got.out == "code 3\n";
    CAPTURE(got.out);
    CHECK(ended);
    CHECK(fs::exists(folder.path() / "out.csv"));
}

TEST_CASE("outputs that are no files: a folder is refused, a pipe is written to, a link is written through") {
    const Folder folder;
    folder.write("a.txt", "Aqua, Glycerin\n");
    folder.write("shop.csv", "id,inci\n1,\"Aqua, Parfum\"\n");
    fs::create_directory(folder.path() / "out");
    for (const std::string command : {"check a.txt -o out", "check a.txt --report sarif=out", "scan shop.csv -o out",
                                      "scan shop.csv -q --rejects out", "scan shop.csv -q --summary out"}) {
        CAPTURE(command);
        const Result got = shell(folder, "exec \"$INCILINT\" " + command);
        CAPTURE(got.err);
        CHECK(got.exit == 3);
        CHECK(got.err.find("out") != std::string::npos);
        CHECK(fs::is_empty(folder.path() / "out"));
    }
    const Result piped =
        shell(folder, "mkfifo pipe; cat pipe > got & \"$INCILINT\" check a.txt -f concise -o pipe; echo code $?; wait");
    CAPTURE(piped.err);
    CHECK(piped.out == "code 0\n");
    CHECK(folder.read("got").find("in 1 product") != std::string::npos);
    folder.write("real.csv", "old");
    fs::create_symlink("real.csv", folder.path() / "link.csv");
    CHECK(shell(folder, "exec \"$INCILINT\" scan -q shop.csv -o link.csv").exit == 0);
    CHECK(fs::is_symlink(folder.path() / "link.csv"));
    CHECK(folder.read("real.csv").find("Parfum") != std::string::npos);
}

TEST_CASE("a check that is ended, or hits its limit of file sizes, leaves nothing beside its reports") {
    const Folder folder;
    std::string rows = "sku,ingredients\n";
    for (int i = 0; i < incilint::test::turns(20'000); ++i)
        rows += std::to_string(i) + ",\"Aqua, Sodium Lauryl Sulfate, Parfum\"\n";
    folder.write("shop.csv", rows);
    for (const std::string signal : {"TERM", "INT", "KILL"}) {
        const Result got =
            shell(folder,
                  "set -m; \"$INCILINT\" check shop.csv --report json=o.json >/dev/null 2>&1 & sleep 0.2;"
                  " kill -" +
                      signal + " $!; wait $! 2>/dev/null; ls");
        CAPTURE(signal);
        CHECK(got.out.find("o.json.") == std::string::npos);
    }
    const Result limited =
        shell(folder, "ulimit -f 1; \"$INCILINT\" check shop.csv --report json=big.json >/dev/null; echo code $?");
    CAPTURE(limited.err);
    CHECK(limited.out == "code 3\n");
    CHECK(limited.err.find("big.json") != std::string::npos);
    CHECK(!fs::exists(folder.path() / "big.json"));
}

TEST_CASE("links in a circle and handles that run out") {
    const Folder folder;
    fs::create_directories(folder.path() / "a");
    folder.write("a/label.txt", "Aqua, Glycerin\n");
    fs::create_directory_symlink("..", folder.path() / "a" / "up");
    fs::create_symlink("loop.txt", folder.path() / "loop.txt");
    const Result got = shell(folder, "exec \"$INCILINT\" check . -f concise");
    CAPTURE(got.err);
    CHECK(got.exit == 0);
    CHECK(got.out.find("in 1 product") != std::string::npos);
    const Result named = shell(folder, "exec \"$INCILINT\" check loop.txt");
    CHECK(named.exit == 3);
    CHECK(named.err.find("loop.txt") != std::string::npos);
    // A link of a searched folder that leads out of it is passed over aloud; named it is read.
    const Folder elsewhere;
    elsewhere.write("secret.txt", "Aqua, Sodium Lauryl Sulfate\n");
    fs::create_symlink(elsewhere.path() / "secret.txt", folder.path() / "a" / "secret.txt");
    fs::create_symlink("label.txt", folder.path() / "a" / "twin.txt");  // is the same file
    fs::create_symlink("nowhere", folder.path() / "a" / "lost.txt");
    fs::create_directory_symlink(elsewhere.path(), folder.path() / "a" / "away");
    CHECK(shell(folder, "mkfifo a/pipe.txt a/pipe").exit == 0);
    const Result below = shell(folder, "exec \"$INCILINT\" check a -f concise");
    CHECK(below.exit == 0);
    CHECK(below.out.find("in 1 product\n") != std::string::npos);
    for (const char* name : {"secret.txt", "away"})
        CHECK(below.err.find("a/" + std::string(name) + ": passed over: a link that leads out") != std::string::npos);
    for (const char* name : {"lost.txt", "pipe.txt"})
        CHECK(below.err.find("a/" + std::string(name) + ": passed over: no file") != std::string::npos);
    CHECK(below.err.find("a/pipe:") == std::string::npos);
    fs::create_directory_symlink("a", folder.path() / "linked");
    CHECK(shell(folder, "\"$INCILINT\" check a linked \"$PWD/linked\" linked/label.txt -f concise")
              .out.find("in 1 product\n") != std::string::npos);
    CHECK(below.err.find("a/secret.txt: passed over: a link that leads out of the project") != std::string::npos);
    CHECK(shell(folder, "exec \"$INCILINT\" check a/secret.txt").exit == 1);
    // A hook names what a change names: there it is passed over as well.
    const Result hook = shell(folder, "exec \"$INCILINT\" check --force-exclude --allow-empty a/secret.txt");
    CHECK(hook.exit == 0);
    CHECK(hook.out.find("Sodium Lauryl Sulfate") == std::string::npos);
    CHECK(hook.err.find("a/secret.txt: passed over: a link that leads out of the project") != std::string::npos);
    // So is what a linked folder on the way leads out to, and the folder itself.
    const Result way = shell(folder, "exec \"$INCILINT\" check --force-exclude --allow-empty a/away/secret.txt a/away");
    CHECK(way.exit == 0);
    CHECK(way.out.find("Sodium Lauryl Sulfate") == std::string::npos);
    CHECK(way.err.find("a/away/secret.txt: passed over: a link that leads out of the project") != std::string::npos);
    CHECK(way.err.find("a/away: passed over: a link that leads out of the project") != std::string::npos);
    // A file that is named twice is one, however it is named.
    const Result twice = shell(folder, "exec \"$INCILINT\" check a/label.txt \"$PWD/a/label.txt\" -f concise");
    CHECK(twice.out.find("in 1 product") != std::string::npos);
    // A configuration that leads out of the project by a link is refused.
    folder.write("a/.incilint.yaml", "extends: out.yaml\n");
    fs::create_symlink("/etc/hostname", folder.path() / "a" / "out.yaml");
    fs::create_directory(folder.path() / ".git");
    const Result out = shell(folder, "cd a; exec \"$INCILINT\" check label.txt");
    CHECK(out.exit == 2);
    CHECK(out.err.find("lies outside the project") != std::string::npos);
}

TEST_CASE("what steers a run is a link to nowhere: it is told, and nothing passes by it") {
    const Folder folder;
    folder.write("repo/a.txt", "Aqua, Sodium Lauryl Sulfate, Inulin\n");
    fs::create_directory(folder.path() / "repo/.git");
    for (const std::string name : {".incilint-baseline.yaml", ".incilint-ignore.yaml", ".incilint.yaml"}) {
        CAPTURE(name);
        const fs::path link = folder.path() / "repo" / name;
        fs::create_symlink("nowhere.yaml", link);
        const Result lost = shell(folder, "cd repo; exec \"$INCILINT\" check . -f concise");
        CHECK_MESSAGE(lost.exit == 2, lost.err);
        CHECK_MESSAGE(lost.err.find(name + ": ") != std::string::npos, lost.err);
        fs::remove(link);
        // Out of the project: named from here, whoever's machine it is.
        folder.write("other.yaml", "incilint: 1\n");
        fs::create_symlink("../other.yaml", link);
        const Result out = shell(folder, "cd repo; exec \"$INCILINT\" check . -f concise");
        CHECK_MESSAGE(out.exit == 2, out.err);
        CHECK_MESSAGE(out.err.find("incilint: " + name + ": a link that leads out") != std::string::npos, out.err);
        fs::remove(link);
    }
}

TEST_CASE("a made-up name of standard input tells no report where the project lies") {
    const Folder folder;
    fs::create_directory(folder.path() / ".git");
    const Result named = shell(folder,
                               "printf 'sku,inci\\n1,\"Aqua, Sodium Lauryl Sulfate\"\\n' | "
                               "\"$INCILINT\" check - --stdin-filename /nowhere/z.csv -f concise");
    CHECK_MESSAGE(named.out.starts_with("z.csv:2:"), named.out);
}
