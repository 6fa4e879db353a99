#include "report/text.h"

#include <string>

#include <doctest/doctest.h>

#include "builtin/builtin.h"
#include "label/read.h"
#include "report/documents.h"

using namespace incilint;

namespace {

report::Input screened(const match::Program& program, std::string text) {
    report::Input out;
    out.path = "label.txt";
    out.text = std::move(text);
    out.label = label::read(out.text, program.dictionary(), program.vocabulary());
    out.screenings = match::screen(program, out.label, out.text, {});
    return out;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the report for people says what was found, why, and what it is not") {
    const auto program = builtin::program();
    REQUIRE(program);
    report::Run run;
    run.program = &*program;
    run.inputs.push_back(
        screened(*program, "Aqua, Sodium Lauryl Sulfate, Parfum, Lactobacillus, Qwxyzon, Limonene, Linalool"));
    const std::string text = report::check_text(run, {});
    CHECK(text.starts_with("label.txt\n"));
    CHECK(holds(text, "error  harsh-surfactant/lauryl-sulfate"));
    CHECK(holds(text, "bacterial name, viability unknown"));
    CHECK(holds(text, "not recognised: Qwxyzon"));
    CHECK(holds(text, "also: Linalool (7)"));
    CHECK(holds(text, "points of burden"));
    CHECK(text.find(std::string(report::closing_line) + "\nincilint ") != std::string::npos);
    // The most severe stands first.
    CHECK(text.find("harsh-surfactant/") < text.find("fragrance/undisclosed"));
    for (const char* word : {"certified", "microbiome-friendly", "is safe", "clinically proven", "\x1b"}) {
        CAPTURE(word);
        CHECK(!holds(text, word));
    }
    CHECK(holds(report::check_text(run, {.colour = true}), "\x1b[1;31merror"));
}

TEST_CASE("several products are counted; a row says its record and line") {
    const auto program = builtin::program();
    REQUIRE(program);
    report::Run run;
    run.program = &*program;
    run.inputs.push_back(screened(*program, "Aqua, Sodium Lauryl Sulfate"));
    run.inputs.push_back(screened(*program, "Free of parabens!"));
    run.inputs[1].record = 7;
    run.inputs[1].record_kind = report::RecordKind::row;
    run.inputs[1].locate = [](std::size_t) { return base::Position{9, 3}; };
    const std::string text = report::check_text(run, {});
    CHECK(holds(text, "label.txt, record 7 (line 9)"));
    CHECK(holds(text, "2 products: 2 with errors, 0 with warnings only, 0 with notes only, 1 without a list"));
    CHECK(holds(text, "no verdict: "));
}

TEST_CASE("nothing read, nothing reported") {
    const auto program = builtin::program();
    REQUIRE(program);
    report::Run run;
    run.program = &*program;
    CHECK(report::check_text(run, {}).empty());
    CHECK(report::parse_text(run, {}).empty());
    CHECK(holds(report::check_json(run), "\"inputs\":[],\"incomplete\":false,"));
}
