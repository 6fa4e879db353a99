// The commands that the README shows are run, and what they print is compared: in ```console blocks, a line `$ COMMAND`
// runs from the top of the repository with the built incilint first on PATH; what stands below it is its exact output.
#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "spawn.h"

namespace {

struct Shown {
    std::string command;
    std::string output;
};

std::vector<Shown> shown_in(const std::string& markdown) {
    std::vector<Shown> out;
    bool inside = false;
    std::istringstream lines(markdown);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("```")) {
            inside = !inside && line == "```console";
            if (inside) out.push_back({});  // output before the first command belongs to nothing
            continue;
        }
        if (!inside) continue;
        if (line.starts_with("$ "))
            out.push_back({line.substr(2), ""});
        else if (out.back().command.ends_with('\\'))
            out.back().command.append("\n").append(line);
        else
            out.back().output.append(line).append("\n");
    }
    return out;
}

/// Digests change with every word of a rule: 12 hex digits are one as good as another.
std::string without_digests(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_not_of("0123456789abcdef", at), text.size());
        out.append(end - at == 12 ? "(digest)" : text.substr(at, end - at));
        at = end;
        if (at < text.size()) out.push_back(text[at++]);
    }
    return out;
}

}  // namespace

TEST_CASE("the README's commands print what it shows") {
    const std::filesystem::path root = INCILINT_SOURCE;
    const std::string programs = std::filesystem::path(INCILINT_BINARY).parent_path().native();
    const char* path = std::getenv("PATH");
    const std::string search = "PATH=" + programs + ":" + (path ? path : "/usr/bin:/bin");
    // What commands write must not end up among the sources.
    const incilint::test::Folder folder;
    std::filesystem::create_directory_symlink(root / "examples", folder.path() / "examples");
    std::size_t commands = 0;
    for (const Shown& shown : shown_in(incilint::test::read_file(root / "README.md"))) {
        CAPTURE(shown.command);
        if (shown.command.empty()) {
            CHECK(shown.output.empty());
            continue;
        }
        ++commands;
        const auto got =
            incilint::test::spawn({{"/bin/sh", "-c", shown.command}, "", {search}, folder.path(), "", false});
        CAPTURE(got.err);
        CHECK(without_digests(got.out) == without_digests(shown.output));
    }
    // A README without commands would make this test say nothing.
    if (std::filesystem::exists(root / "README.md"))
        CHECK(commands >= 1);
    else
        MESSAGE("no README.md yet");
}
