#include "lexicon/altered.h"

#include <algorithm>
#include <string>
#include <vector>

#include "lexicon/names.h"

namespace incilint::lexicon {

std::string_view alteration_lost(std::string_view text, const Recognition& read, const Dictionary& dictionary) {
    for (const std::string_view word : words_of(text)) {
        if (!dictionary.is_alteration(word)) continue;
        const auto holds = [word](std::string_view name) { return name.find(word) != std::string_view::npos; };
        if (!read.id) {
            if (!holds(dictionary.normal(read.inci))) return word;
            continue;
        }
        const std::vector<std::string_view> names = dictionary.names(*read.id);
        if (std::none_of(names.begin(), names.end(), holds)) return word;
    }
    return {};
}

}  // namespace incilint::lexicon
