// match/glob_index.h: all globs of a program by one of their words, so that a name meets only globs that may hold.
// Promises: the same answer as trying every glob; a look-up costs the words of the name and the globs they share.
// Must not know: the dictionary, rules, labels.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "match/glob.h"

namespace incilint::match {

class GlobIndex {
  public:
    GlobIndex() = default;
    /// Globs without words are no globs and hold for nothing.
    explicit GlobIndex(const std::vector<Glob>& globs);
    [[nodiscard]] bool empty() const { return by_word_.empty(); }
    /// The numbers of the globs that match a name cut into words, ascending; `globs` are those of the constructor.
    [[nodiscard]] std::vector<std::uint32_t> matching(const std::vector<Glob>& globs,
                                                      const std::vector<std::string_view>& words) const;

  private:
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_word_;  ///< each glob once, at its rarest word
};

}  // namespace incilint::match
