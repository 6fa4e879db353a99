// match/matcher.h: from a cleaned name to its identity and the expressions that hold for it.
// Promises: a pure function of (name, program, options); nothing of where the name stands enters it.
// Must not know: labels, ranks, products, severities.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/recognise_memo.h"
#include "match/groups.h"
#include "match/program.h"

namespace incilint::match {

/// Names longer than this (bytes) are recognised as nothing: no ingredient is called by half a page.
inline constexpr std::size_t longest_name = 2048;

/// What there is to know of a name whatever label it stands on.
struct Resolved {
    std::optional<lexicon::Recognition> recognition;
    std::vector<std::uint32_t> expressions;  ///< ascending; see Matcher::rule_of
    std::vector<std::string> listed_in;      ///< categories of the `ingredient:` rules among them, sorted, unique
    friend bool operator==(const Resolved&, const Resolved&) = default;
};

class Matcher {
  public:
    /// `program` must outlive the Matcher (a Program is a shared handle: a copy will do).
    explicit Matcher(const Program& program);

    /// `shared`: whom a reader asks for the same names, if anybody.
    [[nodiscard]] Resolved resolve(std::string_view name, const lexicon::RecogniseOptions& options,
                                   lexicon::RecogniseMemo* shared = nullptr) const;

    /// The rule that owns an expression; expressions [first(r), first(r + 1)) are those of rule r.
    [[nodiscard]] std::uint32_t rule_of(std::uint32_t expression) const;
    [[nodiscard]] std::uint32_t first(std::uint32_t rule) const;
    [[nodiscard]] const Groups& groups() const;
    /// By bucket of the groups, in millionths of a point.
    [[nodiscard]] const std::vector<std::int64_t>& caps() const;
    /// False where no rule set has verdict constants.
    [[nodiscard]] bool has_verdict() const;
    [[nodiscard]] const Program& program() const { return program_; }
    [[nodiscard]] bool is_of(const Program& program) const;

  private:
    void add_by_class(const lexicon::Recognition& recognition, std::vector<std::uint32_t>& out) const;
    void add_by_text(std::string_view name, std::vector<std::uint32_t>& out) const;

    const Program& program_;
    const Program::Parts& parts_;
};

}  // namespace incilint::match
