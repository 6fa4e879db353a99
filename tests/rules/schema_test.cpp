// The JSON Schemas that editors use hold the same keys and words as the loaders.
#include <fstream>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "rules/keys.h"

using nlohmann::json;
namespace keys = incilint::rules::keys;

namespace {

using Names = std::set<std::string>;

json schema(const std::string& name) {
    std::string path = INCILINT_SOURCE;
    std::ifstream file(path.append("/rules/schema/").append(name));
    REQUIRE(file);
    return json::parse(file);
}

Names names(std::span<const std::string_view> words) {
    return {words.begin(), words.end()};
}

Names properties(const json& object) {
    CHECK(object.at("additionalProperties") == false);
    Names out;
    for (const auto& [key, value] : object.at("properties").items()) out.insert(key);
    return out;
}

/// The words of an enum, which may stand inside oneOf beside a list of the same.
Names words(const json& node) {
    const json& found = node.contains("enum") ? node : node.at("oneOf").at(0);
    return found.at("enum").get<Names>();
}

}  // namespace

TEST_CASE("ruleset.json has the keys of the loader") {
    const json root = schema("ruleset.json");
    const json& parts = root.at("definitions");
    Names label(keys::label_term.begin(), keys::label_term.end());
    CHECK(root.at("$schema") == "http://json-schema.org/draft-07/schema#");
    CHECK(properties(root) == names(keys::set));
    CHECK(properties(parts.at("rule")) == names(keys::rule));
    CHECK(properties(parts.at("house")) == names(keys::house));
    CHECK(properties(parts.at("ingredient-term")) == names(keys::term));
    CHECK(properties(parts.at("label-term")) == label);
    label.insert("within");
    CHECK(properties(parts.at("label")) == label);
    CHECK(properties(parts.at("when")) == names(keys::when));
    CHECK(properties(parts.at("percents")) == names(keys::range));
    CHECK(properties(parts.at("ranks")) == names(keys::range));
    CHECK(properties(parts.at("grade")) == names(keys::grade));
    CHECK(properties(parts.at("evidence")) == names(keys::evidence));
    CHECK(properties(parts.at("tests")) == names(keys::tests));
    CHECK(properties(parts.at("verdict")) == names(keys::verdict));
    CHECK(properties(parts.at("contact")) == names(keys::contact));
    CHECK(properties(parts.at("gate")) == names(keys::gate));
    CHECK(properties(parts.at("band")) == names(keys::band));
    const json& verdict = parts.at("verdict").at("properties");
    CHECK(properties(verdict.at("concern-level")) == names(keys::levels));
    CHECK(properties(verdict.at("credit-level")) == names(keys::levels));
    CHECK(properties(verdict.at("evidence")) == names(keys::evidence_grades));
}

TEST_CASE("ruleset.json has the words of the loader") {
    const json parts = schema("ruleset.json").at("definitions");
    const json& rule = parts.at("rule").at("properties");
    CHECK(words(rule.at("effect")) == names(keys::effects));
    CHECK(words(rule.at("severity")) == names(keys::severities));
    CHECK(words(rule.at("otherwise")) == names(keys::severities_or_none));
    CHECK(words(parts.at("severity-or-none")) == names(keys::severities_or_none));
    CHECK(words(rule.at("basis")) == names(keys::bases));
    CHECK(words(parts.at("evidence").at("properties").at("grade")) == names(keys::evidence_grades));
    CHECK(words(parts.at("when").at("properties").at("product")) == names(keys::products));
    CHECK(words(parts.at("when").at("properties").at("area")) == names(keys::areas));
    CHECK(words(parts.at("label").at("properties").at("within")) == names(keys::within));
    const std::string message = rule.at("message").at("pattern").get<std::string>();
    for (const std::string_view word : keys::placeholders) CHECK(message.find(word) != std::string::npos);
}

TEST_CASE("every reference of a schema leads somewhere") {
    for (const char* name : {"ruleset.json", "product.json"}) {
        const json root = schema(name);
        std::vector<const json*> open = {&root};
        while (!open.empty()) {
            const json& node = *open.back();
            open.pop_back();
            if (node.is_object() && node.contains("$ref")) {
                const std::string target = node.at("$ref").get<std::string>();
                CAPTURE(target);
                CHECK(root.contains(json::json_pointer(target.substr(1))));
            }
            if (node.is_structured()) {
                for (const json& child : node) open.push_back(&child);
            }
        }
    }
}
