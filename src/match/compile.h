// match/compile.h: RuleSet + dictionary image + vocabulary image → program image.
// Promises: names and classes are checked here, all faults in one go with their place and a near match; regexes are
// checked by RE2; the same input gives the same bytes.
// Must not know: files, YAML text (rules/load.h has read it).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "match/expr.h"
#include "match/program.h"
#include "match/rules_io.h"
#include "rules/rule.h"

namespace incilint::match {

struct CompileInput {
    std::vector<rules::RuleSet> rule_sets;  ///< already loaded; later ones override by id
    std::string_view dictionary_image;
    std::string_view house_image;  ///< may be empty: names from --data; `ingredients:` of rule sets are added
    std::string_view vocabulary_image;
};

[[nodiscard]] base::Expected<std::string, base::Diagnostics> compile(CompileInput input);

/// What a program image is made of. The two large images stay where the input had them, and rules and expressions are
/// values: a run that keeps no image need neither copy the former nor take the latter through bytes.
struct Compiled {
    std::string_view dictionary;
    std::string_view vocabulary;
    std::string house;
    RuleBook book;
    Code code;
    std::string candidates;
};
[[nodiscard]] base::Expected<Compiled, base::Diagnostics> compile_parts(CompileInput input);

/// The images inside a program image, so that a user's rules can be compiled against the embedded dictionary.
struct ProgramImages {
    std::string_view dictionary;
    std::string_view house;
    std::string_view vocabulary;
};
[[nodiscard]] base::Expected<ProgramImages> images_of(std::string_view program_image);

}  // namespace incilint::match
