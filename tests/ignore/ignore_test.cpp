#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

#include "ignore/ignore_file.h"

using namespace incilint::ignore;

namespace {

struct Case {
    std::string text;
    std::string path;  ///< a folder ends in /
    bool ignored;
};

const std::vector<Case>& cases() {
    static const std::vector<Case> all = {
        {"*.txt", "a.txt", true},
        {"*.txt", "deep/er/a.txt", true},
        {"*.txt", "a.yaml", false},
        {"/*.txt", "a.txt", true},
        {"/*.txt", "deep/a.txt", false},
        {"deep/*.txt", "deep/a.txt", true},
        {"deep/*.txt", "x/deep/a.txt", false},
        {"**/deep/*.txt", "x/y/deep/a.txt", true},
        {"**/deep/*.txt", "deep/a.txt", true},
        {"a/**/b.txt", "a/b.txt", true},
        {"a/**/b.txt", "a/x/y/b.txt", true},
        {"a/**/b.txt", "a/xb.txt", false},
        {"a/**", "a/x/y.txt", true},
        {"a/**", "b/a/x.txt", false},
        {"a**b.txt", "axxb.txt", true},
        {"a**b.txt", "ax/xb.txt", false},
        {"build/", "build/", true},
        {"build/", "build/x.txt", true},
        {"build/", "x/build/y.txt", true},
        {"b.txt/", "b.txt", false},
        {"*.txt\n!keep.txt", "keep.txt", false},
        {"*.txt\n!keep.txt", "drop.txt", true},
        {"!keep.txt\n*.txt", "keep.txt", true},
        {"d/\n!d/keep.txt", "d/keep.txt", true},
        {"d/*\n!d/keep.txt", "d/keep.txt", false},
        {"# a.txt", "# a.txt", false},
        {"\\#a.txt", "#a.txt", true},
        {"\\!a.txt", "!a.txt", true},
        {"a.txt   ", "a.txt", true},
        {"a\\ ", "a ", true},
        {"?.txt", "a.txt", true},
        {"?.txt", "ab.txt", false},
        {"x?y.txt", "x/y.txt", false},
        {"[a-c].txt", "b.txt", true},
        {"[!a-c].txt", "b.txt", false},
        {"[^a-c].txt", "d.txt", true},
        {"[]x].txt", "].txt", true},
        {"[[:digit:]].txt", "7.txt", true},
        {"[[:digit:]].txt", "x.txt", false},
        {"[ab.txt", "[ab.txt", false},
        {"\\[ab.txt", "[ab.txt", true},
        {"\r\n\n", "a.txt", false},
        {"a.txt\r\n", "a.txt", true},
        {"/", "a.txt", false},
        {"*", "a/b.txt", true},
        {"**", "a/b.txt", true},
        {"/a", "a/b.txt", true},
        {"a/b/", "a/b/c.txt", true},
        {"\xc3\xa9*.txt", "\xc3\xa9t\xc3\xa9.txt", true},
    };
    return all;
}

/// As a walker asks: each folder from the top, then the file.
bool ignored(const std::string& text, std::string path) {
    const IgnoreFile file = IgnoreFile::parse(text);
    const bool folder = path.ends_with('/');
    if (folder) path.pop_back();
    for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1))
        if (file.says(path.substr(0, slash), true).value_or(false)) return true;
    return file.says(path, folder).value_or(false);
}

}  // namespace

TEST_CASE("patterns of .gitignore") {
    for (const Case& c : cases()) {
        CAPTURE(c.text);
        CAPTURE(c.path);
        CHECK(ignored(c.text, c.path) == c.ignored);
    }
}

TEST_CASE("git itself says the same") {
    namespace fs = std::filesystem;
    if (std::system("git --version >/dev/null 2>&1") != 0) {
        MESSAGE("git is not here: not compared");
        return;
    }
    std::string folder = (fs::temp_directory_path() / "incilint-ignore-XXXXXX").native();
    REQUIRE(::mkdtemp(folder.data()));
    REQUIRE(std::system(("git -C " + folder + " init -q").c_str()) == 0);
    for (const Case& c : cases()) {
        CAPTURE(c.text);
        CAPTURE(c.path);
        const fs::path path = fs::path(folder) / c.path;
        std::ofstream(fs::path(folder) / ".gitignore", std::ios::binary) << c.text;
        fs::create_directories(c.path.ends_with('/') ? path : path.parent_path());
        if (!c.path.ends_with('/')) std::ofstream(path) << "x";
        std::ofstream(fs::path(folder) / "asked", std::ios::binary) << c.path << '\0';
        const int status =
            std::system(("cd " + folder + " && git check-ignore -q -z --no-index --stdin < asked").c_str());
        CHECK((status == 0) == c.ignored);
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.path().filename() != ".git") fs::remove_all(entry.path());
    }
    fs::remove_all(folder);
}

TEST_CASE("patterns of lists name files and all below a folder") {
    CHECK(names_file("labels/rinse-off/", "labels/rinse-off/wash.txt"));
    CHECK(names_file("labels/**", "labels/x/y.txt"));
    CHECK(names_file("*.csv", "shop/catalog.csv"));
    CHECK(!names_file("/*.csv", "shop/catalog.csv"));
    CHECK(!names_file("labels/leave-on/", "labels/leave-on.txt"));
}

TEST_CASE("a pattern of many stars stays quick") {
    std::string pattern;
    for (int i = 0; i < 200; ++i) pattern += "*a";
    const std::string path(20'000, 'a');
    CHECK(Glob::parse(pattern).matches(path));
    CHECK(!Glob::parse(pattern + "b").matches(path));
}
