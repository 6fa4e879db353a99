// match/memo.h: remembers what names turned out to be, in bounded memory.
// Promises: exact: an answer is only given for the very bytes, program and options it was found for, so that it can
// change no answer; one owner (a worker), no locks.
// Must not know: labels.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "match/matcher.h"

namespace incilint::match {

class Memo {
  public:
    /// Remembers at most `names` names (0: none), none of them longer than 256 bytes. `shared`: as of Matcher::resolve.
    explicit Memo(std::size_t names = 1u << 16, lexicon::RecogniseMemo* shared = nullptr)
        : most_(names), shared_(shared) {}

    /// The same as matcher.resolve(name, options). The answer holds until the next call.
    [[nodiscard]] const Resolved& resolve(const Matcher& matcher, std::string_view name,
                                          const lexicon::RecogniseOptions& options);

    [[nodiscard]] std::size_t size() const { return known_.size() + before_.size(); }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
    };
    std::size_t most_;
    lexicon::RecogniseMemo* shared_;
    Program program_;  ///< a handle of its own: a program that is gone cannot come back at the same address
    bool correct_spelling_ = true;
    using Known = std::unordered_map<std::string, Resolved, Hash, std::equal_to<>>;
    Known known_;
    Known before_;   ///< until there are half of the most again: what is asked for till then moves to `known_`
    Resolved last_;  ///< an answer that is not kept
};

}  // namespace incilint::match
