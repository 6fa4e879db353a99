#include "lexicon/relatives.h"

#include "lexicon/plant_names.h"

namespace incilint::lexicon {
namespace {

/// Two INCI names that share so many first letters are derivatives of one parent ("Tocopherol", "Tocopheryl Acetate").
constexpr std::size_t stem = 5;

}  // namespace

std::optional<IngredientId> relative_in(std::span<const std::string> contents, std::string_view front, IngredientId id,
                                        const Dictionary& dictionary) {
    const bool vague = dictionary.is_vague(first_word(front));
    const std::string_view inci = dictionary.normal_inci(id);
    const std::string_view own = inci.substr(0, stem);
    const bool plant = dictionary.structure().is_genus(first_word(inci));
    for (const std::string_view content : contents) {
        const auto inner = dictionary.find(content);
        if (!inner || !inner->is_inci || inner->id == id) continue;
        if (plant && first_word(content) != first_word(inci)) continue;
        if (vague || (own.size() == stem && content.starts_with(own))) return inner->id;
    }
    return std::nullopt;
}

}  // namespace incilint::lexicon
