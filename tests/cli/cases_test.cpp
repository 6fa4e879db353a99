// Runs every case of tests/cli/*.test. How a case is written: tests/cli/README.md.
#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "spawn.h"
#include "turns.h"

namespace {

using incilint::test::Folder;
using incilint::test::Result;
using incilint::test::Run;

struct Expectation {
    std::string stream;  ///< "out" or "err"
    bool there = true;
    std::string text;
};

struct Case {
    std::string name;
    Run run;
    int exit = 0;
    double seconds = 10;
    std::vector<std::pair<std::string, std::string>> files;
    std::vector<Expectation> expectations;
    bool out_empty = false;
};

char hex_value(char c) {
    return static_cast<char>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
}

/// \n \t \r \e \\ \" \xHH
std::string unescaped(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out.push_back(text[i]);
            continue;
        }
        const char c = text[++i];
        if (c == 'x' && i + 2 < text.size()) {
            out.push_back(static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])));
            i += 2;
            continue;
        }
        const std::string from = "ntre0";
        const std::string to{'\n', '\t', '\r', '\x1b', '\0'};
        const std::size_t at = from.find(c);
        out.push_back(at == std::string::npos ? c : to[at]);
    }
    return out;
}

/// Words at blanks; double quotes hold a word together.
std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> out;
    std::string word;
    bool quoted = false;
    bool open = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size()) {
            word.append(line, i++, 2);
            open = true;
        } else if (line[i] == '"') {
            quoted = !quoted;
            open = true;
        } else if (line[i] == ' ' && !quoted) {
            if (open) out.push_back(unescaped(word));
            word.clear();
            open = false;
        } else {
            word.push_back(line[i]);
            open = true;
        }
    }
    if (open) out.push_back(unescaped(word));
    return out;
}

/// Parts joined by " + ", each a text, "N x TEXT" or "N turns TEXT", which with sanitizers is a share of N (turns.h).
std::string content_of(const std::string& line) {
    std::string out;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find(" + ", at), line.size());
        std::string part = line.substr(at, end - at);
        std::size_t times = 1;
        const std::size_t digits = std::min(part.find_first_not_of("0123456789"), part.size());
        for (const std::string_view word : {" x ", " turns "}) {
            if (digits == 0 || part.compare(digits, word.size(), word) != 0) continue;
            times = std::stoul(part.substr(0, digits));
            if (word == " turns ") times = incilint::test::turns(times);
            part.erase(0, digits + word.size());
            break;
        }
        const std::string text = unescaped(part);
        for (std::size_t i = 0; i < times; ++i) out.append(text);
        at = end + 3;
    }
    return out;
}

std::vector<Case> read_cases(const std::filesystem::path& path) {
    std::vector<Case> out;
    std::istringstream file(incilint::test::read_file(path));
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        const std::size_t colon = line.find(':');
        REQUIRE_MESSAGE(colon != std::string::npos, path.native(), ": ", line);
        const std::string key = line.substr(0, colon);
        const std::string value = line.substr(std::min(colon + 2, line.size()));
        if (key == "case") {
            out.emplace_back().name = path.filename().native() + ": " + value;
            continue;
        }
        REQUIRE(!out.empty());
        Case& c = out.back();
        if (key == "run")
            c.run.command = words_of(value);
        else if (key == "stdin")
            c.run.input = content_of(value);
        else if (key == "env")
            c.run.environment.push_back(value);
        else if (key == "stdout-to")
            c.run.output_to = value;
        else if (key == "exit")
            c.exit = std::stoi(value);
        else if (key == "seconds")
            c.seconds = std::stod(value);
        else if (key == "out-empty")
            c.out_empty = true;
        else if (key.starts_with("file "))
            c.files.emplace_back(unescaped(key.substr(5)), content_of(value));
        else if (key == "out" || key == "err")
            c.expectations.push_back({key, true, unescaped(value)});
        else if (key == "no-out" || key == "no-err")
            c.expectations.push_back({key.substr(3), false, unescaped(value)});
        else
            FAIL("unknown key in ", path.native(), ": ", line);
    }
    return out;
}

void check_case(const Case& c) {
    Folder folder;
    for (const auto& [name, content] : c.files) folder.write(name, content);
    Run run = c.run;
    run.command.insert(run.command.begin(), INCILINT_BINARY);
    run.folder = folder.path();
    const Result got = incilint::test::spawn(run);
    CAPTURE(c.name);
    CAPTURE(got.out.substr(0, 2000));
    CAPTURE(got.err.substr(0, 2000));
    CHECK(got.exit == c.exit);
    // They are there to end what hangs; sanitizers are slow, and machines may be busy.
    CHECK(got.seconds < c.seconds * (INCILINT_SANITIZED != 0 ? 4 : 1));
    for (const Expectation& e : c.expectations) {
        CAPTURE(e.text);
        CHECK(((e.stream == "out" ? got.out : got.err).find(e.text) != std::string::npos) == e.there);
    }
    if (c.out_empty) CHECK(got.out.empty());
    // Each code but 0 has its reason; nothing but text for people may reach a terminal raw.
    if (c.exit != 0 && c.exit != 141)
        CHECK(got.err.find("(exit code " + std::to_string(c.exit) + ")") != std::string::npos);
    const bool colour = std::find(c.run.command.begin(), c.run.command.end(), "always") != c.run.command.end();
    for (const std::string* text : {&got.out, &got.err}) {
        if (colour) continue;
        const bool raw = std::any_of(text->begin(), text->end(), [](char ch) {
            const auto byte = static_cast<unsigned char>(ch);
            return (byte < 0x20 && byte != '\n') || byte == 0x7f;
        });
        CHECK_FALSE(raw);
    }
}

}  // namespace

TEST_CASE("the cases of tests/cli/*.test") {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(INCILINT_CASES))
        if (entry.path().extension() == ".test") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    REQUIRE(!files.empty());
    for (const auto& file : files)
        for (const Case& c : read_cases(file)) check_case(c);
}
