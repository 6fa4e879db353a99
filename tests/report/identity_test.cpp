#include "report/identity.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "builtin/builtin.h"
#include "identified.h"
#include "label/read.h"

using namespace incilint;

namespace {

const match::Program& program() {
    static const auto opened = builtin::program();
    return *opened;
}

report::Input screened(std::string text) {
    report::Input out;
    out.path = "./labels/../labels/wash.txt";
    out.project_path = "labels/wash.txt";
    out.text = std::move(text);
    out.label = label::read(out.text, program().dictionary(), program().vocabulary());
    out.screenings = match::screen(program(), out.label, out.text, {});
    return out;
}

std::vector<std::string> lines(const report::Input& input) {
    std::vector<std::string> out;
    report::Identifier identifier;
    for (const match::Screening& screening : input.screenings) {
        for (const match::Finding& finding : screening.findings) {
            if (program().rules()[finding.rule].effect != rules::Effect::concern) continue;
            const auto id = identifier.identity({program(), input, screening}, finding);
            out.push_back(id.rule + "|" + id.product + "|" + id.ingredient + "|" + std::to_string(id.occurrence));
        }
    }
    return out;
}

}  // namespace

TEST_CASE("an identity is made of rule, product, normal name and occurrence; synonyms and places change nothing") {
    const std::vector<std::string> want = {
        "harsh-surfactant/lauryl-sulfate|labels/wash.txt|sodium lauryl sulfate|1",
        "fragrance/undisclosed|labels/wash.txt|parfum|1",
    };
    CHECK(lines(screened("Aqua, Sodium Lauryl Sulfate, Parfum, Glycerin")) == want);
    CHECK(lines(screened("Aqua,\n\nGlycerin, SODIUM  LAURYL SULPHATE\n, Fragrance")) == want);
}

TEST_CASE("the second of two equal findings is another one") {
    const auto found = lines(screened("Aqua, Parfum, Glycerin, Parfum"));
    CHECK(std::count(found.begin(), found.end(), "fragrance/undisclosed|labels/wash.txt|parfum|1") == 1);
    CHECK(std::count(found.begin(), found.end(), "fragrance/undisclosed|labels/wash.txt|parfum|2") == 1);
}

TEST_CASE("rows are known by their id, else by their name, else by their number") {
    report::Input row = screened("Aqua, Parfum");
    row.record_kind = report::RecordKind::row;
    row.record = 7;
    CHECK(report::product_key({program(), row, row.screenings.front()}) == "labels/wash.txt#7");
    row.product = "Oat Wash";
    CHECK(report::product_key({program(), row, row.screenings.front()}) == "labels/wash.txt#Oat Wash");
    row.id = "0012";
    CHECK(report::product_key({program(), row, row.screenings.front()}) == "labels/wash.txt#0012");
    row.project_path.clear();
    CHECK(report::product_key({program(), row, row.screenings.front()}) == "./labels/../labels/wash.txt#0012");
}

TEST_CASE("a run is identified in place, across its inputs") {
    report::Run run;
    run.program = &program();
    run.inputs.push_back(screened("Aqua, Parfum"));
    run.inputs.push_back(screened("Aqua, Parfum"));
    incilint::test::identify(run);
    const auto first = [&](std::size_t i) {
        for (const match::Finding& finding : run.inputs[i].screenings.front().findings)
            if (program().rules()[finding.rule].id.text == "fragrance/undisclosed") return finding.fingerprint;
        return std::string();
    };
    CHECK(first(0) == match::fingerprint({"fragrance/undisclosed", "labels/wash.txt", "parfum", 1}));
    CHECK(first(1) == match::fingerprint({"fragrance/undisclosed", "labels/wash.txt", "parfum", 2}));
}
