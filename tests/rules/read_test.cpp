// What a rule file becomes.
#include <string>

#include <doctest/doctest.h>

#include "rules/load.h"

using namespace incilint;
using namespace incilint::rules;

namespace {

/// An expression as text: name:A, any(…), all(…), not(…); "-" before exceptions.
std::string shown(const IngredientExpr& expr, std::uint32_t index) {
    static constexpr std::string_view names[] = {"name", "class", "glob", "pattern", "set", "any", "all", "not"};
    const Term& term = expr.nodes[index];
    std::string out(names[static_cast<std::size_t>(term.kind)]);
    if (term.children.empty()) return out.append(":").append(term.word.text);
    out.append("(");
    for (const std::uint32_t child : term.children) {
        out.append(child == term.children.front() ? "" : " ").append(shown(expr, child));
    }
    return out.append(")");
}
std::string shown(const IngredientExpr& expr) {
    std::string out = shown(expr, expr.root);
    for (const std::uint32_t index : expr.except) out.append(" -").append(shown(expr, index));
    return out;
}
std::string shown(const LabelExpr& expr, std::uint32_t index) {
    const LabelTerm& term = expr.nodes[index];
    std::string out;
    if (term.kind == LabelTermKind::ingredient)
        return out.append("<").append(shown(expr.ingredients[term.ingredient])).append(">");
    if (term.kind == LabelTermKind::category || term.kind == LabelTermKind::detector) {
        out = term.kind == LabelTermKind::category ? "category" : "detector";
        for (const Word& word : term.words) out.append(":").append(word.text);
        return out;
    }
    out = term.kind == LabelTermKind::any ? "any(" : term.kind == LabelTermKind::all ? "all(" : "not(";
    for (const std::uint32_t child : term.children) {
        out.append(child == term.children.front() ? "" : " ").append(shown(expr, child));
    }
    return out.append(")");
}

RuleSet read(const std::string& rest) {
    std::string text =
        "incilint: 1\nid: x\nsets: {s: {name: S}}\nrules:\n  - id: a/b\n    title: T\n    effect: info\n";
    const auto parsed = parse_rules({"r", "r", text.append(rest)});
    if (!parsed) {
        for (const base::Diagnostic& fault : parsed.error()) MESSAGE(base::describe(fault));
    }
    REQUIRE(parsed);
    return *parsed;
}

struct Row {
    std::string text;
    std::string shown;
};

}  // namespace

TEST_CASE("ingredient expressions") {
    const Row table[] = {
        {"{name: A}", "name:A"},
        {"{name: [A, B]}", "any(name:A name:B)"},
        {"{class: c, except: {name: A}}", "class:c -name:A"},
        {"{any: [{class: c}, {glob: \"* x\"}, {pattern: ^y}], except: [{name: A}, {set: s}]}",
         "any(class:c glob:* x pattern:^y) -name:A -set:s"},
        {"{all: [{class: c}, {not: {name: A}}]}", "all(class:c not(name:A))"},
        {"{not: [{name: A}, {name: B}]}", "not(any(name:A name:B))"},
        {"{any: [{class: c, except: [{name: A}]}, {name: B}]}", "any(all(class:c not(any(name:A))) name:B)"},
    };
    for (const Row& row : table) {
        CAPTURE(row.text);
        const RuleSet set = read("    ingredient: " + row.text + "\n");
        CHECK(shown(*set.rules[0].ingredient) == row.shown);
    }
}

TEST_CASE("label expressions") {
    const Row table[] = {
        {"{name: A}", "<name:A>"},
        {"{class: [c, d]}", "<any(class:c class:d)>"},
        {"{not: {category: [prebiotic, probiotic]}}", "not(category:prebiotic:probiotic)"},
        {"{all: [{set: s}, {any: [{name: B}, {detector: mojibake}]}]}", "all(<set:s> any(<name:B> detector:mojibake))"},
        {"{not: [{name: A}, {name: B}]}", "not(any(<name:A> <name:B>))"},
        {"{ingredient: {class: c, except: {name: A}}}", "<class:c -name:A>"},
    };
    for (const Row& row : table) {
        CAPTURE(row.text);
        const RuleSet set = read("    label: " + row.text + "\n");
        CHECK(shown(*set.rules[0].label, set.rules[0].label->root) == row.shown);
        CHECK(set.rules[0].label->within == Within::whole);
    }
    const RuleSet near = read("    label: {name: A, within: first-three}\n");
    CHECK(near.rules[0].label->within == Within::first_three);
}

TEST_CASE("all keys of a rule") {
    const RuleSet set = read(R"(    category: drying-alcohol
    severity: warning
    suppressible: false
    ingredient: {name: Alcohol Denat.}
    when:
      product: [rinse-off, leave-on]
      area: face
      market: [EU, us]
      since: 2022-03-01
      until: "2024-12-31"
      concentration: {at-least: 0.5 %, at-most: 20%}
      rank: {at-most: 5}
      from-end: {at-least: 2}
    otherwise: note
    grades:
      - {when: {product: leave-on, rank: {at-most: 3}}, severity: error}
      - {when: {from-end: {at-most: 1}}, severity: none}
    weight: 2.5
    group: alcohols
    basis: barrier
    evidence: [{source: LH03, grade: human-in-vivo, says: dry}, {grade: unsourced}]
    message: "{ingredient} at {rank} of {count}"
    alternatives: [Pentylene Glycol, "1,2-Hexanediol"]
    tests:
      match: Alcohol Denat.
      no_match: [Cetyl Alcohol]
)");
    const Rule& rule = set.rules[0];
    CHECK(rule.severity == Severity::warning);
    CHECK_FALSE(rule.suppressible);
    CHECK(rule.when.product == std::vector{ProductType::rinse_off, ProductType::leave_on});
    CHECK(rule.when.area == std::vector{Area::face});
    CHECK(rule.when.market == std::vector<std::string>{"eu", "us"});
    CHECK(rule.when.since == date_named("2022-03-01"));
    CHECK(rule.when.until == date_named("2024-12-31"));
    CHECK(rule.when.concentration->at_least == 0.5);
    CHECK(rule.when.concentration->at_most == 20.0);
    CHECK(rule.when.rank->at_most == 5.0);
    CHECK_FALSE(rule.when.rank->at_least);
    CHECK(rule.when.rank_from_end->at_least == 2.0);
    CHECK(rule.otherwise == Severity::note);
    REQUIRE(rule.grades.size() == 2);
    CHECK(rule.grades[0].severity == Severity::error);
    CHECK_FALSE(rule.grades[1].severity);
    CHECK(rule.weight == 2.5);
    CHECK(rule.group == "alcohols");
    CHECK(rule.basis == "barrier");
    REQUIRE(rule.evidence.size() == 2);
    CHECK(rule.evidence[0].source.text == "LH03");
    CHECK(rule.evidence[1].source.where.line > 0);
    CHECK(rule.alternatives[1].text == "1,2-Hexanediol");
    CHECK(rule.tests.match[0].text == "Alcohol Denat.");
    CHECK(rule.tests.no_match[0].where == base::Where{"r", 33, 18});
    CHECK(set.digest.size() == 64);
}

TEST_CASE("all keys of a verdict") {
    const auto parsed = parse_rules({"r", "r", R"(incilint: 1
id: x
verdict:
  burden-scale: 5
  top-ranks: 3
  concern-level: {top: 1, trace: 0.1}
  fixed-level: {antimicrobial: 1}
  unless-above: {mild-surfactant: [harsh-surfactant, moderate-surfactant], prebiotic: antimicrobial}
  contact: {default: {rinse-off: 1, leave-on-above: 1.3, leave-on-below: 0.3}}
  evidence: {review: 0.7}
  gates: [{rule: soap/in-situ, when: {rank: {at-most: 5}}, at-least: very high}]
  bands: [{from: 0, name: low}, {from: 60, name: very high}]
  confidence: {few-entries: 5}
)"});
    REQUIRE(parsed);
    const VerdictModel& model = *parsed->verdict;
    CHECK(model.burden_scale == 5.0);
    CHECK(model.support_scale == 8.0);
    CHECK(model.concern_level == std::map<std::string, double>{{"top", 1}, {"trace", 0.1}});
    CHECK(model.fixed_level.at("antimicrobial") == 1.0);
    CHECK(model.unless_above.at("mild-surfactant").size() == 2);
    CHECK(model.unless_above.at("prebiotic") == std::vector<std::string>{"antimicrobial"});
    CHECK(model.contact.at("default").leave_on_above == 1.3);
    CHECK(model.evidence.at("review") == 0.7);
    CHECK(model.gates[0].when.rank->at_most == 5.0);
    CHECK(model.bands[1].name == "very high");
    CHECK(model.confidence.at("few-entries") == 5.0);
    CHECK(model.given.size() == 10);
}

TEST_CASE("words and back") {
    for (const char* text : {"rinse-off", "leave-on", "not-applicable"}) CHECK(word(*product_type_named(text)) == text);
    for (const char* text : {"face", "baby"}) CHECK(word(*area_named(text)) == text);
    for (const char* text : {"note", "warning", "error"}) CHECK(word(*severity_named(text)) == text);
    for (const char* text : {"concern", "credit", "info"}) CHECK(word(*effect_named(text)) == text);
    CHECK(word(ProductType::unknown) == "unknown");
    CHECK_FALSE(product_type_named("unknown"));
    CHECK_FALSE(severity_named("none"));
}
