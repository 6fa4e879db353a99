// match/rules_io.h: rules and verdict constants as bytes.
// Promises: one description of each type serves both directions, so that they cannot drift apart; damaged bytes are
// refused; places in files and tests are left out (a program does not need them).
// Must not know: YAML, the dictionary, the matcher.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "match/program.h"
#include "rules/rule.h"

namespace incilint::match {

/// What a program keeps of its rule sets. `verdict` is empty where no set has constants: then there is no verdict.
struct RuleBook {
    std::vector<RuleSetInfo> sets;
    std::vector<rules::Rule> rules;
    std::optional<rules::VerdictModel> verdict;
};

/// Rule sets as loaded (rules/load.h), to be joined with others: without places and tests.
[[nodiscard]] std::string store(std::vector<rules::RuleSet> sets);
[[nodiscard]] std::optional<std::vector<rules::RuleSet>> load_rule_sets(std::string_view bytes);

[[nodiscard]] std::string store(RuleBook book);
[[nodiscard]] std::optional<RuleBook> load_rule_book(std::string_view bytes);

}  // namespace incilint::match
