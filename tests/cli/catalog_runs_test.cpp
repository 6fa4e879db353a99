// Whole runs of `scan`: what `check` says of the same rows, names completed and scanned again, limits, signals and
// pipes.
#include <algorithm>
#include <cstdlib>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "dice.h"
#include "spawn.h"
#include "turns.h"

using incilint::test::Dice;
using incilint::test::Folder;
using incilint::test::Result;
using incilint::test::run_tool;
using incilint::test::shell;
using nlohmann::json;

namespace {

std::vector<json> lines_of(const std::string& text) {
    std::vector<json> out;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) out.push_back(json::parse(line));
    return out;
}

std::size_t files_in(const Folder& folder) {
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++files;
    return files;
}

/// Labels of all kinds, in a CSV with quoted line ends and doubled quotes.
std::string mixed_catalog() {
    return "sku,name,type,ingredients\r\n"
           "1,Wash,rinse-off,\"Aqua, Sodium Lauryl Sulfate, Cocamidopropyl Betaine,\r\nGlycerin, Inulin, Parfum\"\r\n"
           "2,\"The \"\"good\"\" one\",leave-on,\"Calms.\nIngredients: Water (Aqua), Glycerin*, Alcohol Denat., "
           "Linalool. "
           "*organic\"\n"
           "3,Kit,,\"Shampoo: Aqua, Sodium Laureth Sulfate, Parfum. Conditioner: Aqua, Cetearyl Alcohol, Glycerin\"\n"
           "4,None,,Softens the skin and makes it shine.\n"
           "5,Odd,,\"Xyzzy Oilate, Aqua, Glycerine Stearat, Phenoxyethanol 0.9%\"\r\n"
           "6,Plain,,\"Aqua, Glycerin, Decyl Glucoside, Citric Acid, Lactobacillus Ferment\"\n"
           "7,May,,\"Talc, Mica [+/- CI 77491, CI 77492]\"\n";
}

std::string json_lines_catalog(std::size_t rows) {
    std::string out;
    for (std::size_t i = 0; i < rows; ++i)
        out += json{{"id", "p" + std::to_string(i)},
                    {"inci", i % 3 == 0 ? "Aqua, Sodium Lauryl Sulfate, Parfum" : "Aqua, Glycerin, Inulin"}}
                   .dump() +
               "\n";
    return out;
}

/// "id verdict" of each line of a result.
std::vector<std::string> verdicts_of(const std::string& result) {
    std::vector<std::string> out;
    for (const json& line : lines_of(result))
        out.push_back(line["id"].get<std::string>() + " " + line["verdict"].get<std::string>());
    return out;
}

}  // namespace

TEST_CASE("check and scan say the same of each row, finding by finding") {
    const Folder folder;
    folder.write("shop.csv", mixed_catalog());
    const auto checked = json::parse(run_tool({"check", "--format", "json", "shop.csv"}, "", folder.path()).out);
    const auto scanned = lines_of(run_tool({"scan", "--format", "jsonl", "shop.csv"}, "", folder.path()).out);
    REQUIRE(checked["inputs"].size() == scanned.size());
    REQUIRE(scanned.size() == 8);
    std::size_t findings = 0;
    for (std::size_t i = 0; i < scanned.size(); ++i) {
        const json& a = checked["inputs"][i];
        const json& b = scanned[i];
        CAPTURE(i);
        for (const char* key : {"record", "product", "list_found", "burden", "burden_range", "support", "confidence",
                                "verdict", "concerns"})
            CHECK(a[key] == b[key]);
        REQUIRE(a["findings"].size() == b["findings"].size());
        for (std::size_t k = 0; k < b["findings"].size(); ++k, ++findings)
            for (const auto& [key, value] : b["findings"][k].items()) CHECK(a["findings"][k][key] == value);
        REQUIRE(a["ingredients"].size() == b["ingredients"].size());
        for (std::size_t k = 0; k < b["ingredients"].size(); ++k)
            for (const auto& [key, value] : b["ingredients"][k].items()) CHECK(a["ingredients"][k][key] == value);
    }
    CHECK(findings > 10);
}

TEST_CASE("check and scan leave out the same rows") {
    const Folder folder;
    folder.write("shop.csv", "sku,inci\n1,Aqua\n2\n3,a,b\n4,Cr\xe8me\n5,\"Talc\"x\n6,Mica\n");
    const Result checked = run_tool({"check", "shop.csv"}, "", folder.path());
    const Result scanned = run_tool({"scan", "shop.csv"}, "", folder.path());
    CHECK(checked.exit == 3);
    CHECK(scanned.exit == 3);
    std::istringstream lines(scanned.err);
    std::size_t told = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.find(" left out: ") == std::string::npos) continue;
        ++told;
        CHECK(checked.err.find(line) != std::string::npos);
    }
    CHECK(told == 4);
}

TEST_CASE("unknown names are completed by a person and known in the next scan") {
    const Folder folder;
    folder.write("shop.csv", "sku,inci\n1,\"Aqua, Xyzzy Oilate, Glycerin\"\n2,\"Aqua, Xyzzy Oilate\"\n");
    CHECK(run_tool({"scan", "-q", "-o", "a.csv", "--unknown-names", "names.tsv", "shop.csv"}, "", folder.path()).exit ==
          0);
    std::string names = folder.read("names.tsv");
    const std::size_t row = names.find("\nXyzzy Oilate\t\t\n");
    REQUIRE(row != std::string::npos);
    CHECK(names.find("# 2 times") != std::string::npos);
    names.replace(row, 16, "\nXyzzy Oilate\t\talkyl-sulfate\n");
    folder.write("names.tsv", names);
    const Result again = run_tool({"scan", "--data", "names.tsv", "-o", "b.csv", "shop.csv"}, "", folder.path());
    CHECK(again.exit == 0);
    CHECK(again.err.find("100.0 % recognised") != std::string::npos);
    CHECK(folder.read("b.csv").find("Xyzzy Oilate,") != std::string::npos);
    CHECK(folder.read("a.csv") != folder.read("b.csv"));
}

TEST_CASE("rows and rejects are all records, whatever is broken") {
    Dice dice(20261126);
    const std::string signs =
        "\",;\n\r\t|\\'=\x01"
        "a\xff";
    for (int round = 0; round < 25; ++round) {
        const Folder folder;
        std::string text = mixed_catalog();
        const std::size_t header = text.find('\n') + 1;
        for (std::size_t i = 0; i < 6; ++i) text[header + dice.roll(text.size() - header)] = dice.one_of(signs);
        folder.write("shop.csv", text);
        CAPTURE(text);
        const Result run =
            run_tool({"scan", "-q", "--format", "jsonl", "--summary", "s.json", "shop.csv"}, "", folder.path());
        REQUIRE((run.exit == 0 || run.exit == 3));
        const json summary = json::parse(folder.read("s.json"));
        std::set<std::size_t> records;
        for (const json& line : lines_of(run.out)) records.insert(line["record"].get<std::size_t>());
        CHECK(records.size() + summary["rejected"].get<std::size_t>() == summary["records"].get<std::size_t>());
        CHECK((run.exit == 3) == (summary["rejected"].get<std::size_t>() > 0));
    }
}

TEST_CASE("limits of memory and of file sizes: exit code 3, the old file whole, nothing left beside it") {
    const Folder folder;
    std::string rows = "sku,inci\n";
    for (int i = 0; i < 3000; ++i) rows += std::to_string(i) + ",\"Aqua, Glycerin, Parfum\"\n";
    folder.write("shop.csv", rows);
    folder.write("out.csv", "old");
    const std::size_t before = files_in(folder);
    for (const std::string limit : {"-f 16", "-v 23000"}) {
        // A sanitizer maps terabytes of address space.
        if (INCILINT_SANITIZED && limit.starts_with("-v")) continue;
        const Result got = shell(folder, "ulimit " + limit + " && exec incilint scan -o out.csv --jobs 2 shop.csv");
        CAPTURE(limit);
        CAPTURE(got.err);
        CHECK(got.exit == 3);
        CHECK(!got.err.empty());
        CHECK(folder.read("out.csv") == "old");
        CHECK(files_in(folder) == before);
    }
}

TEST_CASE("a signal ends a scan with its code and leaves the old file; so does kill -9") {
    for (const auto& [signal, code] :
         std::vector<std::pair<std::string, int>>{{"INT", 130}, {"TERM", 143}, {"KILL", 137}}) {
        const Folder folder;
        folder.write("out.csv", "old");
        const Result got =
            shell(folder, "{ printf 'inci\\n'; exec yes Aqua; } | incilint scan -q -o out.csv - & sleep 0.3; kill -" +
                              signal + " $!; wait $!; echo code $?");
        const std::string sent = signal;  // clang 14 captures no structured binding
        CAPTURE(sent);
        CAPTURE(got.err);
        CHECK(got.out == "code " + std::to_string(code) + "\n");
        CHECK(folder.read("out.csv") == "old");
        if (signal != "KILL") CHECK(files_in(folder) == 1);
    }
}

TEST_CASE("a reader of the result that goes away ends the scan with 141") {
    const Folder folder;
    folder.write("shop.jsonl", json_lines_catalog(5000));
    const Result got =
        shell(folder, "incilint scan -q --format jsonl shop.jsonl | head -1 >/dev/null; echo ${PIPESTATUS[0]}");
    CHECK(got.out == "141\n");
    CHECK(got.err.empty());
}

TEST_CASE("--line-buffered answers a row before the next one comes") {
    const Folder folder;
    // Each row is written only after the answer to the one before it was seen.
    const Result got =
        shell(folder,
              "mkfifo rows; incilint scan -q --line-buffered --format csv - <rows >out.csv & exec 3>rows\n"
              "printf 'sku,inci\\n' >&3\n"
              "for n in 1 2 3; do\n"
              "  printf '%s,\"Aqua, Parfum\"\\n' $n >&3\n"
              "  for wait in $(seq 100); do [ \"$(grep -c ^$n, out.csv)\" = 1 ] && break; sleep 0.05; done\n"
              "  grep -c ^$n, out.csv\n"
              "done\n"
              "exec 3>&-; wait; echo end");
    CHECK(got.out == "1\n1\n1\nend\n");
}

TEST_CASE("the pipe recipes give what one run gives") {
    constexpr std::size_t rows = incilint::test::turns(3000U);
    const Folder folder;
    const std::string pipes = std::string(INCILINT_SOURCE) + "/examples/pipes/";
    folder.write("shop.jsonl", json_lines_catalog(rows));
    const Result whole = shell(folder, "incilint scan -q --format jsonl shop.jsonl");
    REQUIRE(verdicts_of(whole.out).size() == rows);
    SUBCASE("xargs") {
        const Result got = shell(folder, "mkdir parts && split -l " + std::to_string(rows / 3) +
                                             " --additional-suffix=.jsonl shop.jsonl parts/ && bash " + pipes +
                                             "xargs.sh parts 2 && cat parts/*.result.jsonl");
        CAPTURE(got.err);
        CHECK(got.exit == 0);
        CHECK(verdicts_of(got.out) == verdicts_of(whole.out));
    }
    SUBCASE("GNU parallel") {
        if (shell(folder, "command -v parallel").exit != 0) {
            MESSAGE("GNU parallel is not here (.ci/setup test installs it)");
            return;
        }
        const Result got = shell(folder, "bash " + pipes + "parallel.sh 2 < shop.jsonl");
        CAPTURE(got.err);
        CHECK(got.exit == 0);
        CHECK(verdicts_of(got.out) == verdicts_of(whole.out));
    }
}
