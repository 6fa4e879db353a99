#include "lexicon/salts.h"

#include <optional>

#include "lexicon/plant_names.h"

namespace incilint::lexicon {
namespace {

/// What makes the salt, as printed.
struct Salt {
    std::string_view acid;
    std::string_view cation;
};

std::optional<Salt> parts_of(std::string_view normal, const Dictionary& dictionary) {
    constexpr std::string_view salt = " salt";
    constexpr std::string_view salt_of = "salt of ";
    const Structure& structure = dictionary.structure();
    const std::string_view front = first_word(normal);
    if (front.size() < normal.size() && structure.is_cation(front)) {
        const std::string_view rest = normal.substr(front.size() + 1);
        if (rest.starts_with(salt_of)) return Salt{rest.substr(salt_of.size()), front};
    }
    if (!normal.ends_with(salt)) return std::nullopt;
    normal.remove_suffix(salt.size());
    // A normal form has no blank behind a comma: "sorbic acid,potassium salt".
    const std::size_t cut = normal.find_last_of(" ,");
    if (cut == std::string_view::npos || cut == 0) return std::nullopt;
    const Salt found{normal.substr(0, cut), normal.substr(cut + 1)};
    return structure.is_cation(found.cation) ? std::optional(found) : std::nullopt;
}

}  // namespace

std::vector<std::string> named_as_salt(std::string_view normal, const Dictionary& dictionary) {
    std::vector<std::string> out;
    const auto salt = parts_of(normal, dictionary);
    if (!salt) return out;
    const std::string cation = std::string(salt->cation) + ' ';
    out.push_back(cation + std::string(salt->acid));
    const auto turned = [&](std::string_view ending, std::string_view into) {
        if (!salt->acid.ends_with(ending)) return;
        out.push_back(cation + std::string(salt->acid.substr(0, salt->acid.size() - ending.size())).append(into));
    };
    turned("ic acid", "ate");
    turned("ine", "inate");  // sarcosine, glycine
    turned("ine", "ate");    // taurine
    return out;
}

}  // namespace incilint::lexicon
