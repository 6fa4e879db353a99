#include "lexicon/respelt.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lexicon/plant_names.h"

namespace incilint::lexicon {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;
constexpr std::array<Pair, 5> greek = {Pair{"a ", "alpha "}, Pair{"b ", "beta "}, Pair{"d ", "delta "},
                                       Pair{"g ", "gamma "}, Pair{"ɑ ", "alpha "}};
constexpr std::array<std::string_view, 2> hybrid = {"x ", "× "};

}  // namespace

std::string respelt(std::string_view normal, const Dictionary& dictionary) {
    for (const auto& [letter, name] : greek) {
        if (normal.starts_with(letter)) return std::string(name).append(normal.substr(letter.size()));
    }
    const std::string_view genus = first_word(normal);
    if (genus.size() == normal.size() || !dictionary.structure().is_genus(genus)) return {};
    // All signs at once: what is left has none.
    std::string_view rest = normal.substr(genus.size() + 1);
    const std::size_t size = rest.size();
    const auto sign = [&rest] {
        return std::ranges::find_if(hybrid, [&rest](std::string_view one) { return rest.starts_with(one); });
    };
    while (sign() != hybrid.end()) rest.remove_prefix(sign()->size());
    return rest.size() < size ? std::string(genus) + ' ' + std::string(rest) : std::string();
}

}  // namespace incilint::lexicon
