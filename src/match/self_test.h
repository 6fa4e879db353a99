// match/self_test.h: runs the tests that rules carry, and tells which part of the rules no test reaches.
// Promises: every failure with its place; a test of an `ingredient:` rule asks whether the name meets the expression,
// whatever `when` says; a test of a `label:` or `detector:` rule is a whole text, read and screened under a context
// that meets the rule's conditions. Must not know: files, output, how often a program is compiled elsewhere.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "match/compile.h"
#include "match/program.h"
#include "rules/rule.h"

namespace incilint::match {

/// An exception (`except:`) of a rule or of a set, by its place in that expression.
struct Exception {
    std::string owner;  ///< id of the rule or the set
    base::Where where;
    std::string text;     ///< the words of the exception
    bool tested = false;  ///< some name of a test is held back by it
    bool useful = false;  ///< some name of the dictionary is held back by it
};

struct SelfTest {
    std::size_t run = 0;                     ///< tests that were run
    base::Diagnostics failures;              ///< in the order of the rules
    std::vector<rules::Word> never_hit;      ///< rules that no test of any rule hits
    std::vector<rules::Word> finds_nothing;  ///< `ingredient:` rules that name nothing in dictionary and tests
    std::vector<Exception> exceptions;
    std::vector<rules::Word> unknown_names;  ///< names in tests that nothing recognises, so that only their text counts
    std::size_t names = 0;                   ///< names of the dictionary
    std::size_t seen = 0;                    ///< those that some rule looks at
};

/// `joined` is the one set of rules that `program` was compiled from (rules::join_rules), tests included; `images` are
/// those inside the program's image. An error only where the parts of expressions cannot be compiled by themselves.
[[nodiscard]] base::Expected<SelfTest, base::Diagnostics> self_test(const rules::RuleSet& joined,
                                                                    const Program& program,
                                                                    const ProgramImages& images);

}  // namespace incilint::match
