// The judgement in small integers (match/lean.h) and the one with words (match/screening.h), one answer: on random
// rules and on the default ones.
#include "match/lean.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "builtin/builtin.h"
#include "generate.h"
#include "lexicon/build.h"
#include "match/compile.h"
#include "rules/load.h"

using namespace incilint;

namespace {

constexpr std::string_view classes =
    "class\tparent\tmeaning\tsource\nsurfactant\t\tSurfactants\tunsourced\nplant\t\tPlants\tunsourced\n";

constexpr std::string_view ingredients =
    "inci\tsynonyms\tcas\tclasses\tfunctions\tcap\tsource\n"
    "Aqua\tWater; Eau\t\t\t\t\tunsourced\n"
    "Coco-Glucoside\t\t\tsurfactant\t\t\tunsourced\n"
    "Inulin\tChicory Sugar\t\tplant\t\t\tunsourced\n"
    "Parfum\tFragrance\t\t\t\t\tunsourced\n"
    "Sodium Laureth Sulfate\tSLES\t\tsurfactant\t\t\tunsourced\n";

oracle::Words some_words() {
    return {{"Aqua", "SLES", "Inulin", "Parfum", "Coco-Glucoside"},
            {"surfactant", "plant"},
            {"* Sulfate", "Inulin", "* Oil", "Coco-Glucoside *"},
            {"sulfate$", "l[ae]u", "oat|inulin", "glucoside"},
            {"Aqua", "Eau", "Water", "SLES", "Inulin", "Parfum", "Mystery Oil", "Sodium Laurety Sulfate",
             "Coco-Glucoside"}};
}

label::Label plain_label(const std::vector<std::string>& names) {
    label::Label label;
    label::Product& product = label.products.emplace_back();
    std::size_t at = 0;
    for (const std::string& name : names) {
        label::Entry& entry = product.entries.emplace_back();
        entry.name = label.texts.keep(name);
        entry.span = {at, at + name.size()};
        at += name.size() + 2;
    }
    return label;
}

/// Both judgements of a list of names.
class Both {
  public:
    explicit Both(const match::Program& program) : program_(program), matcher_(program_), lean_(program_) {}

    void compare(const std::vector<std::string>& names, const match::Context& context, std::uint16_t detectors = 0) {
        label::Label label = plain_label(names);
        for (std::size_t i = 0; i < label::detector_count; ++i)
            if ((detectors >> i & 1U) != 0)
                label.detections.push_back(
                    {static_cast<label::Detector>(i), {0, 1 + i}, std::nullopt, std::nullopt, ""});
        match::Screening want = match::screen(program_, label, "", context).at(0);
        // Those of detectors stand before those of entries here, wherever they point.
        if (detectors != 0)
            std::stable_partition(want.findings.begin(), want.findings.end(),
                                  [](const match::Finding& f) { return !f.entry; });
        std::vector<match::LeanFacts> facts;
        std::vector<match::LeanEntry> entries;
        facts.reserve(names.size());
        for (const std::string& name : names) {
            const match::Resolved resolved = matcher_.resolve(name, context.recognise);
            const auto made = lean_.facts(resolved);
            if (!made) return;
            facts.push_back(*made);
            const bool recognised = resolved.recognition.has_value();
            const auto place = static_cast<std::uint32_t>(facts.size() - 1);
            if (recognised && made->empty() && place % 2 == 0) continue;  // such ones may be left out
            entries.push_back({made->empty() ? nullptr : &facts.back(), place, recognised,
                               recognised && resolved.recognition->how != lexicon::How::spelling});
        }
        match::LeanScreening got;
        lean_.judge(lean_.in(context), static_cast<std::uint32_t>(names.size()), entries, got, detectors);
        ++compared;
        CHECK(got.given == want.verdict.given);
        CHECK(std::string_view(want.verdict.words).substr(0, want.verdict.words.find(" (")) == lean_.words(got.words));
        CHECK(got.burden == want.verdict.burden);
        CHECK(got.burden_low == want.verdict.burden_low);
        CHECK(got.burden_high == want.verdict.burden_high);
        CHECK(got.support == want.verdict.support);
        CHECK(got.confidence == want.verdict.confidence);
        CHECK(got.concerns == want.verdict.concerns);
        CHECK(got.recognised ==
              std::ranges::count_if(want.entries, [](const auto& e) { return e.recognised.has_value(); }));
        REQUIRE(got.findings.size() == want.findings.size());
        for (std::size_t i = 0; i < got.findings.size(); ++i) {
            const match::LeanFinding& a = got.findings[i];
            const match::Finding& b = want.findings[i];
            CHECK(a.rule == b.rule);
            CHECK(a.severity == b.severity);
            CHECK(a.certainty == b.certainty);
            CHECK(a.entry == b.entry.value_or(match::LeanFinding::whole_label));
            found += 1;
        }
    }

    [[nodiscard]] bool usable() const { return lean_.usable(); }
    std::size_t compared = 0;
    std::size_t found = 0;

  private:
    match::Program program_;
    match::Matcher matcher_;
    match::Lean lean_;
};

rules::VerdictModel random_model(oracle::Dice& dice, const std::vector<rules::Rule>& rules) {
    rules::VerdictModel model = builtin::program()->verdict();
    model.sibling_factor = dice.below(11) / 10.0;
    model.top_ranks = static_cast<int>(dice.below(4));
    model.unless_above = {{"prebiotic", {"harsh-surfactant"}}, {"postbiotic", {"fragrance", "prebiotic"}}};
    model.cap = {{"fragrance", 5.0 + dice.below(30)}, {"default", 20.0 + dice.below(60)}};
    model.gates.clear();
    for (std::uint32_t i = dice.below(4); i > 0; --i) {
        rules::Gate gate;
        gate.rule = dice.one_in(4) ? "rule/" : dice.pick(rules).id.text;
        if (dice.one_in(2)) gate.when.rank = rules::Range{std::nullopt, 1.0 + dice.below(4)};
        if (dice.one_in(3)) gate.when.product = {rules::ProductType::leave_on};
        gate.at_least = dice.pick(model.bands).name;
        model.gates.push_back(gate);
    }
    return model;
}

}  // namespace

TEST_CASE("random rules: integers and words judge alike") {
    lexicon::DictionarySources sources;
    sources.ingredients = {"ingredients.tsv", ingredients};
    sources.classes = {"classes.tsv", classes};
    sources.sources = {"sources.tsv", "key\tcitation\tlink\tread\tdate\n"};
    sources.spelling = {"spelling.tsv", "from\tto\tsource\n"};
    const auto image = lexicon::build_image(sources);
    REQUIRE(image);
    const auto images = match::images_of(builtin::image());
    REQUIRE(images);
    std::size_t compared = 0;
    std::size_t found = 0;
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        oracle::Dice dice(seed);
        const oracle::Words words = some_words();
        rules::RuleSet set = oracle::random_rules(dice, words);
        for (rules::Rule& rule : set.rules) {
            if (rule.effect != rules::Effect::info) rule.weight = dice.below(11);
            if (dice.one_in(4)) rule.group = dice.one_in(2) ? "one" : "two";
            rule.evidence.push_back({{"x", {}}, dice.one_in(2) ? "review" : "in-vitro", "says"});
        }
        set.verdict = random_model(dice, set.rules);
        const auto program_image = match::compile({{set}, *image, {}, images->vocabulary});
        if (!program_image) continue;  // a gate may name a rule that is switched off
        Both both(*match::Program::open(*program_image, true));
        REQUIRE(both.usable());
        for (int i = 0; i < 40; ++i) {
            std::vector<std::string> names;
            for (std::uint32_t n = 1 + dice.below(9); n > 0; --n) names.push_back(dice.pick(words.printed));
            CAPTURE(seed);
            CAPTURE(i);
            const std::uint32_t fired = dice.one_in(2) ? dice.below(1U << label::detector_count) : 0;
            both.compare(names, oracle::random_context(dice), static_cast<std::uint16_t>(fired));
        }
        compared += both.compared;
        found += both.found;
    }
    CHECK(compared > 1500);
    CHECK(found > 1500);
}

TEST_CASE("the default rules: integers and words judge alike") {
    const match::Program program = *builtin::program();
    const lexicon::Dictionary& dictionary = program.dictionary();
    Both both(program);
    REQUIRE(both.usable());
    // Names that rules know, so that lists hold something to judge.
    std::vector<std::string> listed;
    const match::Matcher matcher(program);
    for (std::uint32_t id = 0; id < dictionary.size(); ++id) {
        const std::string name(dictionary.inci(lexicon::IngredientId{id}));
        if (!matcher.resolve(name, {}).expressions.empty()) listed.push_back(name);
    }
    REQUIRE(listed.size() > 300);
    oracle::Dice dice(3);
    for (int i = 0; i < 2500; ++i) {
        std::vector<std::string> names;
        for (std::uint32_t n = 1 + dice.below(24); n > 0; --n) {
            const std::uint32_t kind = dice.below(8);
            if (kind < 3) names.push_back(dice.pick(listed));
            if (kind == 3) names.emplace_back("Xyzzy Oilate");
            if (kind == 4) names.emplace_back("Sodium Laurly Sulfate");
            if (kind > 4) names.emplace_back(dictionary.inci(lexicon::IngredientId{dice.below(dictionary.size())}));
        }
        match::Context context;
        context.type = static_cast<rules::ProductType>(dice.below(4));
        context.area = static_cast<rules::Area>(dice.below(9));
        if (dice.one_in(2)) context.market = "eu";
        if (dice.one_in(2)) context.law_date = rules::Date{20240101 + dice.below(2) * 10000};
        const std::uint32_t fired = dice.one_in(2) ? dice.below(1U << label::detector_count) : 0;
        both.compare(names, context, static_cast<std::uint16_t>(fired));
    }
    CHECK(both.compared > 2400);
    CHECK(both.found > 5000);
}
