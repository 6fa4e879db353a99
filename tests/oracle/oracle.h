// The slow, obvious screening: rules are read as their author wrote them, names are looked up one by one, nothing is
// prepared or remembered. What match/ answers must be what this answers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "label/label.h"
#include "lexicon/dictionary.h"
#include "match/screening.h"
#include "rules/rule.h"

namespace oracle {

using namespace incilint;

struct World {
    const rules::RuleSet& set;
    const lexicon::Dictionary& dictionary;
};

/// True where the expression names this entry. `name` is its cleaned name.
[[nodiscard]] bool holds(const World& world, const rules::IngredientExpr& expr, std::string_view name,
                         const std::optional<lexicon::Recognition>& recognised);

/// What a product comes to, as one line a finding or entry, sorted: "finding RULE SEVERITY CERTAINTY ENTRY" and
/// "listed ENTRY CATEGORY".
[[nodiscard]] std::vector<std::string> screen(const World& world, const label::Label& label, std::size_t product,
                                              const match::Context& context);

/// The same lines for an answer of match::screen.
[[nodiscard]] std::vector<std::string> lines_of(const match::Program& program, const match::Screening& screening);

/// "finding …", as both sides write it.
[[nodiscard]] std::string finding_line(std::string_view rule, rules::Severity severity, bool is_certain, long entry);

}  // namespace oracle
