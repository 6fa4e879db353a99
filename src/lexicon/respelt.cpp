#include "lexicon/respelt.h"

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
    const std::string_view rest = normal.substr(genus.size() + 1);
    for (const std::string_view sign : hybrid) {
        if (rest.starts_with(sign)) return std::string(genus) + ' ' + std::string(rest.substr(sign.size()));
    }
    return {};
}

}  // namespace incilint::lexicon
