// What every built-in rule says and names, against tests/golden/rules.test: no severity, condition, threshold, weight
// or match set changes unseen.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "builtin/builtin.h"
#include "match/matcher.h"
#include "report/rule_words.h"

using namespace incilint;

namespace {

/// Names of the dictionary that each rule names, in the order of the rules.
std::vector<std::vector<std::string>> match_sets(const match::Program& program) {
    const match::Matcher matcher(program);
    const lexicon::Dictionary& dictionary = program.dictionary();
    std::vector<std::vector<std::string>> out(program.rules().size());
    for (std::uint32_t id = 0; id < dictionary.size(); ++id) {
        const std::string inci(dictionary.inci(lexicon::IngredientId{id}));
        const match::Resolved resolved = matcher.resolve(inci, {.correct_spelling = false});
        for (const std::uint32_t expression : resolved.expressions) {
            std::vector<std::string>& names = out[matcher.rule_of(expression)];
            if (names.empty() || names.back() != inci) names.push_back(inci);
        }
    }
    return out;
}

std::string text_of(const rules::Rule& rule, const std::vector<std::string>& names) {
    std::string looks_at = rule.detector ? "detector " + rule.detector->text : "";
    if (rule.ingredient) looks_at = report::words_of(*rule.ingredient);
    if (rule.label) looks_at = report::words_of(*rule.label);
    std::string weight = std::to_string(rule.weight);
    weight.erase(weight.find_last_not_of('0') + 1);
    if (weight.ends_with('.')) weight.pop_back();
    std::string out = "rule " + rule.id.text + "\n";
    const auto line = [&](const std::string& label, const std::string& value) {
        if (value.find_first_not_of(' ') != value.npos) out += "  " + label + ": " + value + "\n";
    };
    line("effect", std::string(rules::word(rule.effect)) + (rule.category.empty() ? "" : " ") + rule.category);
    line("severity", report::severity_words(rule));
    line("when", report::words_of(rule.when));
    line("otherwise", rule.otherwise ? std::string(rules::word(*rule.otherwise)) : "");
    line("weight",
         weight + (rule.group.empty() ? "" : " ") + rule.group + (rule.suppressible ? "" : " not suppressible"));
    line("looks at", looks_at);
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : "; ") + name;
    line("names " + std::to_string(names.size()), all);
    return out;
}

/// The text from its first rule on.
std::string from_first_rule(const std::string& text) {
    if (text.starts_with("rule ")) return text;
    const std::size_t at = text.find("\nrule ");
    return at == text.npos ? std::string() : text.substr(at + 1);
}

std::map<std::string, std::string> by_rule(const std::string& text) {
    std::map<std::string, std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find("\nrule ", at), text.size() - 1) + 1;
        const std::string block = text.substr(at, end - at);
        out[block.substr(0, block.find('\n'))] = block;
        at = end;
    }
    return out;
}

}  // namespace

TEST_CASE("no built-in rule says or names another thing than is written down") {
    const auto program = builtin::program();
    REQUIRE(program);
    const auto sets = match_sets(*program);
    std::string found;
    for (std::size_t i = 0; i < sets.size(); ++i) found += text_of(program->rules()[i], sets[i]);
    std::ifstream file(std::string(INCILINT_TEST_DATA) + "/golden/rules.test", std::ios::binary);
    const std::string written = from_first_rule({std::istreambuf_iterator<char>(file), {}});
    const auto is = by_rule(found);
    const auto was = by_rule(written);
    for (const auto& [rule, block] : is) {
        const auto at = was.find(rule);
        if (at == was.end()) {
            FAIL_CHECK("not in golden/rules.test: ", rule);
        } else if (at->second != block) {
            FAIL_CHECK("is now ", block, "was ", at->second);
        }
    }
    CHECK(is.size() == was.size());
    // Where the change is meant: diff and copy.
    if (written != found) std::ofstream(INCILINT_TEST_OUTPUT "/rules.found", std::ios::binary) << found;
}
