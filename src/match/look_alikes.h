// match/look_alikes.h: names that a glob or a pattern catches and that only look like what is meant.
// Promises: names only what the rule set's own tests say: a name that another rule of the category is tested not to
// name, that no other rule names, and that the catching rule does not test.
// Must not know: chemistry, output.
#pragma once

#include <string>
#include <vector>

#include "match/compile.h"
#include "rules/rule.h"

namespace incilint::match {

struct LookAlike {
    rules::Word term;     ///< the glob or pattern
    std::string rule;     ///< whose it is
    std::string name;     ///< what it catches
    std::string says_no;  ///< the rule that is tested not to name it
};

/// `joined` is what `program` was compiled from; `images` are those of its image.
[[nodiscard]] base::Expected<std::vector<LookAlike>, base::Diagnostics> look_alikes(const rules::RuleSet& joined,
                                                                                    const Program& program,
                                                                                    const ProgramImages& images);

}  // namespace incilint::match
