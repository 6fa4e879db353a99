// The hashes of lines that SARIF tells, against those of the bytes in the files.
#include "report/line_hash.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "spawn.h"

using incilint::test::Folder;
using incilint::test::run_tool;
using Json = nlohmann::ordered_json;

TEST_CASE("SARIF: hashes of lines are those of the bytes in the file: mark, comment and CR LF") {
    const Folder folder;
    const std::vector<std::pair<std::string, std::string>> files = {
        {"mark.txt",
         "\xef\xbb\xbf"
         "Aqua, Parfum\n"},
        {"comment.txt", "Aqua, Glycerin, Parfum # incilint-ignore label/prose -- a comment\n"},
        {"lines.txt", "Aqua,\r\nParfum,\r\nGlycerin\r\n"},
        {"product.yaml", "# incilint-ignore label/prose -- a comment\ningredients: Aqua, Parfum\n"},
    };
    std::map<std::string, std::vector<std::string>> hashes;
    for (const auto& [name, text] : files) {
        folder.write(name, text);
        hashes[name] = incilint::report::line_hashes(text);
    }
    folder.write("marked.csv",
                 "\xef\xbb\xbf"
                 "sku,inci\n1,\"Aqua, Parfum\"\n");
    const auto got = run_tool({"check", "--fail-on", "never", "--format", "sarif", "."}, "", folder.path());
    const Json log = Json::parse(got.out);
    std::size_t compared = 0;
    for (const Json& result : log["runs"][0]["results"]) {
        if (!result["ruleId"].get<std::string>().starts_with("fragrance/")) continue;
        const Json& place = result["locations"][0]["physicalLocation"];
        const std::string name = place["artifactLocation"]["uri"];
        CAPTURE(name);
        const Json& prints = result["partialFingerprints"];
        // Where the bytes are not known the upload makes the hash itself.
        if (name == "marked.csv") {
            CHECK(!prints.contains("primaryLocationLineHash"));
            continue;
        }
        ++compared;
        CHECK(prints["primaryLocationLineHash"] ==
              hashes.at(name).at(place["region"]["startLine"].get<std::size_t>() - 1));
    }
    CHECK(compared == files.size());
}
