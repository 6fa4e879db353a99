#include "match/screening.h"
#include "world.h"

using namespace incilint;

namespace {

constexpr std::string_view sulfate =
    "  - id: harsh/sulfate\n"
    "    category: harsh-surfactant\n"
    "    effect: concern\n"
    "    severity: error\n"
    "    title: Sulfate\n"
    "    weight: 10\n"
    "    ingredient: {any: [{class: alkyl-sulfate}, {glob: \"* lauryl sulfate\"}], except: {name: Sodium Cetearyl "
    "Sulfate}}\n"
    "    message: \"{ingredient} is {rank} of {count}, {bounds} ({rule}, {category})\"\n";

std::string alcohol(std::string_view more) {
    return "  - id: drying/alcohol\n    category: drying-alcohol\n    effect: concern\n    severity: warning\n"
           "    title: Alcohol\n    weight: 6\n    ingredient: {class: short-chain-alcohol}\n" +
           std::string{more};
}

std::string label_rule(std::string_view label, std::string_view more = {}) {
    return "  - id: whole/label\n    effect: info\n    severity: warning\n    title: Whole\n    label: " +
           std::string{label} + "\n" + std::string{more};
}

std::string prebiotic() {
    return "  - {id: good/inulin, category: prebiotic, effect: credit, title: Inulin, weight: 2, ingredient: {name: "
           "Inulin}}\n";
}

match::Context typed(rules::ProductType type) {
    match::Context context;
    context.type = type;
    return context;
}

}  // namespace

TEST_CASE("names match by identity and class, with exceptions") {
    const auto program = world::program(world::yaml(sulfate));
    CHECK(world::findings(program, "Aqua, SLS, Sodium Cetearyl Sulfate, sodium lauryl sulphate") ==
          "harsh/sulfate error certain @2\nharsh/sulfate error certain @4\n");
}

TEST_CASE("a glob on a name that nothing recognised is possible and says so") {
    const auto program = world::program(world::yaml(sulfate));
    const auto screening = world::screened(program, world::label_of("Aqua, Zinc Lauryl Sulfate, Magnesium Sulfate"));
    CHECK(world::describe(program, screening) == "harsh/sulfate error possible @2\n");
    CHECK(screening.findings[0].message.find("not in the dictionary") != std::string::npos);
    CHECK(screening.entries[1].listed_in == std::vector<std::string>{"harsh-surfactant"});
    CHECK_FALSE(screening.entries[1].recognised);
}

TEST_CASE("an expression that holds of any name says nothing of an unknown one") {
    const auto program = world::program(world::yaml(
        "  - {id: not/water, effect: info, title: T, ingredient: {not: {name: Aqua}}}\n"
        "  - {id: not/water-but, effect: info, title: T, ingredient: {all: [{not: {name: Aqua}}, {pattern: foo}]}}\n"));
    CHECK(world::findings(program, "Aqua, Inulin, Bar, Foo") ==
          "not/water note certain @2\nnot/water-but note possible @4\n");
}

TEST_CASE("messages are filled once, braces of the label included") {
    const auto program = world::program(world::yaml(sulfate));
    auto label = world::label_of("Aqua, {rank} Lauryl Sulfate");
    label.products[0].entries[1].percent = label::Percent{1, 5};
    const auto screening = world::screened(program, label);
    REQUIRE(screening.findings.size() == 1);
    CHECK(screening.findings[0].message.starts_with(
        "{rank} Lauryl Sulfate is 2 of 2, 1-5 % (harsh/sulfate, harsh-surfactant)"));
}

TEST_CASE("grades: the first that holds decides, what cannot be told does not hold") {
    const auto program =
        world::program(world::yaml(alcohol("    grades: [{when: {product: leave-on, rank: {at-most: 3}}, severity: "
                                           "error}, {when: {from-end: {at-most: 1}}, "
                                           "severity: note}, {when: {rank: {at-least: 5}}, severity: none}]\n")));
    const auto leave_on = typed(rules::ProductType::leave_on);
    CHECK(world::findings(program, "Aqua, Alcohol Denat., Inulin", leave_on) == "drying/alcohol error certain @2\n");
    CHECK(world::findings(program, "Aqua, Alcohol Denat., Inulin") == "drying/alcohol warning certain @2\n");
    CHECK(world::findings(program, "Aqua, Inulin, Glycerin, SLS, Alcohol Denat.", leave_on) ==
          "drying/alcohol note certain @5\n");
    CHECK(world::findings(program, "Aqua, Inulin, Glycerin, SLS, Alcohol Denat., Lye", leave_on).empty());
}

TEST_CASE("when fails: no finding; cannot be told: otherwise, as possible") {
    const auto silent = world::program(world::yaml(alcohol("    when: {product: leave-on}\n")));
    const auto loud = world::program(world::yaml(alcohol("    when: {product: leave-on}\n    otherwise: note\n")));
    CHECK(world::findings(silent, "Alcohol Denat.").empty());
    CHECK(world::findings(loud, "Alcohol Denat.") == "drying/alcohol note possible @1\n");
    CHECK(world::findings(loud, "Alcohol Denat.", typed(rules::ProductType::rinse_off)).empty());
    CHECK(world::findings(loud, "Alcohol Denat.", typed(rules::ProductType::leave_on)) ==
          "drying/alcohol warning certain @1\n");
    const auto screening = world::screened(loud, world::label_of("Alcohol Denat."));
    CHECK(screening.findings[0].message.find("cannot be told: the product type") != std::string::npos);
    CHECK(screening.entries[0].listed_in == std::vector<std::string>{"drying-alcohol"});
}

TEST_CASE("an entry under may contain is possible at most") {
    const auto program = world::program(world::yaml(sulfate));
    auto label = world::label_of("Aqua, SLS");
    label.products[0].entries[1].section = label::Section::may_contain;
    CHECK(world::describe(program, world::screened(program, label)) == "harsh/sulfate error possible @2\n");
}

TEST_CASE("label rules: terms may be met by different entries, within a part of the list") {
    const auto program = world::program(
        world::yaml(label_rule("{all: [{name: Coco-Glucoside}, {name: Sodium Hydroxide}], within: first-third}")));
    CHECK(world::findings(program, "Coco-Glucoside, Lye, Aqua, Inulin, Glycerin, SLS") ==
          "whole/label warning certain\n");
    CHECK(world::findings(program, "Coco-Glucoside, Aqua, Lye, Inulin, Glycerin, SLS").empty());
    CHECK(world::findings(program, "Coco-Glucoside, Aqua").empty());
}

TEST_CASE("where order means nothing, a part of the list cannot be told") {
    const auto program =
        world::program(world::yaml(label_rule("{name: Inulin, within: first-three}", "    otherwise: note\n")));
    auto label = world::label_of("Aqua, Inulin");
    CHECK(world::describe(program, world::screened(program, label)) == "whole/label warning certain\n");
    label.products[0].order = label::Order::alphabetical;
    CHECK(world::describe(program, world::screened(program, label)) == "whole/label note possible\n");
}

TEST_CASE("absence is certain only where every name was recognised") {
    const auto program = world::program(world::yaml(prebiotic() + label_rule("{not: {category: prebiotic}}")));
    CHECK(world::findings(program, "Aqua, Glycerin") == "whole/label warning certain\n");
    CHECK(world::findings(program, "Aqua, Inulin") == "good/inulin note certain @2\n");
    CHECK(world::findings(program, "Aqua, Mystery Polymer").empty());
}

TEST_CASE("a name of two uses is listed by each category once") {
    const auto program = world::program(world::yaml(
        prebiotic() +
        "  - {id: good/again, category: prebiotic, effect: credit, title: T, weight: 1, ingredient: {name: Inulin}}\n"
        "  - {id: good/plant, category: mild-plant-extract, effect: credit, title: T, weight: 1, ingredient: {name: "
        "Inulin}, when: {product: leave-on}}\n"));
    const auto screening = world::screened(program, world::label_of("Inulin"));
    CHECK(screening.entries[0].listed_in == std::vector<std::string>{"mild-plant-extract", "prebiotic"});
}

TEST_CASE("detections become findings of the rules that name them") {
    const auto program = world::program(world::yaml(
        "  - {id: label/no-list, effect: info, severity: error, title: None, detector: no-list, message: None}\n"
        "  - {id: label/mojibake, effect: info, severity: warning, title: Broken, detector: mojibake}\n"));
    label::Label none;
    none.detections.push_back({label::Detector::no_list, {0, 5}, {}, {}, "detail"});
    const auto screenings = match::screen(program, none, "hello", {});
    REQUIRE(screenings.size() == 1);
    CHECK_FALSE(screenings[0].product);
    CHECK(world::describe(program, screenings[0]) == "label/no-list error certain\n");
    CHECK(screenings[0].findings[0].span == base::Span{0, 5});
    CHECK_FALSE(screenings[0].verdict.given);
    CHECK(screenings[0].verdict.words == "no verdict");

    auto label = world::label_of("Aqua, Inulin");
    label.products.push_back(label.products[0]);
    label.detections.push_back({label::Detector::mojibake, {0, 4}, 1, 0, ""});
    label.detections.push_back({label::Detector::mojibake, {0, 9}, {}, {}, ""});
    const auto kit = match::screen(program, label, {}, {});
    REQUIRE(kit.size() == 2);
    CHECK(world::describe(program, kit[0]) == "label/mojibake warning certain\n");
    CHECK(world::describe(program, kit[1]) == "label/mojibake warning certain @1\n");
}

TEST_CASE("findings stand in the order of the label, then of the rules") {
    const auto program = world::program(world::yaml(std::string{sulfate} + prebiotic() +
                                                    "  - {id: info/all, effect: info, title: T, ingredient: {any: "
                                                    "[{name: Inulin}, {class: surfactant}]}}\n"));
    CHECK(
        world::findings(program, "Inulin, SLS") ==
        "good/inulin note certain @1\ninfo/all note certain @1\nharsh/sulfate error certain @2\ninfo/all note certain "
        "@2\n");
}
