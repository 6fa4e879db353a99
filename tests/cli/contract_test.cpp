// The shape of the JSON documents: every field, in its order, with its type.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "spawn.h"

namespace {

using Json = nlohmann::ordered_json;
using incilint::test::run_tool;

std::string keys(const Json& object) {
    std::string out;
    for (const auto& [key, value] : object.items()) out.append(out.empty() ? "" : " ").append(key);
    return out;
}

Json document(const std::vector<std::string>& arguments, const std::string& input) {
    const auto got = run_tool(arguments, input);
    CAPTURE(got.err);
    const Json out = Json::parse(got.out, nullptr, false);
    REQUIRE(!out.is_discarded());
    return out;
}

const std::string label =
    "Ingredients: Aqua (Water), Sodium Lauryl Sulfate 2%, Zzyxon, Inulin. May contain: Mica\nFree of parabens.";

}  // namespace

TEST_CASE("the document of parse keeps its contract") {
    const Json doc = document({"parse", "--format", "json", "-"}, label);
    CHECK(keys(doc) == "schema inputs");
    CHECK(doc["schema"] == "incilint.parse/1");
    const Json& input = doc["inputs"].at(0);
    CHECK(keys(input) == "path record products ignored spans");
    CHECK(input["path"] == "-");
    CHECK(input["record"] == 1);
    const Json& product = input["products"].at(0);
    CHECK(keys(product) == "name order ingredients");
    CHECK(product["name"].is_null());
    CHECK(product["order"] == "descending");
    const Json& entries = product["ingredients"];
    REQUIRE(entries.size() == 5);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        CHECK(keys(entries[i]) == "index raw name section percent line column end_line end_column recognised");
        CHECK(entries[i]["index"] == i + 1);
    }
    CHECK(entries[0]["recognised"] == Json({{"inci", "Aqua"}, {"how", "synonym"}}));
    CHECK(entries[0]["column"] == 14);
    CHECK(entries[0]["end_column"] == 26);
    CHECK(entries[1]["percent"] == Json({{"min", 2}, {"max", 2}}));
    CHECK(entries[2]["recognised"].is_null());
    CHECK(entries[4]["section"] == "may-contain");
    REQUIRE(!input["ignored"].empty());
    for (const Json& part : input["ignored"]) CHECK(keys(part) == "kind text line column end_line end_column");
    // Every byte is accounted for.
    std::size_t at = 0;
    for (const Json& span : input["spans"]) {
        CHECK(keys(span) == "from to kind");
        CHECK(span["from"] == at);
        at = span["to"];
    }
    CHECK(at == label.size());
    CHECK(document({"parse", "--format", "json", "-"}, "Free of parabens!")["inputs"][0]["products"].empty());
}

TEST_CASE("the document of check keeps its contract") {
    const Json doc = document({"check", "--format", "json", "-"}, label);
    CHECK(keys(doc) == "schema tool rules inputs incomplete failed policy held");
    CHECK(doc["schema"] == "incilint.report/1");
    CHECK(keys(doc["tool"]) == "name version dictionary");
    REQUIRE(!doc["rules"].empty());
    for (const Json& rules : doc["rules"]) {
        CHECK(keys(rules) == "id version digest");
        CHECK(rules["digest"].get<std::string>().size() == 64);
    }
    CHECK(doc["incomplete"] == false);
    const Json& input = doc["inputs"].at(0);
    CHECK(keys(input) ==
          "path record product list_found ingredients findings burden burden_range support confidence verdict concerns "
          "id field");
    CHECK(input["product"].is_null());
    CHECK(input["list_found"] == true);
    for (const Json& entry : input["ingredients"])
        CHECK(keys(entry) ==
              "index raw name section percent line column end_line end_column recognised bounds listed_in");
    CHECK(input["ingredients"][1]["listed_in"] == Json({"harsh-surfactant"}));
    CHECK(input["ingredients"][2]["listed_in"] == Json::array());
    bool sls = false;
    for (const Json& finding : input["findings"]) {
        CHECK(keys(finding) ==
              "rule category effect severity certainty ingredient index message line column end_line end_column "
              "evidence fingerprint held");
        CHECK(finding["ingredient"].is_null() == finding["index"].is_null());
        for (const Json& evidence : finding["evidence"]) CHECK(keys(evidence) == "source grade says");
        if (finding["category"] != "harsh-surfactant") continue;
        sls = true;
        CHECK(finding["ingredient"] == "Sodium Lauryl Sulfate");
        CHECK(finding["index"] == 2);
        CHECK(finding["severity"] == "error");
        CHECK(finding["certainty"] == "certain");
        CHECK(finding["column"] == 28);
    }
    CHECK(sls);
    REQUIRE(input["burden_range"].size() == 2);
    CHECK(input["burden_range"][0] <= input["burden"]);
    CHECK(input["burden"] <= input["burden_range"][1]);
    CHECK(input["support"].is_number_integer());
    CHECK(input["concerns"].is_number_integer());
    CHECK(input["verdict"].get<std::string>().ends_with("listed burden"));
}

TEST_CASE("a label without a list has no numbers") {
    const Json input = document({"check", "--format", "json", "-"}, "Free of parabens!")["inputs"].at(0);
    CHECK(input["list_found"] == false);
    CHECK(input["ingredients"].empty());
    CHECK(input["verdict"] == "no verdict");
    CHECK(input["burden"].is_null());
    CHECK(input["burden_range"].is_null());
    bool told = false;
    for (const Json& finding : input["findings"]) told = told || finding["rule"] == "label/no-list";
    CHECK(told);
}

TEST_CASE("what could not be read makes the document incomplete and is named in it") {
    const Json doc = document({"check", "--format", "json", "-"}, "Aqua \xff");
    CHECK(doc["incomplete"] == true);
    CHECK(doc["inputs"].empty());
    REQUIRE(doc["faults"].size() == 1);
    CHECK(keys(doc["faults"][0]) == "code path line column message hint record");
}

TEST_CASE("a file name that is no UTF-8 is told exactly") {
    const incilint::test::Folder folder;
    folder.write("a\xff.txt", "Aqua, Glycerin");
    const auto got = run_tool({"check", "--format", "json", "--fail-on", "never", "."}, "", folder.path());
    const Json doc = Json::parse(got.out, nullptr, false);
    REQUIRE(!doc.is_discarded());
    CHECK(doc["inputs"][0]["path"] == "a\xef\xbf\xbd.txt");
    CHECK(doc["inputs"][0]["raw_b64"] == "Yf8udHh0");
}

TEST_CASE("the line of scan keeps its contract") {
    const incilint::test::Folder folder;
    folder.write("shop.csv", "id,name,inci\n7,Soap,\"Aqua, Parfum, Sodium Lauryl Sulfate\"\n8,Kit,Aqua\n");
    const auto scanned = run_tool({"scan", "shop.csv", "-o", "out.jsonl"}, "", folder.path());
    CHECK(scanned.exit == 0);
    CHECK(scanned.out.empty());
    const std::string lines = folder.read("out.jsonl");
    const Json row = Json::parse(lines.substr(0, lines.find('\n')), nullptr, false);
    REQUIRE(!row.is_discarded());
    CHECK(keys(row) ==
          "id path record product list_found ingredients findings burden burden_range support confidence verdict "
          "concerns");
    CHECK(keys(row["ingredients"][0]) == "name recognised listed_in");
    for (const Json& finding : row["findings"]) CHECK(!finding.contains("evidence"));
}

TEST_CASE("check writes a line of JSON a finding, and one that ends the file") {
    const incilint::test::Folder folder;
    folder.write("shop.csv", "id,name,inci\n7,Soap,\"Aqua, Parfum\"\n");
    const std::string out =
        run_tool({"check", "--fail-on", "never", "--format", "jsonl", "shop.csv"}, "", folder.path()).out;
    const std::size_t end = out.find('\n');
    REQUIRE(end != out.npos);
    const Json row = Json::parse(out.substr(0, end), nullptr, false);
    REQUIRE(!row.is_discarded());
    CHECK(keys(row) ==
          "type path record product rule category effect severity certainty ingredient message hint line column "
          "end_line end_column fingerprint held id field");
    const Json summary = Json::parse(out.substr(out.rfind('\n', out.size() - 2) + 1), nullptr, false);
    REQUIRE(!summary.is_discarded());
    CHECK(keys(summary) ==
          "type schema tool rules products errors warnings notes suppressed baselined incomplete failed");
}

TEST_CASE("documents hold to the schemas that the program publishes") {
    const incilint::test::Folder folder;
    folder.write("a.txt", label);
    folder.write("shop.csv", "id,name,inci\n7,Soap,\"Aqua, Parfum\"\n8,None,Free of all\n9,x\n");
    if (!incilint::test::has_schema_check(folder)) {
        MESSAGE("left out: python3-jsonschema or python3-yaml is not installed");
        return;
    }
    folder.write("b.txt", "Aqua, Parfum, Inulin\n");
    const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
        {"report", {"check", "-f", "json", "a.txt", "shop.csv"}},
        {"findings", {"check", "-f", "jsonl", "a.txt", "shop.csv"}},
        {"parse", {"parse", "--format", "json", "a.txt"}},
        {"scan", {"scan", "shop.csv", "-q", "--format", "jsonl"}},
        {"scan", {"scan", "shop.csv", "-q", "--format", "json"}},
        {"scan-summary", {"scan", "shop.csv", "-q", "-o", "ignored.csv", "--summary", "document.json"}},
        {"diff", {"diff", "--format", "json", "a.txt", "b.txt"}},
        {"card", {"explain", "--format", "json", "Sodium Lauryl Sulfate"}},
        {"card", {"explain", "--format", "json", "Phenoxyethanol"}},                     // a legal limit
        {"card", {"explain", "--format", "json", "Lactobacillus/Kelp Ferment Lysate"}},  // built, in no table
        {"card", {"explain", "--format", "json", "Sodium Lauryl Sulfatte"}},             // misspelt
        {"card", {"explain", "--format", "json", "Qwxyzon Vbrt"}},                       // unknown
        {"card", {"rules", "show", "--format", "json", "support/none"}},                 // without a category
        {"card", {"explain", "--format", "json", "fragrance/undisclosed"}},
    };
    for (const auto& [schema, arguments] : cases) {
        const std::string name = schema;  // clang 14 captures no structured binding
        CAPTURE(name);
        const auto published = run_tool({"schema", schema}, "", folder.path());
        CHECK(published.exit == 0);
        folder.write(schema, published.out);
        folder.write("document", run_tool(arguments, "", folder.path()).out);
        if (std::filesystem::exists(folder.path() / "document.json"))
            std::filesystem::rename(folder.path() / "document.json", folder.path() / "document");
        const bool lines = std::ranges::find(arguments, "jsonl") != arguments.end();
        const auto got = incilint::test::check_schema(folder, schema, lines ? "lines" : "json", "document");
        CAPTURE(got.err);
        CHECK(got.exit == 0);
        // A schema that takes anything would check nothing.
        folder.write("document", "{}");
        CHECK(incilint::test::check_schema(folder, schema, "json", "document").exit != 0);
    }
}

TEST_CASE("every rule file holds to the schema that editors get") {
    const incilint::test::Folder folder;
    if (!incilint::test::has_schema_check(folder)) {
        MESSAGE("left out: python3-jsonschema or python3-yaml is not installed");
        return;
    }
    folder.write("schema", run_tool({"rules", "schema"}, "", folder.path()).out);
    std::size_t files = 0;
    std::vector<std::filesystem::path> paths = {INCILINT_SOURCE "/examples/house-rules.yaml"};
    for (const auto& entry : std::filesystem::directory_iterator(INCILINT_SOURCE "/rules")) {
        if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
    }
    for (const std::filesystem::path& path : paths) {
        const std::string name = path.string();
        CAPTURE(name);
        const auto got = incilint::test::check_schema(folder, "schema", "yaml", "'" + name + "'");
        CAPTURE(got.err);
        CHECK(got.exit == 0);
        ++files;
    }
    CHECK(files >= 7);
    folder.write("wrong.yaml", "id: x\nversion: 1.0.0\nrules:\n  - id: a/b\n    severty: error\n");
    CHECK(incilint::test::check_schema(folder, "schema", "yaml", "wrong.yaml").exit != 0);
}
