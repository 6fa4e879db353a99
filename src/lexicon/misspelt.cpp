#include "lexicon/misspelt.h"

#include <algorithm>
#include <string>
#include <vector>

#include "lexicon/names.h"
#include "lexicon/plant_names.h"
#include "lexicon/spelling_words.h"
#include "lexicon/structure_read.h"
#include "lexicon/synonyms.h"

namespace incilint::lexicon {
namespace {

/// The only strange word; empty where there is none or more than one.
std::string_view strange_word(std::string_view normal, std::string_view species, const Dictionary& dictionary) {
    std::string_view found = species;
    std::size_t count = species.empty() ? 0 : 1;
    each_token(normal, [&](std::size_t from, std::size_t size) {
        const std::string_view token = normal.substr(from, size);
        if (token.data() == species.data() || !is_word(token)) return;
        if (dictionary.knows_word(token) || dictionary.structure().has_word(token)) return;
        found = token;
        ++count;
    });
    return count == 1 && is_word(found) && !dictionary.is_own_word(found) ? found : std::string_view();
}

/// The name with the letters of a ligature put back that `wrong`, its only strange word, lost without a trace
/// ("corallina ocinalis"); empty where no known word comes of it, or more than one. Those of two letters are two edits,
/// which the nearest name is found by.
std::string with_ligature_back(std::string_view normal, std::string_view wrong, const Dictionary& dictionary) {
    constexpr std::string_view ligature = "ffi";
    std::string meant;
    std::string word;
    for (std::size_t at = 1; at < wrong.size(); ++at) {
        word.assign(wrong).insert(at, ligature);
        if (!dictionary.knows_word(word)) continue;
        std::string name(normal);
        name.replace(static_cast<std::size_t>(wrong.data() - normal.data()), wrong.size(), word);
        if (!strange_species(name, dictionary).empty()) continue;
        if (!meant.empty()) return {};
        meant = std::move(name);
    }
    return meant;
}

/// Built, or a plant without a part: "dioscorea villosa".
std::optional<StructureReading> built_or_bare(std::string_view name, const Dictionary& dictionary) {
    if (auto built = dictionary.structure().read(name)) return built;
    return is_bare_plant(name, dictionary) ? dictionary.structure().read_bare_plant(name) : std::nullopt;
}

}  // namespace

bool is_strange(std::string_view normal, const Dictionary& dictionary) {
    const std::vector<std::string_view> words = words_of(normal);
    const auto is_new = [&dictionary](std::string_view word) {
        return !dictionary.knows_word(word) && !dictionary.structure().has_word(word);
    };
    return std::any_of(words.begin(), words.end(), is_new) || !strange_species(normal, dictionary).empty();
}

std::optional<StructureReading> read_misspelt(std::string_view normal, const Dictionary& dictionary) {
    if (normal.size() > longest_misspelt || letters_in(normal) < least_letters) return std::nullopt;
    const std::string_view species = strange_species(normal, dictionary);
    const std::string_view wrong = strange_word(normal, species, dictionary);
    // A strange word in a name that is built all the same is the species of a microbe, or what it was fed.
    if (wrong.empty() || (species.empty() && dictionary.structure().knows(normal))) return std::nullopt;
    std::optional<StructureReading> found;
    for (const std::string_view meant : dictionary.near_words(wrong)) {
        std::string name(normal);
        name.replace(static_cast<std::size_t>(wrong.data() - normal.data()), wrong.size(), meant);
        if (!species.empty() && !strange_species(name, dictionary).empty()) continue;
        // "potassium sobate" may be the sorbate as well as the soyate.
        if (dictionary.find(name)) return std::nullopt;
        auto built = built_or_bare(name, dictionary);
        if (!built) continue;
        if (found && found->inci != built->inci) return std::nullopt;
        found = std::move(built);
    }
    if (found) return found;
    const std::string meant = with_ligature_back(normal, wrong, dictionary);
    return meant.empty() ? std::nullopt : built_or_bare(meant, dictionary);
}

std::optional<IngredientId> corrected(std::string_view normal, const Dictionary& dictionary) {
    constexpr std::ptrdiff_t most_slashes = 3;
    constexpr std::string_view essential_oil = " essential oil";
    const auto one = [&dictionary](std::string_view name) {
        return dictionary.corrected(name, strange_species(name, dictionary));
    };
    if (const auto id = one(normal)) return id;
    if (normal.size() <= longest_misspelt && letters_in(normal) >= least_letters) {
        const std::string_view wrong = strange_word(normal, strange_species(normal, dictionary), dictionary);
        const std::string meant = with_ligature_back(normal, wrong, dictionary);
        const auto hit = meant.empty() ? std::nullopt : plain_name(meant, dictionary);
        if (hit) return hit->id;
    }
    if (normal.ends_with(essential_oil)) {
        return one(std::string(normal.substr(0, normal.size() - essential_oil.size())) + " oil");
    }
    const auto slashes = std::count(normal.begin(), normal.end(), '/');
    if (slashes == 0 || slashes > most_slashes || normal.size() > longest_misspelt) return std::nullopt;
    std::string mended;
    for (std::string_view rest = normal; !rest.empty();) {
        const std::string_view part = take_word(rest, "/");
        const bool right = dictionary.find(part).has_value();
        const auto id = right ? std::nullopt : one(part);
        if (!right && !id) return std::nullopt;
        mended.append(mended.empty() ? "" : "/").append(right ? part : dictionary.normal_inci(*id));
    }
    const auto hit = plain_name(mended, dictionary);
    return hit ? std::optional(hit->id) : std::nullopt;
}

}  // namespace incilint::lexicon
