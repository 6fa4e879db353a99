#include "match/verdict.h"

#include <algorithm>
#include <random>

#include <doctest/doctest.h>

#include "world.h"

using namespace incilint;

namespace {

const std::string constants =
    "verdict:\n"
    "  burden-scale: 5\n"
    "  support-scale: 8\n"
    "  sibling-factor: 0.3\n"
    "  concern-level: {top: 1, above: 0.7, straddling: 0.5, below: 0.2, trace: 0.1}\n"
    "  credit-level: {top: 1, above: 0.8, straddling: 0.6, below: 0.4, trace: 0.4}\n"
    "  contact:\n"
    "    default: {rinse-off: 0.5, leave-on-above: 1, leave-on-below: 1}\n"
    "    harsh-surfactant: {rinse-off: 1, leave-on-above: 1.3, leave-on-below: 0.3}\n"
    "  cap: {default: 50, prebiotic: 10}\n"
    "  fixed-level: {antimicrobial: 1}\n"
    "  unless-above: {mild-surfactant: harsh-surfactant}\n"
    "  evidence: {human-rct: 1, unsourced: 0.2}\n"
    "  gates: [{rule: drying-alcohol/, when: {product: leave-on, rank: {at-most: 3}}, at-least: high}]\n"
    "  bands: [{from: 0, name: low}, {from: 10, name: moderate}, {from: 30, name: high}, {from: 60, name: very high}]\n"
    "  min-recognised: 0.5\n"
    "  confidence: {order-unknown: 0.5, few-entries: 3, few-entries-factor: 0.5, type-unknown: 0.7, high: 0.65, "
    "medium: "
    "0.35}\n";

const std::string some_rules =
    "  - {id: harsh/sulfate, category: harsh-surfactant, effect: concern, severity: error, title: T, weight: 10, "
    "ingredient: {class: alkyl-sulfate}, evidence: [{grade: unsourced}]}\n"
    "  - {id: drying-alcohol/ethanol, category: drying-alcohol, effect: concern, severity: warning, title: T, weight: "
    "1, "
    "ingredient: {class: short-chain-alcohol}, evidence: [{grade: unsourced}]}\n"
    "  - {id: biocide/any, category: antimicrobial, effect: concern, severity: note, title: T, weight: 1, ingredient: "
    "{class: preservative}, evidence: [{grade: unsourced}]}\n"
    "  - {id: scent/any, category: fragrance, effect: concern, severity: warning, title: T, weight: 3, ingredient: "
    "{name: "
    "Parfum}, evidence: [{grade: unsourced}]}\n"
    "  - {id: mild/glucoside, category: mild-surfactant, effect: credit, title: T, weight: 2, ingredient: {name: "
    "Coco-Glucoside}}\n"
    "  - {id: good/inulin, category: prebiotic, effect: credit, title: T, weight: 2, ingredient: {name: Inulin}}\n"
    "  - {id: info/water, effect: info, title: T, weight: 9, ingredient: {name: Aqua}}\n";

match::Program default_program() {
    return world::program(world::yaml(some_rules, constants));
}

match::Verdict verdict(const match::Program& program, std::string_view list,
                       rules::ProductType type = rules::ProductType::unknown) {
    match::Context context;
    context.type = type;
    return world::screened(program, world::label_of(list), context).verdict;
}

bool remarks(const match::Verdict& verdict, std::string_view text) {
    return std::ranges::any_of(verdict.remarks,
                               [&](const std::string& r) { return r.find(text) != std::string::npos; });
}

constexpr auto leave_on = rules::ProductType::leave_on;
constexpr auto rinse_off = rules::ProductType::rinse_off;

}  // namespace

TEST_CASE("burden is weight x level x contact x scale") {
    const auto program = default_program();
    const auto wash = verdict(program, "Aqua, SLS, Glycerin", rinse_off);
    CHECK(wash.burden == 50);
    CHECK(wash.words == "high listed burden (1 concern)");
    REQUIRE(wash.contributions.size() == 1);
    CHECK(wash.contributions[0].points == doctest::Approx(50));
    CHECK(wash.contributions[0].weight == doctest::Approx(10));
    CHECK(wash.contributions[0].level_factor == doctest::Approx(1));
    CHECK(wash.contributions[0].contact_low == doctest::Approx(1));
    // 3 x 0.7 x 0.5 x 5 = 5.25
    CHECK(verdict(program, "Aqua, Glycerin, Inulin, Parfum, Lye, Eau, Water, Aqua", rinse_off).burden == 5);
}

TEST_CASE("siblings count once, the cap of a category holds") {
    const auto program = default_program();
    CHECK(verdict(program, "SLS, Sodium Coco-Sulfate, Sodium Cetearyl Sulfate", rinse_off).burden == 50);
    CHECK(verdict(program, "Parfum, Fragrance, Perfume", leave_on).burden == 24);  // 15 + 4.5 + 4.5
}

TEST_CASE("an unknown product type makes a range and says so") {
    const auto unknown = verdict(default_program(), "Aqua, Parfum, Glycerin");
    CHECK(unknown.burden_low == 8);  // 7.5, half up
    CHECK(unknown.burden_high == 15);
    CHECK(unknown.burden == 11);  // 11.25
    CHECK(remarks(unknown, "burden is 8 to 15"));
}

TEST_CASE("what level never excuses, and what contact excuses below the line") {
    const auto program = default_program();
    const std::string last = "Aqua, Glycerin, Inulin, Lye, Eau, Water, Aqua, Eau, Water, ";
    CHECK(verdict(program, last + "Phenoxyethanol", leave_on).burden == 5);
    CHECK(verdict(program, last + "Parfum", leave_on).burden == 3);
    CHECK(verdict(program, last + "SLS", leave_on).burden == 3);
}

TEST_CASE("a gate raises the words, never the number, and only where it holds") {
    const auto program = default_program();
    const auto toner = verdict(program, "Aqua, Alcohol Denat., Glycerin", leave_on);
    CHECK(toner.burden == 5);
    CHECK(toner.words == "high listed burden (1 concern)");
    CHECK(remarks(toner, "drying-alcohol/ethanol"));
    CHECK(verdict(program, "Aqua, Alcohol Denat., Glycerin").words == "low listed burden (1 concern)");
}

TEST_CASE("no listed concern only where there is none") {
    const auto program = default_program();
    CHECK(verdict(program, "Aqua, Glycerin, Inulin", leave_on).words == "no listed concern");
    const std::string tail = "Aqua, Glycerin, Inulin, Lye, Eau, Aqua, Aqua, Aqua, Aqua, Aqua, Parfum";
    CHECK(verdict(program, tail, rinse_off).words == "low listed burden (1 concern)");
}

TEST_CASE("support has caps, is cancelled by what stands above, and earns nothing by guesses") {
    const auto program = default_program();
    CHECK(verdict(program, "Aqua, Inulin, Glycerin", leave_on).support == 10);
    CHECK(verdict(program, "Aqua, Coco-Glucoside, Glycerin", leave_on).support == 16);
    CHECK(verdict(program, "Coco-Glucoside, SLS", leave_on).support == 16);
    const auto cancelled = verdict(program, "SLS, Coco-Glucoside", leave_on);
    CHECK(cancelled.support == 0);
    CHECK(remarks(cancelled, "cancel"));
    auto label = world::label_of("Aqua, Inulin");
    label.products[0].entries[1].section = label::Section::may_contain;
    CHECK(world::screened(program, label).verdict.support == 0);
}

TEST_CASE("no verdict where too little was recognised, no list was read, or no constants are there") {
    const auto program = default_program();
    const auto little = verdict(program, "Aqua, Foo, Bar");
    CHECK_FALSE(little.given);
    CHECK(little.words == "no verdict");
    CHECK(little.why_none.find("33 %") != std::string::npos);
    CHECK(remarks(little, "unknown name among the first five: Foo"));
    CHECK(verdict(program, "Aqua, Foo").given);
    const auto bare = world::program(world::yaml(some_rules));
    CHECK_FALSE(verdict(bare, "Aqua, Inulin").given);
}

TEST_CASE("confidence: recognised names, evidence, order, length, product type") {
    const auto program = default_program();
    CHECK(verdict(program, "Aqua, Glycerin, Inulin", leave_on).confidence == match::Confidence::high);
    CHECK(verdict(program, "Aqua, Glycerin, Inulin").confidence == match::Confidence::high);        // 0.7
    CHECK(verdict(program, "Aqua, Glycerin", leave_on).confidence == match::Confidence::medium);    // 0.5
    CHECK(verdict(program, "Aqua, Glycerin, SLS", leave_on).confidence == match::Confidence::low);  // 0.2
    CHECK(verdict(program, "Aqua, Glycerin, Inulin, Foo", leave_on).confidence == match::Confidence::high);
    CHECK(verdict(program, "Aqua, Glycerin, Inulin, Foo").confidence == match::Confidence::medium);  // 0.525
}

namespace {

const std::vector<std::string> pool = {"Aqua", "Glycerin", "Inulin",         "SLS", "Parfum",        "Alcohol Denat.",
                                       "Lye",  "Foo",      "Phenoxyethanol", "Bar", "Coco-Glucoside"};

std::string random_list(std::mt19937& random, std::size_t most) {
    std::string list = "Aqua";
    for (std::size_t i = random() % most; i > 0; --i) list += ", " + pool[random() % pool.size()];
    return list;
}

match::Context random_context(std::mt19937& random) {
    match::Context context;
    context.type = static_cast<rules::ProductType>(random() % 4);
    return context;
}

/// Levels by stated percents, so that another entry does not move them.
void fix_levels(label::Label& label, std::mt19937& random) {
    for (label::Entry& entry : label.products[0].entries) {
        const double percents[] = {0.05, 0.5, 2};
        const double percent = percents[random() % 3];
        entry.percent = label::Percent{percent, percent};
    }
}

/// The name must live as long as the entry.
label::Entry entry_named(std::string_view name) {
    label::Entry entry;
    entry.name = name;
    entry.percent = label::Percent{0.5, 0.5};
    return entry;
}

}  // namespace

TEST_CASE("properties: concerns never lower burden, levels never lower it, support never touches it") {
    const auto program = default_program();
    std::mt19937 random(99);
    for (int round = 0; round < 3000; ++round) {
        const match::Context context = random_context(random);
        auto label = world::label_of(random_list(random, 12));
        fix_levels(label, random);
        const auto before = world::screened(program, label, context).verdict;
        auto& entries = label.products[0].entries;

        auto more = label;
        auto& more_entries = more.products[0].entries;
        const char* concerns[] = {"SLS", "Parfum", "Alcohol Denat.", "Phenoxyethanol"};
        more_entries.push_back(entry_named(concerns[random() % 4]));
        const auto after = world::screened(program, more, context).verdict;
        CHECK(after.burden_low >= before.burden_low);
        CHECK(after.burden_high >= before.burden_high);
        CHECK(after.burden >= before.burden);

        auto raised = label;
        auto& percent = raised.products[0].entries[random() % entries.size()].percent;
        percent = label::Percent{percent->min * 10, percent->max * 10};
        const auto higher = world::screened(program, raised, context).verdict;
        CHECK(higher.burden_low >= before.burden_low);
        CHECK(higher.burden_high >= before.burden_high);

        auto kind = label;
        kind.products[0].entries.push_back(entry_named(random() % 2 ? "Inulin" : "Coco-Glucoside"));
        const auto kinder = world::screened(program, kind, context).verdict;
        CHECK(kinder.burden == before.burden);
        CHECK(kinder.burden_low == before.burden_low);
        CHECK(kinder.burden_high == before.burden_high);

        auto vague = label;
        auto& vague_entries = vague.products[0].entries;
        vague_entries.insert(vague_entries.begin() + static_cast<std::ptrdiff_t>(random() % (entries.size() + 1)),
                             entry_named("Foo"));
        CHECK(world::screened(program, vague, context).verdict.confidence <= before.confidence);
    }
}
