#include "policy/baseline.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace incilint;
using namespace incilint::policy;

namespace {

const match::Identity sls{"harsh-surfactant/lauryl-sulfate", "labels/a.txt", "sodium lauryl sulfate", 1};
const match::Identity second{"harsh-surfactant/lauryl-sulfate", "labels/a.txt", "sodium lauryl sulfate", 2};
const match::Identity other{"fragrance/undisclosed", "shop.csv#0012", "parfum", 1};
const match::Identity odd{"label/no-list", "a \"b\"\\\n#.txt", "", 1};

}  // namespace

TEST_CASE("one entry a line, sorted, and what was written is read again") {
    const std::string text = baseline_text({other, second, odd, sls});
    CHECK(
        text ==
        "# Findings that were there when this was written; `incilint baseline` makes and changes it.\n"
        "incilint-baseline: 1\nfindings:\n"
        "  - {product: \"a \\\"b\\\"\\\\\\x0a#.txt\", rule: label/no-list, ingredient: \"\"}\n"
        "  - {product: \"labels/a.txt\", rule: harsh-surfactant/lauryl-sulfate, ingredient: \"sodium lauryl "
        "sulfate\"}\n"
        "  - {product: \"labels/a.txt\", rule: harsh-surfactant/lauryl-sulfate, ingredient: \"sodium lauryl sulfate\", "
        "occurrence: 2}\n"
        "  - {product: \"shop.csv#0012\", rule: fragrance/undisclosed, ingredient: \"parfum\"}\n");
    auto read = Baseline::read(text, "b.yaml");
    REQUIRE_MESSAGE(read, base::describe(read.error().front()));
    CHECK(read->entries().size() == 4);
    for (const auto& identity : {sls, second, other, odd}) CHECK(read->holds(identity));
    CHECK(Baseline::read(baseline_text({}), "b.yaml")->entries().empty());
}

TEST_CASE("a finding mended and another one made do not cancel out") {
    Baseline baseline({sls, other});
    match::Identity fresh = sls;
    fresh.product = "labels/b.txt";
    CHECK(!baseline.holds(fresh));
    CHECK(!baseline.holds(second));
    CHECK(baseline.holds(other));
    const auto stale = baseline.stale([](const std::string&) { return true; });
    REQUIRE(stale.size() == 1);
    CHECK(stale.front()->identity == sls);
    CHECK(stale_remark(*stale.front()).rule == "baseline/stale");
    CHECK(baseline.stale([](const std::string& product) { return product != "labels/a.txt"; }).empty());
}

TEST_CASE("faults of a baseline") {
    const std::string head = "incilint-baseline: 1\nfindings:\n";
    const std::string entry = "  - {product: a, rule: x/y, ingredient: b}\n";
    CHECK(Baseline::read(head + entry, "b.yaml"));
    CHECK(!Baseline::read(head + entry + entry, "b.yaml"));
    CHECK(!Baseline::read("findings: []\n", "b.yaml"));
    CHECK(!Baseline::read("incilint-baseline: 2\nfindings: []\n", "b.yaml"));
    CHECK(!Baseline::read(head + "  - {product: a, rule: x/y}\n", "b.yaml"));
    CHECK(!Baseline::read(head + "  - {product: a, rule: x/y, ingredient: b, line: 4}\n", "b.yaml"));
    CHECK(!Baseline::read(head + "<<<<<<< HEAD\n" + entry, "b.yaml"));
    CHECK(!Baseline::read("", "b.yaml"));
}
