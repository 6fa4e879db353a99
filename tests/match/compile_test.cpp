#include "match/compile.h"

#include "match/parts.h"
#include "match/sections.h"
#include "turns.h"
#include "world.h"

using namespace incilint;

namespace {

std::vector<std::string> fault_codes(const std::string& text) {
    const auto image = world::compile({world::rule_set(text)});
    REQUIRE_FALSE(image);
    std::vector<std::string> codes;
    for (const auto& fault : image.error()) {
        CHECK(fault.where.line > 0);
        codes.push_back(fault.code);
    }
    return codes;
}

std::string rule(const std::string& ingredient, const std::string& rest = "category: harsh-surfactant") {
    return "  - {id: a/b, effect: concern, severity: error, title: T, " + rest + ", ingredient: " + ingredient + "}\n";
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("every fault is told at once, with its place") {
    CHECK(fault_codes(world::yaml(rule("{any: [{name: Sodium Larl Sulfat}, {class: alkyl-sulfat}, "
                                       "{glob: \"sod*um\"}, {pattern: \"(\"}]}"))) ==
          Codes{"rules/unknown-name", "rules/unknown-class", "rules/bad-glob", "rules/bad-pattern"});
    CHECK(fault_codes(world::yaml(rule("{name: Aqua}", "category: harsh-surfactent"))) ==
          Codes{"rules/unknown-category"});
    CHECK(fault_codes(world::yaml(rule("{name: Aqua}", "category: prebiotic"))) == Codes{"rules/category-and-effect"});
}

TEST_CASE("a near match is offered") {
    const auto image = world::compile({world::rule_set(world::yaml(rule("{class: alkyl-sulfat}")))});
    REQUIRE_FALSE(image);
    CHECK(image.error()[0].hint == "did you mean 'alkyl-sulfate'?");
}

TEST_CASE("sets that are not there or hold themselves are refused, whoever made the rule set") {
    const std::string text = world::yaml(rule("{set: one}"), "sets:\n  one: {name: Aqua}\n  two: {set: one}\n");
    const auto code_of = [](const rules::RuleSet& set) {
        const auto image = world::compile({set});
        REQUIRE_FALSE(image);
        REQUIRE(image.error().size() == 1);
        return image.error()[0].code;
    };
    rules::RuleSet cycle = world::rule_set(text);
    cycle.sets[0].second = cycle.sets[1].second;
    CHECK(code_of(cycle) == "rules/set-cycle");
    rules::RuleSet unknown = world::rule_set(text);
    unknown.sets[0].first.text = "eno";
    unknown.sets[1].second = unknown.sets[0].second;
    CHECK(code_of(unknown) == "rules/unknown-set");
}

TEST_CASE("sets that share a set do not grow") {
    std::string sets = "sets:\n  s0: {any: [{name: Aqua}, {name: Inulin}]}\n";
    for (int i = 1; i < 12; ++i) {
        const std::string before = "s" + std::to_string(i - 1);
        sets += "  s" + std::to_string(i) + ": {any: [{set: " + before + "}, {set: " + before + "}]}\n";
    }
    const auto image = world::compile({world::rule_set(world::yaml(rule("{set: s11}"), sets))});
    REQUIRE(image);
    const auto program = match::Program::open(*image, true);
    REQUIRE(program);
    CHECK(world::findings(*program, "Glycerin, Inulin") == "a/b error certain @2\n");
}

TEST_CASE("the same input gives the same bytes") {
    const std::string text = world::yaml(rule("{class: alkyl-sulfate}"));
    const auto one = world::compile({world::rule_set(text)});
    const auto two = world::compile({world::rule_set(text)});
    REQUIRE(one);
    REQUIRE(two);
    CHECK(*one == *two);
    CHECK(match::is_intact(*one));
}

TEST_CASE("names of the house may be used and are recognised") {
    const std::string house = "ingredients:\n  - {inci: Acme Foam, synonyms: [AF-2], classes: [alkyl-sulfate]}\n";
    const auto program = world::program(world::yaml(rule("{class: alkyl-sulfate}"), house));
    CHECK(world::findings(program, "Aqua, AF-2") == "a/b error certain @2\n");
}

TEST_CASE("names of the house come from --data and from rules together") {
    const auto base = builtin::program();
    const std::string dictionary = world::dictionary_image();
    const auto opened = lexicon::Dictionary::open(dictionary);
    REQUIRE(opened);
    const auto data = lexicon::build_house_image({{"House Soap", {"HS"}, {"surfactant"}, {}}}, *opened);
    REQUIRE(data);
    const std::string house = "ingredients:\n  - {inci: Acme Foam, classes: [alkyl-sulfate]}\n";
    const auto image = world::compile({world::rule_set(world::yaml(rule("{class: surfactant}"), house))}, *data);
    REQUIRE(image);
    const auto program = match::Program::open(*image, true);
    REQUIRE(program);
    CHECK(world::findings(*program, "HS, Acme Foam, Aqua") == "a/b error certain @1\na/b error certain @2\n");
}

TEST_CASE("a program opened in memory is the one that its image holds") {
    const std::string dictionary = world::dictionary_image();
    const auto images = match::images_of(builtin::image());
    REQUIRE(images);
    const std::string house = "ingredients:\n  - {inci: Acme Foam, classes: [alkyl-sulfate]}\n";
    const std::vector<rules::RuleSet> sets{world::rule_set(world::yaml(rule("{glob: \"acme *\"}"), house))};
    const auto image = match::compile({sets, dictionary, {}, images->vocabulary});
    auto parts = match::compile_parts({sets, dictionary, {}, images->vocabulary});
    REQUIRE(image);
    REQUIRE(parts);
    const auto sections = match::read_sections(match::program_magic, *image);
    REQUIRE(sections);
    const auto section = [&](match::Part part) {
        return match::section_of(*sections, static_cast<std::uint32_t>(part));
    };
    CHECK((section(match::Part::house) == parts->house));
    CHECK((section(match::Part::rules) == match::store(parts->book)));
    CHECK((section(match::Part::code) == match::store(parts->code)));
    CHECK((section(match::Part::candidates) == parts->candidates));
    match::Compiled damaged = *parts;
    damaged.book.rules.clear();
    CHECK_FALSE(match::Program::open(std::move(damaged)));
    const auto program = match::Program::open(std::move(*parts));
    REQUIRE(program);
    CHECK(world::findings(*program, "Aqua, Acme Foam") == "a/b error certain @2\n");
}

TEST_CASE("rules that are switched off are not in the program") {
    const auto program =
        world::program(world::yaml("  - {id: a/b, effect: info, title: T, enabled: false, ingredient: {name: Aqua}}\n"
                                   "  - {id: a/c, effect: info, title: T, ingredient: {name: Aqua}}\n"));
    REQUIRE(program.rules().size() == 1);
    CHECK(program.rules()[0].id.text == "a/c");
}

TEST_CASE("a damaged program is refused or stays inside its bytes") {
    const auto image = world::compile({world::rule_set(world::yaml(rule("{class: alkyl-sulfate}")))});
    REQUIRE(image);
    for (std::size_t size = 0; size < image->size(); size += 97) {
        CHECK_FALSE(match::Program::open(std::string_view{*image}.substr(0, size), true));
    }
    // The tables at the end of the image are this room's own.
    int opened = 0;
    for (std::size_t at = image->size() * 9 / 10; at < image->size(); at += test::stride) {
        std::string broken = *image;
        broken[at] = static_cast<char>(broken[at] ^ 0xff);
        const auto program = match::Program::open(broken, true);
        if (!program) continue;
        ++opened;
        CHECK_NOTHROW((void)world::findings(*program, "Aqua, SLS, Foo"));
    }
    CHECK(opened > 0);
}
