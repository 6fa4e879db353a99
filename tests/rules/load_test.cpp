#include "rules/load.h"

#include <map>
#include <string>

#include <doctest/doctest.h>

#include "lines.h"

using namespace incilint;
using rules::RuleSet;
using rules::RuleText;

namespace {

using Files = std::map<std::string, std::string>;

constexpr const char* base_set = R"(incilint: 1
id: base
version: 1.0.0
ingredients:
  - {inci: House Gum, synonyms: [HG], classes: [gum]}
sets:
  oils: {name: [Oil A, Oil B]}
rules:
  - id: soap/oil
    category: harsh-surfactant
    effect: concern
    severity: error
    title: Oil soap
    ingredient: {set: oils}
    when: {rank: {at-most: 3}}
    weight: 7
  - id: soap/salt
    category: harsh-surfactant
    effect: concern
    severity: warning
    title: Salt
    ingredient: {class: salt}
verdict:
  burden-scale: 5
  cap: {default: 50, soap: 10}
  gates: [{rule: soap/, at-least: high}]
  bands: [{from: 0, name: low}, {from: 30, name: high}]
)";

rules::Resolver resolver(const Files& files) {
    return [&files](std::string_view name, const RuleText&) -> base::Expected<RuleText> {
        const auto found = files.find(std::string(name));
        if (found != files.end()) return RuleText{found->first, found->first, found->second};
        base::Diagnostic fault;
        fault.code = "rules/not-found";
        fault.text.append("no rule set '").append(name).append("'");
        return base::Error{fault};
    };
}

RuleSet load(const Files& files, const std::string& name) {
    const auto loaded = rules::load_rules({name, name, files.at(name)}, resolver(files));
    if (!loaded) {
        for (const base::Diagnostic& fault : loaded.error()) MESSAGE(base::describe(fault));
    }
    REQUIRE(loaded);
    return *loaded;
}

std::vector<std::string> faults(const Files& files, const std::string& name) {
    const auto loaded = rules::load_rules({name, name, files.at(name)}, resolver(files));
    std::vector<std::string> out;
    if (loaded) return out;
    for (const base::Diagnostic& fault : loaded.error()) out.push_back(base::describe(fault));
    return out;
}

const rules::Rule& rule(const RuleSet& set, const std::string& id) {
    for (const rules::Rule& candidate : set.rules) {
        if (candidate.id.text == id) return candidate;
    }
    FAIL("no rule");
    return set.rules.front();
}

std::string head(const std::string& id, const std::string& extends) {
    std::string out = "incilint: 1\nid: ";
    return out.append(id).append("\nextends: ").append(extends).append("\n");
}

}  // namespace

TEST_CASE("an extending file overrides key by key") {
    Files files = {{"base", base_set}};
    files["mine"] = head("mine", "base") + R"(rules:
  - {id: soap/oil, severity: note}
  - {id: soap/salt, detector: mojibake, enabled: false}
  - {id: new/one, title: New, effect: info, detector: no-list}
ingredients:
  - {inci: HOUSE GUM, classes: [thickener]}
sets:
  oils: {name: Oil C}
verdict:
  burden-scale: 6
  cap: {soap: 20}
)";
    const RuleSet set = load(files, "mine");
    CHECK(set.id.text == "mine");
    CHECK(set.version.empty());
    CHECK(set.extends.empty());
    REQUIRE(set.rules.size() == 3);
    const rules::Rule& oil = rule(set, "soap/oil");
    CHECK(oil.severity == rules::Severity::note);
    CHECK(oil.title == "Oil soap");
    CHECK(oil.weight == 7.0);
    CHECK(oil.when.rank->at_most == 3.0);
    CHECK(oil.id.where == base::Where{"mine", 5, 10});
    const rules::Rule& salt = rule(set, "soap/salt");
    CHECK_FALSE(salt.enabled);
    CHECK_FALSE(salt.ingredient);
    CHECK(salt.detector->text == "mojibake");
    REQUIRE(set.ingredients.size() == 1);
    CHECK(set.ingredients[0].synonyms.size() == 1);
    CHECK(set.ingredients[0].classes[0].text == "thickener");
    REQUIRE(set.sets.size() == 1);
    CHECK(set.sets[0].second.nodes[0].word.text == "Oil C");
    CHECK(set.verdict->burden_scale == 6.0);
    CHECK(set.verdict->cap == std::map<std::string, double>{{"default", 50}, {"soap", 20}});
    CHECK(set.verdict->bands.size() == 2);
}

TEST_CASE("a file that two others extend is laid on once") {
    Files files = {{"base", base_set}};
    files["left"] = head("left", "base") + "rules: [{id: soap/oil, severity: note}]\n";
    files["right"] = head("right", "base") + "rules: [{id: soap/salt, severity: note}]\n";
    files["top"] = head("top", "[left, right]");
    const RuleSet set = load(files, "top");
    CHECK(rule(set, "soap/oil").severity == rules::Severity::note);
    CHECK(rule(set, "soap/salt").severity == rules::Severity::note);
    CHECK(set.digest.size() == 64);
    CHECK(set.digest != load(files, "left").digest);
}

TEST_CASE("circles, depth and missing files of extends") {
    Files files = {{"base", base_set}};
    files["a"] = head("a", "b");
    files["b"] = head("b", "[base, a]");
    CHECK(faults(files, "a") == std::vector<std::string>{"b:3:17: extends goes in a circle: a → b → a"});
    files["self"] = head("self", "self");
    CHECK(faults(files, "self") == std::vector<std::string>{"self:3:10: extends goes in a circle: self → self"});
    files["lost"] = head("lost", "nowhere");
    CHECK(faults(files, "lost") == std::vector<std::string>{"lost:3:10: no rule set 'nowhere'"});
    for (int i = 0; i < 9; ++i) {
        files["d" + std::to_string(i)] = head("d", i == 8 ? "base" : "d" + std::to_string(i + 1));
    }
    CHECK(faults(files, "d1").empty());
    CHECK(faults(files, "d0") ==
          std::vector<std::string>{"d8:3:10: extends goes deeper than 8 files: d0 → d1 → d2 → d3 → d4 → d5 → d6 → "
                                   "d7 → d8 → base"});
}

TEST_CASE("faults of all files are told, each in its own") {
    Files files = {{"base", "incilint: 1\nid: base\nrule: []\n"}};
    files["mine"] = head("mine", "base") + "rules:\n  - {id: x/y, titel: T}\n";
    CHECK(faults(files, "mine") ==
          std::vector<std::string>{"mine:5:15: unknown key 'titel' in a rule (did you mean 'title'?)",
                                   "base:3:1: unknown key 'rule' in a rule file (did you mean 'rules'?)"});
    files["base"] = base_set;
    files["mine"] = head("mine", "base") + "rules:\n  - {id: soap/oli, severity: note}\n";
    CHECK(faults(files, "mine") ==
          std::vector<std::string>{"mine:5:10: rule 'soap/oli' has nothing to look for (exactly one of: ingredient, "
                                   "label, detector; to change a rule of another set, extend that set)"});
}

TEST_CASE("sets that are not there, hold themselves or explode") {
    const std::string top = "incilint: 1\nid: s\n";
    Files files;
    files["lost"] = top + "sets:\n  oils: {name: A}\n  all-oils: {set: [oils, oil]}\n";
    CHECK(faults(files, "lost") == std::vector<std::string>{"lost:5:26: there is no set 'oil' (did you mean 'oils'?)"});
    files["circle"] = top + "sets:\n  a: {set: b}\n  b: {any: [{set: a}]}\n";
    CHECK(faults(files, "circle") == std::vector<std::string>{"circle:5:19: the set 'a' holds itself"});
    files["boom"] = top + "sets:\n  s0: {name: A}\n";
    for (int i = 1; i < 40; ++i) {
        const std::string below = std::to_string(i - 1);
        files["boom"].append("  s").append(std::to_string(i)).append(": {set: [s").append(below);
        files["boom"].append(", s").append(below).append("]}\n");
    }
    const auto boom = faults(files, "boom");
    REQUIRE_FALSE(boom.empty());
    CHECK(boom[0] == "boom:20:3: the set 's16' has more than 100000 terms");
}

TEST_CASE("parse_rules lets an extending file be partial, and no other") {
    const std::string partial = "rules: [{id: a/b, severity: note}]\n";
    const auto extending = rules::parse_rules({"f", "f", head("x", "base") + partial});
    REQUIRE(extending);
    CHECK(extending->extends.size() == 1);
    CHECK_FALSE(rules::parse_rules({"f", "f", "incilint: 1\nid: x\n" + partial}));
}

TEST_CASE("rule sets side by side") {
    const Files files = {
        {"base", base_set},
        {"mine",
         "incilint: 1\nid: mine\nsets: {oils: {name: Oil Z}}\nrules:\n"
         "  - {id: soap/salt, enabled: false}\n"
         "  - {id: soap/other, category: c, effect: concern, severity: note, title: T, ingredient: {set: oils}}\n"
         "verdict: {burden-scale: 9, cap: {mine: 1}}\n"},
        {"typo", "incilint: 1\nid: typo\nrules: [{id: soap/slat, enabled: false}]\n"}};
    const auto joined = rules::join_rules({load(files, "base"), load(files, "mine")});
    REQUIRE(joined);
    CHECK(joined->id.text == "base+mine");
    REQUIRE(joined->rules.size() == 3);
    CHECK_FALSE(rule(*joined, "soap/salt").enabled);
    CHECK(rule(*joined, "soap/salt").ingredient);
    CHECK(rule(*joined, "soap/oil").ingredient->nodes[0].word.text == "oils");
    CHECK(rule(*joined, "soap/other").ingredient->nodes[0].word.text == "oils@mine");
    CHECK(joined->sets[1].first.text == "oils@mine");
    CHECK(joined->verdict->burden_scale == 9.0);
    CHECK(joined->verdict->support_scale == 8.0);
    CHECK(joined->verdict->cap.size() == 3);
    CHECK(joined->verdict->bands.size() == 2);
    const auto bad = rules::join_rules({load(files, "base"), load(files, "typo")});
    REQUIRE_FALSE(bad);
    CHECK(base::describe(bad.error()[0]) ==
          "typo:3:14: there is no rule 'soap/slat' to switch off (did you mean 'soap/salt'?)");
    const auto alone = rules::join_rules({load(files, "base")});
    REQUIRE(alone);
    CHECK(alone->digest == load(files, "base").digest);
}
