// Every constant of the verdict and every weight of a built-in rule is written down a second time, in
// tests/golden/verdict-constants.test: whoever changes one says so twice.
#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "builtin/builtin.h"
#include "builtin/make.h"
#include "rules/load.h"

using namespace incilint;

namespace {

base::Expected<rules::RuleText> built_in(std::string_view name, const rules::RuleText&) {
    const auto text = builtin::rule_text(name);
    if (!text) return base::Error{base::Diagnostic{"rules/not-found", {}, std::string(name), ""}};
    return rules::RuleText{std::string(name) + ".yaml", std::string(name), std::string(*text)};
}

void add(std::vector<std::string>& lines, const std::string& name, double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    lines.push_back(name + " = " + std::string(digits.data(), end));
}

void add_all(std::vector<std::string>& lines, const std::string& name, const std::map<std::string, double>& values) {
    for (const auto& [key, value] : values) add(lines, name + '.' + key, value);
}

std::vector<std::string> constants_of(const rules::VerdictModel& model) {
    std::vector<std::string> lines;
    add(lines, "burden-scale", model.burden_scale);
    add(lines, "support-scale", model.support_scale);
    add(lines, "sibling-factor", model.sibling_factor);
    add(lines, "top-ranks", model.top_ranks);
    add(lines, "above-share", model.above_share);
    add(lines, "straddling-share", model.straddling_share);
    add(lines, "min-recognised", model.min_recognised);
    add_all(lines, "concern-level", model.concern_level);
    add_all(lines, "credit-level", model.credit_level);
    add_all(lines, "fixed-level", model.fixed_level);
    add_all(lines, "cap", model.cap);
    add_all(lines, "evidence", model.evidence);
    add_all(lines, "confidence", model.confidence);
    for (const auto& [category, others] : model.unless_above) {
        for (const std::string& other : others) lines.push_back("unless-above." + category + " = " + other);
    }
    for (const auto& [category, contact] : model.contact) {
        add(lines, "contact." + category + ".rinse-off", contact.rinse_off);
        add(lines, "contact." + category + ".leave-on-above", contact.leave_on_above);
        add(lines, "contact." + category + ".leave-on-below", contact.leave_on_below);
    }
    for (const rules::Gate& gate : model.gates) lines.push_back("gate." + gate.rule + " = " + gate.at_least);
    for (const rules::Band& band : model.bands) add(lines, "band." + band.name, band.from);
    return lines;
}

}  // namespace

TEST_CASE("no constant of the verdict and no weight of a rule changes unnoticed") {
    std::vector<std::string> lines;
    for (const std::string_view id : builtin::default_rule_sets) {
        const auto set = rules::load_rules(*built_in(id, {}), built_in);
        REQUIRE(set);
        if (set->verdict) {
            for (std::string& line : constants_of(*set->verdict)) lines.push_back(std::move(line));
        }
        for (const rules::Rule& rule : set->rules) add(lines, "weight." + rule.id.text, rule.weight);
    }
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    std::vector<std::string> written;
    std::ifstream file(std::string(INCILINT_TEST_DATA) + "/golden/verdict-constants.test");
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line.front() != '#') written.push_back(line);
    }
    std::string all;
    for (const std::string& line : lines) all += line + '\n';
    CAPTURE(all);
    CHECK(lines == written);
}
