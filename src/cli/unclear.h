// cli/unclear.h: words on a product that no rule knows: a market, a type, an area. They switch rules off, so they are
// told. Promises: each word of a file is one finding, at the first of its records that is not suppressed, with the
// number of these; a bounded number of words. Must not know: reports, exit codes, how suppressions are judged.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/of_inputs.h"
#include "cli/scopes.h"
#include "match/program.h"
#include "scan/record.h"

namespace incilint::cli {

/// Why a word leaves rules silent.
struct Unclear {
    std::string message;
    std::string hint;  ///< a near match, or what there is; may be empty
    bool likely_wrong = false;
};
/// The markets that rules speak of, in the order of their letters. Those of law count before a day of law is said: the
/// day may be said tomorrow.
[[nodiscard]] std::vector<std::string> markets_of(const match::Program& program);
/// A market that rules do not know, as it was written; `known`: markets_of. Nothing where that is empty: no rule would
/// speak of any market then.
[[nodiscard]] std::optional<Unclear> unclear_market(const std::string& market, const std::vector<std::string>& known);
/// A word of Record::said; nothing of a market that rules know.
[[nodiscard]] std::optional<Unclear> unclear(const scan::SaidWord& said, const std::vector<std::string>& markets);

/// Says where rules of law stay silent for a market that no file says (`settings`: those that it comes from): nothing
/// speaks of it, or no day of law is asked for. `reported`: of the first, reports tell.
void tell_of_silent_law(const Options& options, const policy::Settings& settings, const match::Program& program,
                        bool reported);
/// The second alone, for a market that products say themselves.
void tell_of_no_law_date(const std::string& market, const match::Program& program);

class UnclearWords {
  public:
    /// What a record says (`input`: its index in the run), and where it says nothing, the market that configuration,
    /// environment or command line say for its file (`path`, as it was named).
    void look_at(const scan::Record& record, std::size_t input, const std::string& path, Scope& scope);
    /// Those of the files of one project, for its policy. `called`: what people know a record by.
    [[nodiscard]] std::vector<Told> of(const Scope& scope, const HoldRecord& hold,
                                       const std::function<std::string(std::size_t input)>& called) const;

  private:
    /// Where words stand: a file and what they are of. What no file says is of the first project that meets it.
    struct Key {
        const Scope* scope = nullptr;
        std::string file;
        catalog::Role role{};
        auto operator<=>(const Key&) const = default;
    };
    struct At {
        std::size_t input = 0;
        int line = 0;
        int column = 0;
    };
    struct Word {
        Unclear why;
        bool marked = false;  ///< the word itself stands there, on one line
        std::vector<At> records;
    };
    void note(Key key, const std::string& text, const Unclear& why, const At& at, bool marked);
    [[nodiscard]] static policy::Remark remark_of(const Key& key, const std::pair<const std::string, Word>& word,
                                                  const std::vector<At>& records,
                                                  const std::function<std::string(std::size_t)>& called);
    [[nodiscard]] const std::vector<std::string>& markets(const match::Program& program);

    std::map<Key, std::map<std::string, Word>> words_;                   ///< by text
    std::map<const match::Program*, std::vector<std::string>> markets_;  ///< markets_of, asked for once
};

}  // namespace incilint::cli
