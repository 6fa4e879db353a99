#include "builtin/builtin.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <doctest/doctest.h>

#include "builtin/contents.h"
#include "builtin/make.h"
#include "label/label.h"
#include "label/plain.h"
#include "label/read.h"
#include "lexicon/build.h"
#include "match/compile.h"
#include "match/rules_io.h"
#include "match/sections.h"
#include "rules/load.h"

using namespace incilint;

namespace {

builtin::Folder read_folder(const std::string& name, const std::string& ending) {
    builtin::Folder folder{name, {}};
    for (const auto& file : std::filesystem::directory_iterator(std::string{INCILINT_SOURCE} + "/" + name)) {
        if (file.path().extension() != ending) continue;
        std::ifstream in(file.path(), std::ios::binary);
        folder.texts[file.path().filename().string()] = std::string(std::istreambuf_iterator<char>(in), {});
    }
    return folder;
}

}  // namespace

TEST_CASE("the embedded bytes are what data/ and rules/ make") {
    const auto made = builtin::make(read_folder("data", ".tsv"), read_folder("rules", ".yaml"));
    REQUIRE(made);
    CHECK(match::is_intact(*made));
    const auto sections = match::read_sections(builtin::magic, *made);
    REQUIRE(sections);
    const auto content = [&](builtin::Content wanted) {
        return match::section_of(*sections, static_cast<std::uint32_t>(wanted));
    };
    CHECK((content(builtin::Content::program) == builtin::image()));
    CHECK((content(builtin::Content::sources) == builtin::sources()));
}

TEST_CASE("names that are said to be plain are proven so") {
    const auto program = builtin::program();
    REQUIRE(program);
    const lexicon::Dictionary& dictionary = program->dictionary();
    const std::string_view bits = builtin::plain_names(*program);
    REQUIRE(bits.size() == (dictionary.size() + 7) / 8);
    label::PlainReader reader(dictionary, program->vocabulary());
    label::Reader whole(dictionary, program->vocabulary());
    std::size_t plain = 0;
    for (std::uint32_t id = 0; id < dictionary.size(); ++id) {
        const std::string inci(dictionary.inci(lexicon::IngredientId{id}));
        const auto proof = reader.prove(inci);
        const bool sure = proof && proof->sure && !proof->stray && proof->name == inci;
        INFO(inci);
        REQUIRE(((static_cast<unsigned char>(bits[id / 8]) >> (id % 8) & 1U) != 0) == sure);
        plain += sure ? 1 : 0;
        if (!sure || id % 16 != 0) continue;
        // The reader itself, between two other names.
        const label::Label label = whole.read("Aqua, " + inci + ", Parfum");
        REQUIRE(label.products.size() == 1);
        REQUIRE(label.products[0].entries.size() == 3);
        CHECK(label.products[0].entries[1].name == inci);
    }
    CHECK(plain > dictionary.size() * 9 / 10);
}

TEST_CASE("with names of the house no name is said to be plain") {
    const auto program = builtin::program();
    REQUIRE(program);
    const auto images = match::images_of(builtin::image());
    REQUIRE(images);
    const auto house = lexicon::build_house_image({{"Acme Complex", {}, {}, {}}}, program->dictionary());
    REQUIRE(house);
    const auto compiled = match::compile({builtin::rule_sets(), images->dictionary, *house, images->vocabulary});
    REQUIRE(compiled);
    const auto other = match::Program::open(*compiled, false);
    REQUIRE(other);
    CHECK(builtin::plain_names(*other).empty());
}

TEST_CASE("the stored rule sets are what their texts load") {
    const rules::Resolver built_in = [](std::string_view id, const rules::RuleText&) {
        return base::Expected<rules::RuleText>(
            rules::RuleText{std::string{id}, std::string{id}, std::string{builtin::rule_text(id).value_or("")}});
    };
    std::vector<rules::RuleSet> loaded;
    for (const std::string_view id : builtin::default_rule_sets) {
        auto set = rules::load_rules(*built_in(id, {}), built_in);
        REQUIRE(set);
        loaded.push_back(std::move(*set));
    }
    const std::vector<rules::RuleSet> stored = builtin::rule_sets();
    REQUIRE(stored.size() == std::size(builtin::default_rule_sets));
    CHECK((match::store(stored) == match::store(loaded)));
    CHECK(stored.front().verdict->given == loaded.front().verdict->given);

    const std::string bytes = match::store(stored);
    CHECK_FALSE(match::load_rule_sets(std::string_view(bytes).substr(0, bytes.size() - 1)));
    CHECK_FALSE(match::load_rule_sets(bytes + "x"));
}

TEST_CASE("faults of several files are told together") {
    auto data = read_folder("data", ".tsv");
    auto rules = read_folder("rules", ".yaml");
    data.texts["spelling.tsv"] = "wrong\theader\n";
    rules.texts["label.yaml"] = "incilint: 1\nid: label\nruels: []\n";
    const auto made = builtin::make(data, rules);
    REQUIRE_FALSE(made);
    std::set<std::string> files;
    for (const auto& fault : made.error()) files.insert(fault.where.file);
    CHECK(files.contains("data/spelling.tsv"));
    CHECK(files.contains("rules/label.yaml"));
}

TEST_CASE("the default program opens and is what the rule files say") {
    const auto program = builtin::program();
    REQUIRE(program);
    CHECK(program->dictionary().size() >= 3000);
    REQUIRE(program->rule_sets().size() == std::size(builtin::default_rule_sets));
    for (std::size_t i = 0; i < program->rule_sets().size(); ++i) {
        CHECK(program->rule_sets()[i].id == builtin::default_rule_sets[i]);
    }
    CHECK(program->rule_sets()[0].digest.size() == 64);
    CHECK_FALSE(program->verdict().bands.empty());
    for (const std::string_view id : builtin::default_rule_sets) {
        const auto text = builtin::rule_text(id);
        REQUIRE(text);
        CHECK(text->find("id: " + std::string{id}) != std::string_view::npos);
    }
    CHECK_FALSE(builtin::rule_text("no-such-set"));
    CHECK(builtin::rule_ids().size() >= 2);
}

TEST_CASE("each category has a rule, and each detector is named by one") {
    const auto program = builtin::program();
    REQUIRE(program);
    std::set<std::string> categories;
    std::set<std::string> detectors;
    for (const rules::Rule& rule : program->rules()) {
        if (rule.ingredient) categories.insert(rule.category);
        if (rule.detector) detectors.insert(rule.detector->text);
    }
    for (const char* category : {"harsh-surfactant", "moderate-surfactant", "drying-alcohol", "fragrance",
                                 "synthetic-fragrance", "fragrance-allergen", "essential-oil", "antimicrobial",
                                 "mild-surfactant", "prebiotic", "probiotic", "postbiotic", "mild-plant-extract"}) {
        CAPTURE(category);
        CHECK(categories.contains(category));
    }
    for (std::size_t i = 0; i < label::detector_count; ++i) {
        const std::string detector{label::word(static_cast<label::Detector>(i))};
        CAPTURE(detector);
        CHECK(detectors.contains(detector));
    }
}

TEST_CASE("every source that a rule cites is in sources.tsv") {
    std::set<std::string, std::less<>> keys;
    std::string_view text = builtin::sources();
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        keys.emplace(text.substr(0, std::min(text.find('\t'), end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    CHECK(keys.size() > 20);
    const auto program = builtin::program();
    REQUIRE(program);
    for (const rules::Rule& rule : program->rules()) {
        for (const rules::Evidence& evidence : rule.evidence) {
            CAPTURE(rule.id.text);
            CAPTURE(evidence.source.text);
            CHECK((keys.contains(evidence.source.text) || evidence.grade == "unsourced"));
            CHECK(program->verdict().evidence.contains(evidence.grade));
        }
    }
}
