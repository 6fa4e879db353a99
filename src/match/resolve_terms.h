// match/resolve_terms.h: turns the words of ingredient expressions into identities, classes and shared nodes.
// Promises: every fault is reported, with its place and a near match; equal leaves become one node.
// Must not know: severities, conditions, labels.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/result.h"
#include "lexicon/dictionary.h"
#include "match/expr.h"
#include "rules/rule.h"

namespace incilint::match {

class TermResolver {
  public:
    TermResolver(const lexicon::Dictionary& dictionary,
                 const std::vector<std::pair<rules::Word, rules::IngredientExpr>>& sets, base::Diagnostics& faults);

    /// Resolves an expression and makes it the next root.
    void add_root(const rules::IngredientExpr& expr);
    /// The expressions added since the last call belong to one rule.
    void end_rule();
    /// Resolves sets that no rule uses too, so that their faults are told.
    void check_sets();
    [[nodiscard]] Code take() { return std::move(code_); }

  private:
    enum class State : std::uint8_t { untouched, open, done };
    struct Set {
        const rules::Word* id = nullptr;
        const rules::IngredientExpr* expr = nullptr;
        State state = State::untouched;
        std::uint32_t node = 0;
    };

    std::uint32_t expression(const rules::IngredientExpr& expr);
    std::uint32_t term(const rules::IngredientExpr& expr, std::uint32_t index);
    std::uint32_t name(const rules::Word& word);
    std::uint32_t class_(const rules::Word& word);
    std::uint32_t glob(const rules::Word& word);
    std::uint32_t pattern(const rules::Word& word);
    std::uint32_t set(const rules::Word& word);
    std::uint32_t leaf(Op op, std::uint32_t a);
    std::uint32_t text_leaf(Op op, const std::string& text);
    std::uint32_t join(Op op, const std::vector<std::uint32_t>& children);
    std::uint32_t negate(std::uint32_t node);
    void fault(std::string code, const rules::Word& word, std::string text, std::string hint);
    std::string near_name(const std::string& name);

    const lexicon::Dictionary& dictionary_;
    base::Diagnostics& faults_;
    std::map<std::string, Set, std::less<>> sets_;
    std::map<std::tuple<Op, std::uint32_t>, std::uint32_t> leaves_;
    std::map<std::string, std::uint32_t> texts_;
    std::vector<std::string> class_names_;
    std::vector<std::string> inci_names_;
    std::size_t near_searches_ = 0;
    int depth_ = 0;
    Code code_;
};

}  // namespace incilint::match
