// spelling_index.h: an index of spelling over a list of names, for tests.
#pragma once

#include <string>
#include <vector>

#include "lexicon/spelling.h"

namespace incilint::lexicon {

inline std::vector<SpellingName> listed(const std::vector<std::string>& names) {
    std::vector<SpellingName> out;
    for (std::size_t i = 0; i < names.size(); ++i) out.push_back({names[i], static_cast<IngredientId>(i)});
    return out;
}

struct Index {
    explicit Index(const std::vector<std::string>& names)
        : bytes(build_spelling(listed(names))), spelling(Spelling::open(bytes).value()) {}
    std::string bytes;
    Spelling spelling;
};

}  // namespace incilint::lexicon
