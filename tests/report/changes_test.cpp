#include "report/changes.h"

#include <initializer_list>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "builtin/builtin.h"
#include "label/read.h"
#include "report/diff_sheet.h"
#include "report/pairs.h"

using namespace incilint;

namespace {

report::Input screened(const match::Program& program, std::string text, std::string path = "label.txt",
                       std::string id = "") {
    report::Input out;
    out.path = std::move(path);
    out.id = std::move(id);
    out.text = std::move(text);
    out.label = label::read(out.text, program.dictionary(), program.vocabulary());
    out.screenings = match::screen(program, out.label, out.text, {});
    return out;
}

std::string describe(const report::ProductDiff& product) {
    std::string out;
    const auto line = [&](std::initializer_list<std::string_view> words) {
        for (const std::string_view word : words) {
            if (word.empty()) continue;
            out.append(out.empty() || out.back() == '\n' ? "" : " ").append(word);
        }
        out.push_back('\n');
    };
    for (const auto& entry : product.entries)
        line({report::word(entry.change), entry.ingredient, entry.before, ">", entry.after});
    for (const auto& finding : product.findings)
        line({report::word(finding.change), rules::word(finding.severity), finding.rule, finding.ingredient});
    return out;
}

}  // namespace

TEST_CASE("what changed between two labels") {
    const auto program = builtin::program();
    REQUIRE(program);
    struct Row {
        const char* before;
        const char* after;
        const char* expected;
    };
    const std::vector<Row> rows = {
        {"Aqua, Glycerin, Talc", "Aqua, Glycerin, Talc", ""},
        {"Aqua, Glycerin, Talc", "Aqua, Glycerine, Talc", "spelling Glycerin Glycerin > Glycerine\n"},
        {"Aqua, Glycerin, Talc", "Aqua, Talc", "removed Glycerin place 2 >\n"},
        // One thing moved, not the four it passed.
        {"Aqua, Glycerin, Talc, Kaolin, Mica", "Aqua, Mica, Glycerin, Talc, Kaolin", "moved Mica place 5 > place 2\n"},
        {"Aqua, Glycerin 2%, Talc", "Aqua, Glycerin 5%, Talc", "amount Glycerin 2 % > 5 %\n"},
        {"Aqua, Glycerin", "Aqua, Sodium Lauryl Sulfate, Glycerin",
         "added Sodium Lauryl Sulfate > place 2\nnew error harsh-surfactant/lauryl-sulfate Sodium Lauryl Sulfate\n"},
        // A fixed finding and a new one do not cancel out.
        {"Aqua, Sodium Lauryl Sulfate, Glycerin", "Aqua, Ammonium Lauryl Sulfate, Glycerin",
         "added Ammonium Lauryl Sulfate > place 2\nremoved Sodium Lauryl Sulfate place 2 >\n"
         "new error harsh-surfactant/lauryl-sulfate Ammonium Lauryl Sulfate\n"
         "gone error harsh-surfactant/lauryl-sulfate Sodium Lauryl Sulfate\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.before);
        CAPTURE(row.after);
        report::Run before;
        report::Run after;
        before.program = after.program = &*program;
        before.inputs.push_back(screened(*program, row.before));
        after.inputs.push_back(screened(*program, row.after, "other.txt"));
        const report::Changes changes = report::changes({before, "label.txt"}, {after, "other.txt"});
        std::string text;
        for (const auto& product : changes.products) text += describe(product);
        CHECK(text == row.expected);
        CHECK(changes.products.size() + changes.unchanged == 1);
    }
}

TEST_CASE("products are paired by file below the folder and by key, whatever their order") {
    const auto program = builtin::program();
    REQUIRE(program);
    report::Run before;
    report::Run after;
    before.program = after.program = &*program;
    before.inputs.push_back(screened(*program, "Aqua, Talc", "old/a.txt"));
    before.inputs.push_back(screened(*program, "Aqua, Mica", "old/list.csv", "SKU-1"));
    before.inputs.push_back(screened(*program, "Aqua, Kaolin", "old/list.csv", "SKU-2"));
    after.inputs.push_back(screened(*program, "Aqua, Kaolin", "new/list.csv", "SKU-2"));
    after.inputs.push_back(screened(*program, "Aqua, Mica, Talc", "new/list.csv", "SKU-1"));
    after.inputs.push_back(screened(*program, "Aqua, Parfum", "new/b.txt"));
    const report::Changes changes = report::changes({before, "old"}, {after, "new/"});
    CHECK(changes.unchanged == 1);
    REQUIRE(changes.products.size() == 3);
    CHECK(describe(changes.products[0]) == "added Talc > place 3\n");
    CHECK(!changes.products[1].before);
    CHECK(changes.products[1].name == "new/b.txt");
    CHECK(!changes.products[2].after);
    CHECK(changes.products[2].name == "old/a.txt");
    const std::string json = report::sheet_json(report::diff_sheet(changes, "old", "new"), "incilint.diff/1");
    CHECK(json.find("\"changed\":1,\"new\":1,\"gone\":1,\"unchanged\":1") != json.npos);
    CHECK(json.find("\"state\":\"gone\"") != json.npos);
    CHECK(json.find("\"burden_after\":null") != json.npos);
}

TEST_CASE("the points that moved say why the verdict moved") {
    const auto program = builtin::program();
    REQUIRE(program);
    report::Run before;
    report::Run after;
    before.program = after.program = &*program;
    before.inputs.push_back(screened(*program, "Aqua, Sodium Lauryl Sulfate, Glycerin"));
    after.inputs.push_back(screened(*program, "Aqua, Glycerin"));
    const report::Changes changes = report::changes({before, ""}, {after, ""});
    REQUIRE(changes.products.size() == 1);
    REQUIRE(changes.products[0].points.size() == 1);
    const report::PointsDiff& points = changes.products[0].points[0];
    CHECK(points.ingredient == "Sodium Lauryl Sulfate");
    CHECK(points.before_high > 0);
    CHECK(points.after_high == 0);
}

TEST_CASE("pairs: the fewest items move") {
    struct Row {
        std::vector<std::string> before;
        std::vector<std::string> after;
        std::vector<bool> moved;
        std::vector<std::size_t> gone;
    };
    const std::vector<Row> rows = {
        {{}, {}, {}, {}},
        {{"a", "b", "c"}, {"a", "b", "c"}, {false, false, false}, {}},
        {{"a", "b", "c"}, {"c", "a", "b"}, {true, false, false}, {}},
        {{"a", "b", "c"}, {"b", "x"}, {false, false}, {0, 2}},
        {{"a", "b", "c", "d"}, {"d", "c", "b", "a"}, {true, true, true, false}, {}},
    };
    for (const Row& row : rows) {
        const report::Pairing pairing = report::pair_up(row.before, row.after);
        CHECK(pairing.moved == row.moved);
        CHECK(pairing.gone == row.gone);
    }
    CHECK(report::numbered({"a", "b", "a"}) == std::vector<std::string>{"a\n1", "b\n1", "a\n2"});
}
