// lexicon/recognise_memo.h: what recognise() said of the last few names, for those who ask one after another: reader
// and judge ask for the same names of a label. Promises: exact: an answer is given for the very bytes it was found for;
// bounded; one owner. Must not know: who asks.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "lexicon/recognise.h"

namespace incilint::lexicon {

class RecogniseMemo {
  public:
    /// The dictionary must outlive the memo.
    explicit RecogniseMemo(const Dictionary& dictionary) : dictionary_(dictionary) {}

    /// The same as recognise(name, dictionary, options); good until the next call.
    [[nodiscard]] const std::optional<Recognition>& recognise(std::string_view name, const RecogniseOptions& options);

  private:
    static constexpr std::size_t places = 512;  ///< more than a label has names
    struct Said {
        std::string name;
        std::array<bool, 2> asked{};  ///< without and with spelling correction
        std::array<std::optional<Recognition>, 2> found;
    };
    const Dictionary& dictionary_;
    std::unique_ptr<std::array<Said, places>> said_;  ///< by the hash of the name; made when it is first asked for
};

/// recognise(), by a memo where there is one.
[[nodiscard]] inline std::optional<Recognition> recognise(std::string_view name, const Dictionary& dictionary,
                                                          const RecogniseOptions& options, RecogniseMemo* memo) {
    return memo == nullptr ? recognise(name, dictionary, options) : memo->recognise(name, options);
}

}  // namespace incilint::lexicon
