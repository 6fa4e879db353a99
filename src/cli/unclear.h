// cli/unclear.h: words on a product that no rule knows: a market, a type, an area. They switch rules off, so they are
// told. Promises: each word is told once a file, at its first place, with the records that say it; a bounded number of
// words. Must not know: reports, exit codes, how suppressions are judged.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/scopes.h"
#include "match/program.h"
#include "policy/suppression.h"
#include "scan/record.h"

namespace incilint::cli {

/// Why a word leaves rules silent.
struct Unclear {
    std::string message;
    std::string hint;  ///< a near match, or what there is; may be empty
    bool likely_wrong = false;
};
/// The markets that rules speak of where law of that day is asked for, or none is; in the order of their letters.
[[nodiscard]] std::vector<std::string> markets_of(const match::Program& program,
                                                  const std::optional<rules::Date>& law_date);
/// A market that rules do not know, as it was written; `known`: markets_of. Nothing where that is empty: no rule would
/// speak of any market then.
[[nodiscard]] std::optional<Unclear> unclear_market(const std::string& market, const std::vector<std::string>& known);
/// A word of Record::said; nothing of a market that rules know.
[[nodiscard]] std::optional<Unclear> unclear(const scan::SaidWord& said, const std::vector<std::string>& markets);

/// Says where rules of law stay silent for a market that no file says (`settings`: those that it comes from): nothing
/// speaks of it, or no day of law is asked for. Of a market that a file says, reports speak, unless `files_too`.
void tell_of_silent_law(const Options& options, const policy::Settings& settings, const match::Program& program,
                        bool files_too = false);
/// The second alone, for a market that products say themselves.
void tell_of_no_law_date(const std::string& market, const match::Program& program);

/// What the overrides of a project name that none of its files (as they are named from here) is, each with a near
/// match.
[[nodiscard]] base::Diagnostics idle_overrides(const Project& project, const std::vector<std::string>& files);

class UnclearWords {
  public:
    /// What a record says, and where it says nothing, the market that the configuration says for its file (`path`, as
    /// it was named).
    void look_at(const scan::Record& record, const std::string& path, Scope& scope);
    /// Those of the files of one project, for its policy.
    [[nodiscard]] std::vector<policy::Remark> of(const Scope& scope) const;

  private:
    struct Key {
        const Scope* scope = nullptr;
        std::string file;
        catalog::Role role{};
        auto operator<=>(const Key&) const = default;
    };
    struct Word {
        std::string text;
        policy::Remark remark;
        std::size_t records = 0;
    };
    struct Words {
        std::vector<Word> words;
        std::size_t more = 0;  ///< records with other words
    };
    /// `marked`: the word itself stands there, on one line.
    void note(const Key& key, const std::string& text, const Unclear& why, const base::Where& where, bool marked);

    std::map<Key, Words> words_;
    /// markets_of, asked for once: by program and whether law is asked for.
    std::map<std::pair<const match::Program*, bool>, std::vector<std::string>> markets_;
};

}  // namespace incilint::cli
