#include "report/identity.h"

#include <algorithm>
#include <string>
#include <utility>
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

report::Run run_of(std::vector<report::Input> inputs) {
    report::Run out;
    out.program = &program();
    out.inputs = std::move(inputs);
    return out;
}

std::vector<std::string> lines(const report::Input& input) {
    std::vector<std::string> out;
    const report::Run run = run_of({input});
    const report::ProductKeys keys(run);
    report::Identifier identifier(keys);
    for (const match::Screening& screening : run.inputs.front().screenings) {
        for (const match::Finding& finding : screening.findings) {
            if (program().rules()[finding.rule].effect != rules::Effect::concern) continue;
            const auto id = identifier.identity({program(), run.inputs.front(), screening}, finding);
            out.push_back(id.rule + "|" + id.product + "|" + id.ingredient + "|" + std::to_string(id.occurrence));
        }
    }
    return out;
}

/// The key of the first product of each input.
std::vector<std::string> keys_of(const std::vector<report::Input>& inputs) {
    const report::Run run = run_of(inputs);
    const report::ProductKeys keys(run);
    std::vector<std::string> out;
    for (const report::Input& input : run.inputs) out.push_back(keys.of({program(), input, input.screenings.front()}));
    return out;
}

report::Input row(std::size_t record, std::string id, std::string name) {
    report::Input out = screened("Aqua, Parfum");
    out.record_kind = report::RecordKind::row;
    out.record = record;
    out.id = std::move(id);
    out.product = std::move(name);
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
    using Keys = std::vector<std::string>;
    CHECK(keys_of({row(7, "", "")}) == Keys{"labels/wash.txt#7"});
    CHECK(keys_of({row(7, "", "Oat Wash")}) == Keys{"labels/wash.txt#Oat Wash"});
    CHECK(keys_of({row(7, "0012", "Oat Wash")}) == Keys{"labels/wash.txt#0012"});
    report::Input elsewhere = row(7, "0012", "");
    elsewhere.project_path.clear();
    CHECK(keys_of({elsewhere}) == Keys{"./labels/../labels/wash.txt#0012"});
}

TEST_CASE("rows that share an id are told apart by name, and by their order where that is one as well") {
    using Keys = std::vector<std::string>;
    CHECK(keys_of({row(1, "A", "Wash"), row(2, "A", "Cream"), row(3, "B", "Cream")}) ==
          Keys{"labels/wash.txt#A Wash", "labels/wash.txt#A Cream", "labels/wash.txt#B"});
    CHECK(keys_of({row(1, "A", "Wash"), row(2, "A", "Wash"), row(3, "A", "")}) ==
          Keys{"labels/wash.txt#A Wash[1 of 2]", "labels/wash.txt#A Wash[2 of 2]", "labels/wash.txt#A"});
    CHECK(keys_of({row(1, "", "Wash"), row(2, "", "Wash")}) ==
          Keys{"labels/wash.txt#Wash[1 of 2]", "labels/wash.txt#Wash[2 of 2]"});
    // One row less is another order: every key is a new one, and nothing is taken for something else.
    CHECK(keys_of({row(1, "A", ""), row(2, "A", ""), row(3, "A", "")})[1] !=
          keys_of({row(1, "A", ""), row(2, "A", "")})[1]);
    const report::Run run = run_of({row(1, "A", "Wash"), row(2, "B", ""), row(3, "A", "Cream")});
    const report::ProductKeys keys(run);
    REQUIRE(keys.shared().size() == 1);
    CHECK(keys.shared()[0].key == "A");
    CHECK(keys.shared()[0].inputs == std::vector<std::size_t>{0, 2});
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
