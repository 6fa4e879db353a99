// Every format of check: what outsiders write into labels and file names stays text in it, and what cannot be written
// whole is told.
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/reports.h"
#include "spawn.h"

namespace {

using incilint::test::Folder;
using incilint::test::run_tool;
using incilint::test::spawn;
using Json = nlohmann::ordered_json;

const std::string bad_label = "Aqua, Glycerin,\n  Sodium Lauryl Sulfate, Parfum, Inulin\n";

const std::vector<std::string>& format_words() {
    return incilint::cli::check_formats();
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '\\' && i + 1 < text.size();
        if (escape && text[i + 1] == 'x' && i + 3 < text.size()) {
            out.push_back(static_cast<char>(std::stoi(std::string(text.substr(i + 2, 2)), nullptr, 16)));
            i += 3;
        } else if (escape) {
            const char c = text[++i];
            out.push_back(c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c);
        } else {
            out.push_back(text[i]);
        }
    }
    return out;
}

/// Name and text of each line of hostile.tsv.
std::vector<std::pair<std::string, std::string>> hostile() {
    std::ifstream file(std::string(INCILINT_CASES) + "/hostile.tsv");
    std::vector<std::pair<std::string, std::string>> out;
    for (std::string line; std::getline(file, line);) {
        const std::size_t tab = line.find('\t');
        if (tab != line.npos) out.emplace_back(line.substr(0, tab), unescaped(line.substr(tab + 1)));
    }
    return out;
}

/// A folder with each hostile text as a label, as a name of a product and as all cells of a catalog, those that rules
/// ask for included, under names that bite.
void fill(const Folder& folder) {
    std::size_t number = 0;
    std::string catalog = "id,name,market,type,inci\n";
    for (const auto& [name, text] : hostile()) {
        folder.write("label" + std::to_string(++number) + ".txt", text);
        std::string cell;
        for (const char c : text) cell.append(c == '"' ? "\"\"" : std::string(1, c));
        for (int column = 0; column < 5; ++column) catalog.append(column ? ",\"" : "\"").append(cell).append("\"");
        catalog.append("\n");
    }
    folder.write("shop.csv", catalog);
    for (const char* name : {"a\n::error::pwn.txt", "::error file=x::pwn.txt", "##[error]pwn.txt", "=1+1,<b>&'\".txt",
                             "\x1b]0;x\x07.txt", "-x.txt", "b\xff\xe2\x80\xae.txt", "c%0A::warning::x.txt"})
        folder.write(name, bad_label);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out;
    std::size_t from = 0;
    for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', from)) {
        out.push_back(text.substr(from, at - from));
        from = at + 1;
    }
    if (from < text.size()) out.push_back(text.substr(from));
    return out;
}

/// Control characters other than line ends, C1 and the marks that turn a line around.
bool shows_control(const std::string& text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte < 0x20 && byte != '\n') || byte == 0x7f) return true;
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        if (byte == 0xC2 && next >= 0x80 && next < 0xA0) return true;
        if (text.compare(i, 3, "\xe2\x80\xae") == 0 || text.compare(i, 3, "\xe2\x80\xa8") == 0) return true;
    }
    return false;
}

bool have(const std::string& program) {
    return spawn({{"sh", "-c", "command -v " + program}, "", {}, ".", "", false}).exit == 0;
}

}  // namespace

TEST_CASE("hostile texts and file names stay text in every format") {
    const Folder folder;
    fill(folder);
    REQUIRE(hostile().size() >= 10);
    std::vector<std::string> arguments = {"check"};
    for (const std::string& format : format_words()) {
        arguments.emplace_back("--report");
        arguments.push_back(format + "=" + folder.path().string() + "-" + format);
    }
    arguments.emplace_back(".");
    const auto got = run_tool(arguments, "", folder.path());
    CAPTURE(got.err);
    CHECK((got.exit == 1 || got.exit == 3));
    for (const std::string& format : format_words()) {
        CAPTURE(format);
        const std::string path = folder.path().string() + "-" + format;
        const std::string text = incilint::test::read_file(path);
        REQUIRE(!text.empty());
        // A cell of CSV keeps its bytes; everything else is fit for a terminal.
        if (format != "csv") CHECK(!shows_control(text));
        if (format == "json" || format == "sarif" || format == "gitlab" || format == "rdjson")
            CHECK(Json::accept(text));
        if (format == "jsonl") {
            const auto lines = lines_of(text);
            for (const std::string& line : lines) CHECK(Json::accept(line));
            CHECK(Json::parse(lines.back(), nullptr, false)["type"] == "summary");
        }
        if (format == "junit" || format == "checkstyle") {
            if (have("xmllint"))
                CHECK(spawn({{"xmllint", "--noout", path}, "", {}, ".", "", false}).err.empty());
            else
                MESSAGE("left out: xmllint is not installed");
        }
        for (const std::string& line : lines_of(text)) {
            const bool command = line.starts_with("::") || line.starts_with("##[");
            if (format == "github")
                CHECK((line.starts_with("::error file=") || line.starts_with("::warning file=") ||
                       line.starts_with("::notice file=") || line.starts_with("::notice title=incilint::") ||
                       line.starts_with("::debug::incilint ")));
            else if (format != "text")  // which is fenced where a runner reads it
                CHECK_MESSAGE(!command, line);
        }
        if (format == "html" || format == "markdown") {
            for (const char* live : {"<script", "<img", "<b>"}) CHECK(text.find(live) == text.npos);
            if (format == "markdown") CHECK(text.find("](http") == text.npos);
            if (format == "html") CHECK(text.find("Content-Security-Policy") != text.npos);
        }
        if (format == "csv")
            for (const char* live : {"\n=", ",=", ",+", ",@", ",-", "\"=", "\"+"}) CHECK(text.find(live) == text.npos);
        std::filesystem::remove(path);
    }
}

TEST_CASE("a full disk: exit code 3 in every format, as the report and beside it") {
    const Folder folder;
    folder.write("a.txt", bad_label);
    for (const std::string& format : format_words()) {
        CAPTURE(format);
        const auto out =
            spawn({{INCILINT_BINARY, "check", "-f", format, "a.txt"}, "", {}, folder.path(), "/dev/full", false});
        CHECK(out.exit == 3);
        CHECK(out.err.find("No space left") != out.err.npos);
        CHECK(run_tool({"check", "--report", format + "=/dev/full", "a.txt"}, "", folder.path()).exit == 3);
        CHECK(run_tool({"check", "--report", format + "=none/x", "a.txt"}, "", folder.path()).exit == 3);
        CHECK(spawn({{INCILINT_BINARY, "check", "-f", format, "a.txt"}, "", {}, folder.path(), "", true}).exit == 141);
    }
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++files;
    CHECK(files == 1);
}

TEST_CASE("one finding, at the same place in every format") {
    const Folder folder;
    folder.write("labels/a.txt", bad_label);
    const auto run = [&](const std::string& format) {
        return run_tool({"check", "-f", format, "labels/a.txt"}, "", folder.path()).out;
    };
    CHECK(run("concise").starts_with("labels/a.txt:2:3: error harsh-surfactant/lauryl-sulfate Sodium Lauryl Sulfate"));
    CHECK(
        run("github").starts_with("::error file=labels/a.txt,line=2,endLine=2,col=3,endColumn=24,title="
                                  "harsh-surfactant/lauryl-sulfate%3A Sodium Lauryl Sulfate::Sodium Lauryl Sulfate"));
    const Json sarif = Json::parse(run("sarif"))["runs"][0];
    const Json& result = sarif["results"][0];
    const Json& place = result["locations"][0]["physicalLocation"];
    CHECK(place["artifactLocation"]["uri"] == "labels/a.txt");
    CHECK(place["region"] == Json({{"startLine", 2}, {"startColumn", 3}, {"endLine", 2}, {"endColumn", 24}}));
    CHECK(sarif["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
    CHECK(result["partialFingerprints"]["incilint/v1"].get<std::string>().size() == 32);
    CHECK(result["partialFingerprints"].contains("primaryLocationLineHash"));
    for (const Json& rule : sarif["tool"]["driver"]["rules"]) {
        CAPTURE(rule["id"].get<std::string>());
        for (const char* key : {"shortDescription", "fullDescription", "help"})
            CHECK(!rule[key]["text"].get<std::string>().empty());
        CHECK(rule["shortDescription"]["text"].get<std::string>().size() <= 1024);
        CHECK(rule["properties"]["tags"].size() <= 20);
    }
    const std::string junit = run("junit");
    CHECK(junit.find(
              "name=\"harsh-surfactant/lauryl-sulfate: Sodium Lauryl Sulfate\" file=\"labels/a.txt\" line=\"2\"") !=
          junit.npos);
    CHECK(junit.find("failures=\"1\"") != junit.npos);
    const Json gitlab = Json::parse(run("gitlab"))[0];
    CHECK(gitlab["location"]["lines"]["begin"] == 2);
    CHECK(run("checkstyle").find("<error line=\"2\" column=\"3\" severity=\"error\"") != std::string::npos);
    CHECK(Json::parse(run("rdjson"))["diagnostics"][0]["location"]["range"]["start"] ==
          Json({{"line", 2}, {"column", 3}}));
    CHECK(run("csv").find("\nlabels/a.txt,2,3,2,24,1,,harsh-surfactant/lauryl-sulfate,") != std::string::npos);
    CHECK(run("markdown").find("| error | labels/a.txt:2:3 | harsh-surfactant/lauryl-sulfate |") != std::string::npos);
    CHECK(run("html").find("<mark class=\"error\"") != std::string::npos);
}

TEST_CASE("the gravest ten of each kind become annotations, the rest is counted") {
    const Folder folder;
    for (int i = 10; i < 25; ++i) folder.write("l" + std::to_string(i) + ".txt", "Aqua, Sodium Lauryl Sulfate, Parfum");
    const auto got = run_tool({"check", "-f", "github", "."}, "", folder.path());
    std::size_t errors = 0;
    std::size_t warnings = 0;
    for (const std::string& line : lines_of(got.out)) {
        if (line.starts_with("::error ")) ++errors;
        if (line.starts_with("::warning ")) ++warnings;
    }
    CHECK(errors == 10);
    CHECK(warnings == 10);
    CHECK(got.out.find("more findings are in the report") != got.out.npos);
}

TEST_CASE("reports: no two on one file, none on an input; in a build text is fenced") {
    const Folder folder;
    folder.write("a.txt", bad_label);
    CHECK(run_tool({"check", "--report", "json=r", "--report", "sarif=./r", "a.txt"}, "", folder.path()).exit == 2);
    CHECK(run_tool({"check", "--report", "json=a.txt", "a.txt"}, "", folder.path()).exit == 2);
    CHECK(run_tool({"check", "--report", "json", "a.txt"}, "", folder.path()).exit == 2);
    CHECK(folder.read("a.txt") == bad_label);
    const auto near = run_tool({"check", "--report", "sarfi=x", "a.txt"}, "", folder.path());
    CHECK(near.exit == 2);
    CHECK(near.err.find("did you mean 'sarif'?") != near.err.npos);
    const auto text =
        spawn({{INCILINT_BINARY, "check", "a.txt"}, "", {"GITHUB_ACTIONS=true"}, folder.path(), "", false});
    const auto lines = lines_of(text.out);
    REQUIRE(lines.size() > 2);
    CHECK(lines.front().starts_with("::stop-commands::"));
    CHECK(lines.back() == "::" + lines.front().substr(17) + "::");
}

TEST_CASE("every format is the same bytes for any locale and time zone") {
    const Folder folder;
    folder.write("a.txt", bad_label);
    for (const std::string& format : format_words()) {
        CAPTURE(format);
        std::string first;
        for (const char* locale : {"LC_ALL=C", "LC_ALL=tr_TR.UTF-8"}) {
            const auto got = spawn({{INCILINT_BINARY, "check", "-f", format, "a.txt"},
                                    "",
                                    {locale, "TZ=Asia/Tokyo"},
                                    folder.path(),
                                    "",
                                    false});
            if (first.empty()) first = got.out;
            CHECK(got.out == first);
        }
        CHECK(first.find(folder.path().string()) == first.npos);
    }
}
