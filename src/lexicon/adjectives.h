// lexicon/adjectives.h: the adjectives that come off a name, one after the other: "certified organic", "raw".
// Promises: each adjective is looked for once, and only when it is asked for; what is left is part of the name, which
// must outlive this. Must not know: what is looked up of what is left.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "lexicon/dictionary.h"

namespace incilint::lexicon {

class Adjectives {
  public:
    Adjectives(std::string_view name, const Dictionary& dictionary) : dictionary_(dictionary) { left_[0] = name; }

    /// The name as it stands.
    [[nodiscard]] std::string_view name() const { return left_[0]; }

    /// What `look` finds in the name, or in what is left of it as adjectives come off; nothing where one of them
    /// belongs to the name found. What is found has an `id`.
    template <class Look>
    [[nodiscard]] auto off(const Look& look) -> decltype(look(std::string_view())) {
        auto found = look(left_[0]);
        std::size_t count = 0;
        while (!found && count < most && has(count)) found = look(left_[++count]);
        const auto kept = [&](std::string_view adjective) {
            return found->id && dictionary_.keeps_adjective(adjective, *found->id);
        };
        if (found && std::any_of(taken_.begin(), taken_.begin() + static_cast<std::ptrdiff_t>(count), kept)) {
            found.reset();
        }
        return found;
    }

  private:
    /// "certified organic raw virgin …": more adjectives than that are no name.
    static constexpr std::size_t most = 4;

    /// One more than `count` adjectives come off.
    [[nodiscard]] bool has(std::size_t count);

    const Dictionary& dictionary_;
    std::array<std::string_view, most + 1> left_;  ///< the name without so many adjectives
    std::array<std::string_view, most> taken_;     ///< the adjective that came off next
    std::size_t known_ = 0;                        ///< so many came off so far …
    bool complete_ = false;                        ///< … and no other does
};

}  // namespace incilint::lexicon
