// match/parts.h: what stands behind a Program. For the .cpp files of match/ only.
// Promises: immutable once Program::open made it; views point into `owned`, `compiled` or bytes that outlive it.
// Must not know: labels.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "match/candidates.h"
#include "match/compile.h"
#include "match/expr.h"
#include "match/glob_index.h"
#include "match/groups.h"
#include "match/program.h"
#include "match/rules_io.h"

namespace incilint::match {

inline constexpr std::string_view program_magic = "INCIPROG";

/// Sections of a program image.
enum class Part : std::uint32_t { dictionary = 1, house, vocabulary, rules, code, candidates };

struct Program::Bytes {
    std::string_view dictionary;
    std::string_view house;
    std::string_view vocabulary;
    std::string_view candidates;
};

struct Program::Parts {
    std::string owned;  ///< the image, where the Program keeps it
    Compiled compiled;  ///< or what came without an image; its rules and expressions have moved on to `book` and `code`
    std::optional<lexicon::Dictionary> dictionary;
    std::optional<label::Vocabulary> vocabulary;
    RuleBook book;
    rules::VerdictModel verdict;  ///< the book's, or one without bands
    Code code;
    std::vector<char> holds_for_nothing;  ///< by expression: true of a name of which nothing is known
    std::vector<std::uint32_t> pattern_nodes;
    std::vector<std::uint32_t> rule_of;  ///< by expression
    std::vector<Glob> globs;             ///< by text index; empty where the text is no glob
    GlobIndex glob_index;
    std::vector<std::optional<Pattern>> patterns;
    Candidates candidates;
    Groups groups;
    std::vector<std::int64_t> caps;  ///< by bucket of `groups`
};

}  // namespace incilint::match
