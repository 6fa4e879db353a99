#include "match/self_test.h"

#include <doctest/doctest.h>

#include "builtin/builtin.h"
#include "builtin/make.h"
#include "rules/load.h"

using namespace incilint;

namespace {

/// Loads one text, compiles it against the dictionary of the binary and runs its tests.
match::SelfTest tested(const std::string& rules_text) {
    auto set = rules::load_rules({"own.yaml", "", "incilint: 1\nid: own\n" + rules_text}, {});
    REQUIRE(set);
    const auto images = match::images_of(builtin::image());
    REQUIRE(images);
    const auto image = match::compile({{*set}, images->dictionary, {}, images->vocabulary});
    REQUIRE(image);
    const auto program = match::Program::open(*image, false);
    REQUIRE(program);
    auto joined = rules::join_rules({*set});
    REQUIRE(joined);
    auto result = match::self_test(*joined, *program, *match::images_of(*image));
    REQUIRE(result);
    return *result;
}

constexpr auto talc = "rules:\n  - {id: house/talc, effect: info, title: Talc, ingredient: {name: Talc}, tests: ";

}  // namespace

TEST_CASE("the tests of the built-in rules hold, and they reach every rule") {
    std::vector<rules::RuleSet> sets;
    for (const std::string_view id : builtin::default_rule_sets) {
        const auto resolve = [](std::string_view name, const rules::RuleText&) -> base::Expected<rules::RuleText> {
            const auto text = builtin::rule_text(name);
            if (!text) return base::Error{base::Diagnostic{"rules/not-found", {}, std::string(name), ""}};
            return rules::RuleText{std::string(name) + ".yaml", std::string(name), std::string(*text)};
        };
        auto set = rules::load_rules(*resolve(id, {}), resolve);
        REQUIRE(set);
        sets.push_back(std::move(*set));
    }
    const auto joined = rules::join_rules(sets);
    REQUIRE(joined);
    const auto result = match::self_test(*joined, *builtin::program(), *match::images_of(builtin::image()));
    REQUIRE(result);
    CHECK(result->run > 400);
    for (const auto& failure : result->failures) FAIL_CHECK(base::describe(failure));
    for (const auto& rule : result->never_hit) FAIL_CHECK("no test hits ", rule.text);
}

TEST_CASE("a test that holds, and one that does not") {
    CHECK(tested(std::string(talc) + "{match: [Talc, TALCUM], no_match: [Mica]}}\n").failures.empty());
    const auto result = tested(std::string(talc) + "{match: [Mica], no_match: [Talc]}}\n");
    REQUIRE(result.failures.size() == 2);
    CHECK(result.failures[0].text == "rule 'house/talc' does not match 'Mica'");
    CHECK(result.failures[1].text == "rule 'house/talc' matches 'Talc'");
    CHECK(result.failures[0].where.line == 4);
    CHECK(result.run == 2);
    CHECK(result.seen == 1);
}

TEST_CASE("a test of a rule about the whole list") {
    const std::string rule =
        "rules:\n  - {id: house/both, effect: info, title: Both, label: {all: [{name: Talc}, {name: Mica}]},\n"
        "     when: {product: leave-on, market: eu}, tests: ";
    CHECK(tested(rule + "{match: ['Aqua, Talc, Mica'], no_match: ['Aqua, Talc']}}\n").failures.empty());
    CHECK(tested(rule + "{match: ['Aqua, Talc'], no_match: ['Aqua, Talc, Mica']}}\n").failures.size() == 2);
}

TEST_CASE("rules that nothing reaches, exceptions that hold nothing back, names that nobody knows") {
    const auto result = tested(
        "rules:\n"
        "  - {id: house/none, effect: info, title: None, ingredient: {glob: no such name}, tests: {no_match: [Talc]}}\n"
        "  - {id: house/alcohol, effect: info, title: Alcohol, ingredient: {glob: '* alcohol', except: [{name: Cetyl "
        "Alcohol}, {name: Talc}, {name: Stearyl Alcohol}]}, tests: {match: [Benzyl Alcohol], no_match: [Cetyl Alcohol, "
        "Zzyzx Qqq]}}\n");
    CHECK(result.failures.empty());
    REQUIRE(result.never_hit.size() == 1);
    CHECK(result.never_hit[0].text == "house/none");
    REQUIRE(result.finds_nothing.size() == 1);
    REQUIRE(result.unknown_names.size() == 1);
    CHECK(result.unknown_names[0].text == "Zzyzx Qqq");
    REQUIRE(result.exceptions.size() == 3);
    CHECK(result.exceptions[0].tested);
    CHECK(result.exceptions[0].useful);
    CHECK_FALSE(result.exceptions[1].useful);
    CHECK_FALSE(result.exceptions[2].tested);
    CHECK(result.exceptions[2].useful);
}
