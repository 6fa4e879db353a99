#include "lexicon/typed.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/fold.h"
#include "lexicon/translate.h"

namespace incilint::lexicon {

std::string typed_plainly(std::string_view normal) {
    using Pair = std::pair<std::string_view, std::string_view>;
    constexpr std::array<Pair, 8> letters = {Pair{"ä", "ae"}, Pair{"ö", "oe"}, Pair{"ü", "ue"}, Pair{"ł", "l"},
                                             Pair{"ø", "o"},  Pair{"æ", "ae"}, Pair{"đ", "d"},  Pair{"œ", "oe"}};
    if (is_ascii(normal)) return {};
    std::string out;
    for (std::size_t at = 0; at < normal.size();) {
        const auto pair =
            std::ranges::find_if(letters, [&](const Pair& one) { return normal.substr(at).starts_with(one.first); });
        const bool told = pair != letters.end();
        out += told ? pair->second : normal.substr(at, 1);
        at += told ? pair->first.size() : 1;
    }
    out = base::without_accents(out);
    return is_ascii(out) ? out : std::string();
}

}  // namespace incilint::lexicon
