// match/part_matcher.h: asks single terms of expressions of names: an exception by itself, a glob by itself.
// Promises: a part holds for a name exactly where a rule made of that part alone would look at it.
// Must not know: what the parts are for.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "match/compile.h"
#include "match/program.h"

namespace incilint::match {

/// A set of rules that report nothing, one for each part.
class PartList {
  public:
    /// `joined` gives the named sets that parts may use.
    explicit PartList(const rules::RuleSet& joined);
    /// The term `root` of `expr`, without exceptions; returns its number.
    std::size_t add(const rules::IngredientExpr& expr, std::uint32_t root);
    /// `images` give dictionary and house names.
    [[nodiscard]] base::Expected<Program, base::Diagnostics> compile(const ProgramImages& images) const;

  private:
    rules::RuleSet set_;
};

/// By number of part: whether it holds for the name.
[[nodiscard]] std::vector<bool> parts_that_hold(const Program& parts, std::string_view name);

}  // namespace incilint::match
