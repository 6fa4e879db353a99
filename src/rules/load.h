// rules/load.h: YAML text → RuleSet, `extends` followed and overrides applied.
// Promises: every fault of a text is reported in one go, at file:line:column, with a near match where there is one; no
// exception leaves; budgets on size, depth and aliases hold (yaml/document.h).
// The syntax it takes is described in rules/README.md and, key by key, in rules/schema/ruleset.json.
// Must not know: files (a resolver hands texts in), the dictionary, the matcher.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "rules/rule.h"

namespace incilint::rules {

/// A rule text and the name to print for it; `key` is the same for the same text (cycle detection).
struct RuleText {
    std::string file;
    std::string key;
    std::string text;
};
/// Finds what `extends: [NAME]` of `from` means: an id of a built-in set or a path below the extending file's folder.
using Resolver = std::function<base::Expected<RuleText>(std::string_view name, const RuleText& from)>;

/// Loads one text as written, without following `extends`.
[[nodiscard]] base::Expected<RuleSet, base::Diagnostics> parse_rules(const RuleText& text);

/// Loads a text and what it extends (depth <= 8, cycles refused with the chain). A rule whose id an extended set holds
/// overrides it key by key: keys that are given replace, the others stay; `enabled: false` switches it off. Sets,
/// verdict keys and ingredients merge the same way (maps inside `verdict` entry by entry); a new target (ingredient,
/// label, detector) takes the place of the old one. A file that several others extend is laid on once. The result has
/// no `extends` left; its digest is that of the text, or of the digests of all texts in the order they were laid on.
[[nodiscard]] base::Expected<RuleSet, base::Diagnostics> load_rules(const RuleText& text, const Resolver& resolver);

/// Joins rule sets given side by side (`--rules A --rules B`, the default first); later ones override by rule id. A
/// rule that holds nothing but its id and `enabled: false` switches off the one of that id. Sets stay with the rule set
/// that wrote them (a name that is taken becomes `id@rule-set`); of `verdict` a later set replaces only the keys it
/// wrote.
[[nodiscard]] base::Expected<RuleSet, base::Diagnostics> join_rules(std::vector<RuleSet> sets);

}  // namespace incilint::rules
