// report/card.h: the cards of a rule, of an ingredient, and of a name that nobody knows.
// Promises: says on what evidence a rule stands, with its citations, and how a name was read.
// Must not know: where citations come from, layouts, terminals.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "match/screening.h"
#include "report/sheet.h"

namespace incilint::report {

/// The citation behind a key of data/sources.tsv; empty where there is none.
using Cite = std::function<std::string(std::string_view key)>;

/// A rule set as a row of a list: id, version, digest.
[[nodiscard]] Sheet set_sheet(const match::RuleSetInfo& set);

/// A rule; `examples` are names of the dictionary that it names, `named` is how many there are.
struct RuleFacts {
    const rules::Rule* rule = nullptr;
    const rules::RuleTests* tests = nullptr;  ///< null where they are not known
    std::vector<std::string> examples;
    std::size_t named = 0;
    std::string here{};  ///< the severity that a configuration sets in place of the rule's own, or "off"; empty: none
};
[[nodiscard]] Sheet rule_card(const RuleFacts& facts, const Cite& cite);

/// A rule that names an ingredient, and what it says of it alone.
struct NamedBy {
    const rules::Rule* rule = nullptr;
    /// "rinse-off: error; leave-on: warning" as the first name of a list; empty where the rule needs more than that.
    std::string alone;
};

struct IngredientFacts {
    std::string asked;   ///< the name as asked for
    std::string normal;  ///< its normal form
    lexicon::Recognition recognition;
    std::vector<std::string> listed_in;
    std::vector<NamedBy> rules;
    std::vector<std::string> look_alikes;   ///< names that its rules are tested not to name
    std::vector<std::string> not_meant_by;  ///< ids of rules that are tested not to name it
    std::vector<std::string> similar;       ///< other known names that look much the same
};
[[nodiscard]] Sheet ingredient_card(const IngredientFacts& facts, const lexicon::Dictionary& dictionary,
                                    const Cite& cite);

/// A name that nothing recognises.
struct UnknownFacts {
    std::string asked;
    std::string normal;
    std::vector<std::string> similar;      ///< the nearest known names
    std::vector<std::string> known_parts;  ///< runs of its words that are names or are built like names
    std::vector<std::string> new_words;    ///< words that no known name holds
    std::vector<NamedBy> rules;            ///< rules that look at its text
};
[[nodiscard]] Sheet unknown_card(const UnknownFacts& facts, const lexicon::Dictionary& dictionary, const Cite& cite);

}  // namespace incilint::report
