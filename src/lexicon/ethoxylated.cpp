#include "lexicon/ethoxylated.h"

#include <algorithm>
#include <string>

#include "lexicon/synonyms.h"

namespace incilint::lexicon {
namespace {

/// An oil, a fat or the glycerides of its acids: "Olea Europaea Fruit Oil", "Caprylic/Capric Triglyceride".
bool is_fat(IngredientId id, const Dictionary& dictionary) {
    const auto oil = dictionary.class_named("fixed-oil");
    const std::vector<ClassId> classes = dictionary.classes(id);
    const auto is_oil = [&](ClassId one) { return oil && dictionary.is_a(one, *oil); };
    return std::any_of(classes.begin(), classes.end(), is_oil) ||
           dictionary.normal_inci(id).find("glyceride") != std::string_view::npos;
}

}  // namespace

std::optional<StructureReading> read_ethoxylated(std::string_view normal, const Dictionary& dictionary) {
    if (!normal.starts_with("peg ") && !normal.starts_with("ppg ")) return std::nullopt;
    const std::size_t number = normal.find(' ') + 1;
    const std::size_t end = normal.find(' ', number);
    if (end == std::string_view::npos) return std::nullopt;
    const auto chain = dictionary.structure().read(normal.substr(0, end));
    const auto made = dictionary.class_named("ethoxylated-nonionic");
    const auto body = chain && made ? plain_name(normal.substr(end + 1), dictionary) : std::nullopt;
    if (!body || !is_fat(body->id, dictionary)) return std::nullopt;
    return StructureReading{chain->inci + " " + std::string(dictionary.inci(body->id)), {*made}};
}

}  // namespace incilint::lexicon
