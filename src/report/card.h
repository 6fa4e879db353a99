// report/card.h: the card of a rule or of an ingredient, for people.
// Promises: says on what evidence a rule stands, with its citations; untrusted text is escaped.
// Must not know: where citations come from, terminals.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "match/screening.h"
#include "report/style.h"

namespace incilint::report {

/// The citation behind a key of data/sources.tsv; empty where there is none.
using Cite = std::function<std::string(std::string_view key)>;

[[nodiscard]] std::string rule_card(const rules::Rule& rule, const Cite& cite, const TextStyle& style);

/// What a rule says of the ingredient alone, as a product of one type.
struct Fires {
    const rules::Rule* rule = nullptr;
    rules::ProductType type = rules::ProductType::unknown;
    rules::Severity severity = rules::Severity::note;
    match::Certainty certainty = match::Certainty::certain;
};

struct IngredientFacts {
    std::string asked;  ///< the name as asked for
    lexicon::Recognition recognition;
    std::vector<std::string> listed_in;
    std::vector<Fires> fires;
};
[[nodiscard]] std::string ingredient_card(const IngredientFacts& facts, const lexicon::Dictionary& dictionary,
                                          const Cite& cite, const TextStyle& style);

}  // namespace incilint::report
