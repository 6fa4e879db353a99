#include "rules/lint.h"

#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "lines.h"
#include "rules/load.h"

using namespace incilint;
using namespace incilint::rules;

namespace {

std::vector<std::string> findings(const std::string& text, const Lookup& lookup = {}) {
    const auto parsed = parse_rules({"r", "r", text});
    if (!parsed) {
        for (const base::Diagnostic& fault : parsed.error()) MESSAGE(base::describe(fault));
    }
    REQUIRE(parsed);
    std::vector<std::string> out;
    for (const base::Diagnostic& found : lint(*parsed, lookup)) {
        std::string line = found.code;
        out.push_back(line.append(" ").append(base::describe(found)));
    }
    return out;
}

using Lines = std::vector<std::string>;

/// A rule to which nothing can be said, on lines of its own.
std::string good(const std::string& id, const std::string& title, const std::string& ingredient,
                 const std::string& more = "") {
    std::string out = "  - {id: ";
    out.append(id).append(", title: ").append(title).append(", category: essential-oil, effect: concern, ");
    out.append("severity: note, basis: allergen, message: m, alternatives: [Aqua], ");
    out.append("evidence: [{source: X, grade: review}], tests: {match: [A], no_match: [B]}, ");
    return out.append("ingredient: ").append(ingredient).append(more).append("}\n");
}

const std::string top = "incilint: 1\nid: x\nrules:\n";

}  // namespace

TEST_CASE("a rule that lacks nothing, and one that lacks all") {
    CHECK(findings(top + good("a/b", "T", "{name: A}")) == Lines{});
    CHECK(findings(top +
                   "  - {id: a/b, title: T, category: c, effect: concern, severity: note, ingredient: {name: A}}\n") ==
          Lines{"lint/no-tests r:4:10: rule 'a/b' has no tests: match",
                "lint/no-tests r:4:10: rule 'a/b' has no tests: no_match",
                "lint/no-evidence r:4:10: rule 'a/b' has no evidence", "lint/no-basis r:4:10: rule 'a/b' has no basis",
                "lint/no-message r:4:10: rule 'a/b' has no message"});
    CHECK(findings(
              top +
              "  - {id: a/b, title: T, effect: info, detector: d, message: m, tests: {match: [x], no_match: [y]}}\n") ==
          Lines{});
}

TEST_CASE("rules that stand in each other's way") {
    CHECK(findings(top + good("a/b", "T", "{any: [{name: [A, B]}, {class: c}]}") + good("a/c", "t", "{name: b}")) ==
          Lines{"lint/duplicate-title r:5:10: rules 'a/b' and 'a/c' share a title",
                "lint/shadowed r:5:10: rule 'a/c' finds nothing that 'a/b' does not find"});
    CHECK(findings(top + good("a/b", "T", "{class: c, except: {name: D}}") + good("a/c", "U", "{class: c}")) ==
          Lines{});
    CHECK(findings(top + good("a/b", "T", "{class: c}", ", when: {rank: {at-most: 3}}") +
                   good("a/c", "U", "{class: c}")) == Lines{});
    CHECK(findings(top + good("a/b", "T", "{name: [A, B]}") + good("a/c", "U", "{name: [B, C]}")) == Lines{});
}

TEST_CASE("tests, evidence, otherwise, categories, sets, gates") {
    const std::string head = "  - {id: a/b, title: T, effect: info, message: m, ";
    CHECK(findings(top + head + "label: {name: A}, tests: {match: [a, a], no_match: [b, a]}}\n") ==
          Lines{"lint/duplicate-test r:4:88: 'a' is tested twice",
                "lint/contradictory-test r:4:106: 'a' stands in match and in no_match"});
    CHECK(findings(top + good("a/b", "T", "{name: A}", ", otherwise: note")) ==
          Lines{"lint/otherwise-without-when r:4:10: rule 'a/b' says otherwise, but not when"});
    CHECK(findings(top + head + "label: {not: {category: [essential-oils]}}, tests: {match: [x], no_match: [y]}}\n" +
                   good("a/c", "U", "{name: A}")) ==
          Lines{"lint/unknown-category r:4:76: no rule reports the category 'essential-oils' (did you mean "
                "'essential-oil'?)"});
    CHECK(findings("incilint: 1\nid: x\nsets:\n  used: {name: A}\n  idle: {name: B}\nrules:\n" +
                   good("a/b", "T", "{set: used}")) == Lines{"lint/unused-set r:5:3: no rule uses the set 'idle'"});
    CHECK(findings(top + good("a/b", "T", "{name: A}") +
                   "verdict:\n  bands: [{from: 0, name: low}]\n  gates: [{rule: b/, at-least: low}]\n") ==
          Lines{"lint/unused-gate r:7:11: no rule is 'b/'"});
}

TEST_CASE("names, classes, sources and detectors are asked for") {
    Lookup lookup;
    lookup.knows_name = [](std::string_view name) { return name == "Aqua"; };
    lookup.near_name = [](std::string_view) { return std::optional<std::string>("Aqua"); };
    lookup.knows_class = [](std::string_view name) { return name == "oil"; };
    lookup.knows_source = [](std::string_view) { return false; };
    CHECK(findings("incilint: 1\nid: x\ningredients: [{inci: House Gum, synonyms: HG}]\nrules:\n" +
                       good("a/b", "T", "{any: [{name: [Aqu, HOUSE GUM, hg]}, {class: [oil, oils]}]}"),
                   lookup) == Lines{"lint/unknown-source r:5:154: unknown source 'X'",
                                    "lint/unknown-name r:5:237: unknown name 'Aqu' (did you mean 'Aqua'?)",
                                    "lint/unknown-class r:5:273: unknown class 'oils'"});
}
