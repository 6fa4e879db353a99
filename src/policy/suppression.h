// policy/suppression.h: findings that somebody decided to live with: who, why, until when.
// Promises: a suppression that is malformed, expired or lacks what is required suppresses nothing and is told; one that
// met nothing is told, but only where what it speaks of was really screened.
// Must not know: files, the clock (it is told the day), output.
//
// In labels (.txt) and product files (.yaml):
//   # incilint-ignore RULE[, RULE…] -- REASON [(until YYYY-MM-DD)]
// on a line of its own it covers the next line that is not such a comment; behind text, its own line. What is found on
// a list as a whole stands on every line of it (in a product file from where the product begins).
//   # incilint-ignore-file RULE[, RULE…] -- REASON [(until YYYY-MM-DD)]
// covers the whole file, findings on the label as a whole included.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/text.h"
#include "match/screening.h"
#include "rules/date.h"

namespace incilint::policy {

struct Suppression {
    std::vector<std::string> rules;  ///< ids
    std::string file;                ///< pattern as in .gitignore; empty: any. A comment: the file it stands in
    std::string product;             ///< id, or name with or without its brand, in any case; empty: any
    std::string ingredient;          ///< as written; empty: any
    std::string normal_ingredient;   ///< normal form, made by the caller
    std::uint32_t first_line = 0;    ///< of a comment: the lines it covers; 0: not bound to lines
    std::uint32_t last_line = 0;
    std::string reason;
    std::string owner;
    std::string ticket;
    std::optional<rules::Date> expires;
    std::optional<rules::Date> created;
    base::Where where;
    std::uint32_t end_column = 0;
    bool comment = false;
    bool valid = true;  ///< false: told already, suppresses nothing
    std::string wrong;  ///< why not: "malformed", "expired", "incomplete"
};

/// Something to tell about a suppression or a baseline.
struct Remark {
    std::string rule;  ///< "suppression/malformed"
    rules::Severity severity = rules::Severity::error;
    base::Where where;
    std::uint32_t end_column = 0;
    std::string message;
    std::string hint;
    std::string known_by{};  ///< what of the message never changes: for its identity; empty: all of it
};

/// What the comments of a file say.
struct Comments {
    std::vector<Suppression> suppressions;
    std::vector<Remark> remarks;
    std::vector<base::Span> spans;  ///< bytes of the comments: the reader must not see them
};
/// `texts`: where a sign of comment is none, in their order (see quoted_texts).
[[nodiscard]] Comments read_comments(std::string_view text, const std::string& file,
                                     const std::vector<base::Span>& texts = {});
/// The bytes of the scalars in quotes of a YAML document, in their order; none of one that cannot be read.
[[nodiscard]] std::vector<base::Span> quoted_texts(std::string_view document);
/// The text with the comments as blanks, so that every other byte keeps its place and YAML stays what it was.
void blank(std::string& text, const std::vector<base::Span>& spans);

/// The side file (.incilint-ignore.yaml). Errors: what it holds is no list of suppressions at all.
struct SideFile {
    std::vector<Suppression> suppressions;
    std::vector<Remark> remarks;
};
[[nodiscard]] base::Expected<SideFile, base::Diagnostics> read_side_file(std::string_view text,
                                                                         const std::string& file);
/// One entry as the side file writes it.
[[nodiscard]] std::string side_file_entry(const Suppression& suppression);

/// What is asked of suppressions (`suppressions.require`, `suppressions.max_days`).
struct Requirements {
    std::vector<std::string> require;
    std::optional<std::size_t> max_days;
    rules::Date today;
};
/// Marks those that are expired, lack something, or name a rule that is not there.
[[nodiscard]] std::vector<Remark> examine(std::vector<Suppression>& suppressions, const Requirements& requirements,
                                          const std::vector<std::string>& known_rules);
[[nodiscard]] long days_between(rules::Date from, rules::Date to);

/// A finding, as a suppression sees it.
struct Target {
    std::string_view rule;
    std::string_view file;        ///< from the folder of the configuration
    std::string_view id;          ///< of a row
    std::string_view product;     ///< its name, its brand before it
    std::string_view name;        ///< its name alone
    std::string_view ingredient;  ///< normal form; empty: the label as a whole
    std::uint32_t line = 0;       ///< of its first line; 0: none
    std::uint32_t last_line = 0;  ///< of its last; a finding on a list as a whole stands on all lines of the list
    bool suppressible = true;
};

class Suppressions {
  public:
    explicit Suppressions(std::vector<Suppression> all);
    /// Whether something covers the finding, a comment before the side file; remembers what did. A rule that cannot be
    /// suppressed is remembered too.
    [[nodiscard]] match::Held hold(const Target& target);
    [[nodiscard]] bool covers(const Target& target) { return hold(target) != match::Held::no; }
    /// A product was screened: suppressions that speak of it may be judged.
    void saw(const Target& product);
    /// That file (`folder`: anything below that folder), or some of it, was not read: what may speak of it is not
    /// judged.
    void not_read(const std::string& path, bool folder);
    /// Those of the side file that name one file, by its path, may be judged where that is there no more.
    void judge_gone(const std::function<bool(const std::string& file)>& is_gone);
    /// Unused ones among those that could be judged (all of them where `whole`: the project as a whole was screened),
    /// and those that name a rule which may not be suppressed.
    [[nodiscard]] std::vector<Remark> verdicts(bool whole) const;
    [[nodiscard]] const std::vector<Suppression>& all() const { return all_; }
    /// Whether that one met nothing, although it could be judged.
    [[nodiscard]] bool unused(std::size_t index, bool whole) const;
    /// Whether that one met a finding.
    [[nodiscard]] bool met(std::size_t index) const { return uses_[index].used; }
    /// Whether a product that it speaks of was screened.
    [[nodiscard]] bool was_seen(std::size_t index) const { return uses_[index].seen; }

  private:
    struct Use {
        bool used = false;
        bool refused = false;
        bool seen = false;
        bool unread = false;
    };
    /// The names of a product as they are compared.
    struct Names {
        std::string product;
        std::string name;
    };
    [[nodiscard]] Names names_of(const Target& target) const;
    [[nodiscard]] bool is_of(std::size_t index, const Target& target, const Names& names) const;
    std::vector<Suppression> all_;
    std::vector<std::string> products_;  ///< of each, as it is compared
    bool any_product_ = false;
    std::vector<Use> uses_;
};

}  // namespace incilint::policy
