// What a person at a terminal sees of a scan: the program runs on a pseudo-terminal of its own.
#include <cstdlib>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/scan_progress.h"
#include "spawn.h"

using incilint::cli::progress_line;

namespace {

constexpr unsigned short width = 44;

/// All that a shell command writes to a terminal of `width` columns; %s stands for the program.
std::string seen(std::string command, const std::filesystem::path& folder) {
    for (std::size_t at = command.find("%s"); at != std::string::npos; at = command.find("%s"))
        command.replace(at, 2, INCILINT_BINARY);
    winsize size{24, width, 0, 0};
    int master = -1;
    const pid_t child = ::forkpty(&master, nullptr, nullptr, &size);
    REQUIRE(child >= 0);
    if (child == 0) {
        ::unsetenv("CI");
        ::setenv("TERM", "xterm", 1);
        if (::chdir(folder.c_str()) == 0) ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
        ::_exit(127);
    }
    std::string out;
    char buffer[4096];
    // The end of a terminal whose last writer is gone is an error of read().
    for (ssize_t got; (got = ::read(master, buffer, sizeof buffer)) > 0;)
        out.append(buffer, static_cast<std::size_t>(got));
    ::close(master);
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    return out;
}

/// What stands on the line each time it is drawn anew.
std::vector<std::string> drawn(const std::string& text) {
    const std::string again = "\r\x1b[K";
    std::vector<std::string> out;
    for (std::size_t at = text.find(again); at != std::string::npos; at = text.find(again, at + 1)) {
        const std::size_t from = at + again.size();
        out.push_back(text.substr(from, text.find_first_of("\r\n", from) - from));
    }
    return out;
}

/// Rows of 270 bytes: delimiter and columns are told from the first MiB, before anything is shown.
const std::string wide(250, '-');
const std::string slow_rows =
    "{ echo sku,inci,x; for n in 1 2 3 4 5 6; do seq -f '%g,\"Aqua, Parfum\"," + wide + "' 2000; sleep 0.3; done; }";

}  // namespace

TEST_CASE("progress: rows, MB, rate and time left, as much as fits") {
    CHECK(progress_line(1000, 2'000'000, 8'000'000, 10, 200) ==
          "1000 rows, 25 %, 30 s left, 2 of 8 MB, 100 rows a second");
    CHECK(progress_line(1000, 2'000'000, 8'000'000, 10, 40) == "1000 rows, 25 %, 30 s left, 2 of 8 MB");
    CHECK(progress_line(1000, 2'000'000, 8'000'000, 10, 36) == "1000 rows, 25 %, 30 s left");
    CHECK(progress_line(1000, 2'000'000, 0, 10, 200) == "1000 rows, 2 MB, 100 rows a second");
    CHECK(progress_line(1000, 2'000'000, 802'000'000, 1, 200).find(" 6 min 40 s left") != std::string::npos);
    CHECK(progress_line(1000, 2'000'000, 80'002'000'000, 1, 200).find(" 11 h 6 min left") != std::string::npos);
    CHECK(progress_line(0, 0, 0, 0, 200) == "0 rows, 0 MB, 0 rows a second");
    CHECK(progress_line(0, 0, 100, 0, 200) == "0 rows, 0 %, 0 of 0 MB, 0 rows a second");
    CHECK(progress_line(1000, 2'000'000, 8'000'000, 10, 3).empty());
}

TEST_CASE("a terminal shows progress on one line, and the line is gone at the end") {
    const incilint::test::Folder folder;
    const std::string text = seen(slow_rows + " | %s scan --block-bytes 20000 -o out.csv -", folder.path());
    CAPTURE(text);
    const auto lines = drawn(text);
    REQUIRE(lines.size() >= 3);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        CHECK(lines[i].find(" MB, ") != std::string::npos);
        CHECK(lines[i].size() < width);
    }
    CHECK(lines.back().starts_with("incilint: 12000 products"));
}

TEST_CASE("what is said of a row is not written into the line of progress") {
    const incilint::test::Folder folder;
    const std::string text = seen("{ echo inci,x; for n in 1 2 3 4 5 6; do seq -f 'Talc,%g" + wide +
                                      "' 2000; echo Mica; sleep 0.3; done; } | "
                                      "%s scan --block-bytes 20000 --max-rejects 9 -o out.csv -",
                                  folder.path());
    CAPTURE(text);
    std::size_t told = 0;
    for (const std::string& line : drawn(text)) told += line.find("left out: 1 field") != std::string::npos;
    CHECK(told >= 2);
    for (const std::string& line : drawn(text))
        CHECK((line.find("left out") == std::string::npos || line.starts_with("incilint: ")));
}

TEST_CASE("no progress under --quiet, in CI, on a terminal without cursor, beside results, or into a file") {
    const incilint::test::Folder folder;
    const std::string slow = slow_rows + " | ";
    for (const std::string& scan :
         {slow + "%s scan -q --block-bytes 20000 -o out.csv -", slow + "CI=1 %s scan --block-bytes 20000 -o out.csv -",
          slow + "TERM=dumb %s scan --block-bytes 20000 -o out.csv -",
          slow + "%s scan --block-bytes 20000 --only credited -",
          slow + "%s scan --block-bytes 20000 -o out.csv - 2>err.txt"}) {
        CAPTURE(scan);
        CHECK(seen(scan, folder.path()).find('\x1b') == std::string::npos);
    }
    CHECK(folder.read("err.txt").find('\x1b') == std::string::npos);
    CHECK(folder.read("err.txt").find("12000 products") != std::string::npos);
}
