// Two ways of working, one answer: the compiled program and the slow reading of the rules, on random rules and labels
// and on the default rules over every name of the dictionary.

#include "oracle.h"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "builtin/builtin.h"
#include "generate.h"
#include "lexicon/build.h"
#include "lexicon/recognise.h"
#include "match/compile.h"
#include "rules/load.h"
#include "turns.h"

using namespace incilint;

namespace {

constexpr std::string_view classes =
    "class\tparent\tmeaning\tsource\n"
    "surfactant\t\tSurfactants\tunsourced\n"
    "sulfate\tsurfactant\tSulfates\tunsourced\n"
    "alkyl-sulfate\tsulfate\tAlkyl sulfates\tunsourced\n"
    "plant\t\tPlants\tunsourced\n";

constexpr std::string_view ingredients =
    "inci\tsynonyms\tcas\tclasses\tfunctions\tcap\tsource\n"
    "Aqua\tWater; Eau\t\t\t\t\tunsourced\n"
    "Coco-Glucoside\t\t\tsurfactant\t\t\tunsourced\n"
    "Inulin\tChicory Sugar\t\tplant\t\t\tunsourced\n"
    "Parfum\tFragrance\t\t\t\t\tunsourced\n"
    "Saponified Oat Oil\t\t\tsurfactant; plant\t\t\tunsourced\n"
    "Sodium Cetearyl Sulfate\t\t\talkyl-sulfate\t\t\tunsourced\n"
    "Sodium Laureth Sulfate\tSLES\t\tsulfate\t\t\tunsourced\n"
    "Sodium Lauryl Sulfate\tSLS\t\talkyl-sulfate\t\t\tunsourced\n";

oracle::Words some_words() {
    return {
        {"Aqua", "water", "SLS", "Sodium Lauryl Sulfate", "Inulin", "Parfum (Fragrance)", "Coco-Glucoside"},
        {"surfactant", "sulfate", "alkyl-sulfate", "plant"},
        {"* Sulfate", "Sodium * Sulfate", "* Lauryl Sulphate", "Inulin", "* Oil", "* (Shea) *", "Coco-Glucoside *"},
        {"sulfate$", "^sodium", "l[ae]u", "oat|inulin", "x{2,}", "glucoside"},
        {"Aqua",
         "Eau",
         "Water",
         "sodium lauryl sulphate",
         "SLS",
         "SLES",
         "Sodium Cetearyl Sulfate",
         "Inulin",
         "Parfum",
         "Fragrance",
         "Zinc Lauryl Sulfate",
         "Mystery Oil",
         "Butyrospermum (Shea) Butter",
         "Sodium Lauryl Sulfat",
         "Sodium Laurety Sulfate",
         "Saponified Oat Oil",
         "Chicory Sugar",
         "xxx",
         "",
         "Coco-Glucoside",
         "Foo"},
    };
}

std::string small_dictionary() {
    lexicon::DictionarySources sources;
    sources.ingredients = {"ingredients.tsv", ingredients};
    sources.classes = {"classes.tsv", classes};
    sources.sources = {"sources.tsv", "key\tcitation\tlink\tread\tdate\n"};
    sources.spelling = {"spelling.tsv", "from\tto\tsource\nsulphate\tsulfate\tunsourced\n"};
    auto image = lexicon::build_image(sources);
    REQUIRE(image);
    return std::move(*image);
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

}  // namespace

TEST_CASE("random rules on random labels: both ways agree") {
    const std::string dictionary_image = small_dictionary();
    const auto dictionary = lexicon::Dictionary::open(dictionary_image);
    const auto images = match::images_of(builtin::image());
    REQUIRE(dictionary);
    REQUIRE(images);
    const oracle::Words words = some_words();
    match::Scratch scratch(16);
    std::size_t findings = 0;
    std::size_t possible = 0;
    for (std::uint32_t seed = 1; seed <= test::turns(1000U); ++seed) {
        oracle::Dice dice(seed);
        const rules::RuleSet set = oracle::random_rules(dice, words);
        const auto image = match::compile({{set}, dictionary_image, {}, images->vocabulary});
        CAPTURE(seed);
        REQUIRE(image);
        const auto program = match::Program::open(*image, true);
        REQUIRE(program);
        for (int round = 0; round < 12; ++round) {
            const label::Label label = oracle::random_label(dice, words);
            const match::Context context = oracle::random_context(dice);
            const auto screenings = match::screen(*program, label, {}, context);
            const auto again = match::screen(*program, label, {}, context, scratch);
            CAPTURE(round);
            REQUIRE(screenings.size() == std::max<std::size_t>(1, label.products.size()));
            for (std::size_t p = 0; p < screenings.size(); ++p) {
                const std::string expected = joined(oracle::screen({set, *dictionary}, label, p, context));
                CHECK(joined(oracle::lines_of(*program, screenings[p])) == expected);
                CHECK(joined(oracle::lines_of(*program, again[p])) == expected);
                findings += screenings[p].findings.size();
                for (const auto& finding : screenings[p].findings) {
                    if (finding.certainty == match::Certainty::possible) ++possible;
                }
            }
        }
    }
    // The generator is worth something only while both kinds of findings are common.
    CHECK(findings > test::turns(10'000U));
    CHECK(possible > 1'000);
}

TEST_CASE("the default rules over every name of the dictionary: both ways agree") {
    const auto program = builtin::program();
    REQUIRE(program);
    const auto resolve = [](std::string_view name, const rules::RuleText&) -> base::Expected<rules::RuleText> {
        const auto text = builtin::rule_text(name);
        if (!text) return base::Error{base::Diagnostic{"test", {}, "no such set", ""}};
        return rules::RuleText{std::string{name}, std::string{name}, std::string{*text}};
    };
    std::vector<rules::RuleSet> sets;
    for (const match::RuleSetInfo& info : program->rule_sets()) {
        const auto text = builtin::rule_text(info.id);
        REQUIRE(text);
        auto loaded = rules::load_rules({info.id, info.id, std::string{*text}}, resolve);
        REQUIRE(loaded);
        sets.push_back(std::move(*loaded));
    }
    const auto set = rules::join_rules(std::move(sets));
    REQUIRE(set);

    const lexicon::Dictionary& dictionary = program->dictionary();
    std::size_t listed = 0;
    for (std::uint32_t id = 0; id < dictionary.size(); id += test::stride) {
        const std::string name{dictionary.inci(lexicon::IngredientId{id})};
        label::Label label;
        label.products.emplace_back();
        label.products[0].entries.emplace_back();
        label.products[0].entries[0].name = name;
        const auto screenings = match::screen(*program, label, {}, {});
        std::set<std::string> expected;
        const auto recognised = lexicon::recognise(name, dictionary, {});
        for (const rules::Rule& rule : set->rules) {
            if (!rule.enabled || !rule.ingredient || rule.category.empty()) continue;
            if (oracle::holds({*set, dictionary}, *rule.ingredient, name, recognised)) expected.insert(rule.category);
        }
        CAPTURE(name);
        CHECK(screenings[0].entries[0].listed_in == std::vector<std::string>(expected.begin(), expected.end()));
        listed += expected.empty() ? 0 : 1;
    }
    CHECK(listed > test::turns(500U));
}
