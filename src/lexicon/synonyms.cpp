#include "lexicon/synonyms.h"

#include <algorithm>
#include <array>
#include <vector>

#include "lexicon/plant_names.h"

namespace incilint::lexicon {
namespace {

/// Only so far is a name tried as several names after each other.
constexpr std::size_t longest_repeated = 120;
/// So many names in slashes are one ingredient's: Latin, English, French, and one over.
constexpr std::size_t most_plants = 4;

/// Takes what stands before the next slash off `rest`.
std::string_view next_part(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

/// "extrait d'orge" translates what ends with "extract".
bool translates(std::string_view part, std::string_view name, const Dictionary& dictionary) {
    const std::string_view word = first_word(part);
    const std::string_view form = dictionary.translation(word);
    return !form.empty() && word.size() < part.size() && name.ends_with(form);
}

/// True where the name goes on after `start`.
bool continues(std::string_view name, std::string_view start) {
    return name.size() > start.size() && name.starts_with(start) && name[start.size()] == ' ';
}

/// True where some name of the ingredient goes on after `start`; with parts and forms alone if `plainly`.
bool is_start(std::string_view start, IngredientId id, const Dictionary& dictionary, bool plainly) {
    const std::vector<std::string_view> names = dictionary.names(id);
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
        if (!continues(name, start)) return false;
        return !plainly || plant_tail(name, dictionary).size() == name.size() - start.size() - 1;
    });
}

/// The words of a normal form, translations under the word that they translate.
std::vector<std::string_view> words_of(std::string_view name, const Dictionary& dictionary) {
    std::vector<std::string_view> words;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find(' '), name.size());
        const std::string_view known = dictionary.translation(name.substr(0, end));
        words.push_back(known.empty() ? name.substr(0, end) : known);
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return words;
}

/// True where two names speak of one thing and `closer` says all that `name` does: "lilium candidum bulb extract" of
/// "lilium candidum extract", "natural fragrance" of "parfum".
bool says_more(std::string_view closer, std::string_view name, const Dictionary& dictionary) {
    const std::size_t blank = closer.find(' ');
    if (blank != std::string_view::npos && dictionary.is_adjective(closer.substr(0, blank))) {
        const auto bare = dictionary.find(closer.substr(blank + 1));
        const auto other = dictionary.find(name);
        if (bare && other && bare->id == other->id) return true;
    }
    const std::vector<std::string_view> many = words_of(closer, dictionary);
    const std::vector<std::string_view> few = words_of(name, dictionary);
    // Genus and species come first, and something is made of them.
    if (few.size() < 3 || many.size() < few.size() || !dictionary.structure().is_genus(few[0])) return false;
    return few[0] == many[0] && few[1] == many[1] && std::all_of(few.begin(), few.end(), [&](std::string_view word) {
               return std::find(many.begin(), many.end(), word) != many.end();
           });
}

/// True where both INCI names begin with the same genus and species, and something is made of them.
bool of_one_plant(IngredientId one, IngredientId other, const Dictionary& dictionary) {
    const std::vector<std::string_view> words = words_of(dictionary.normal_inci(one), dictionary);
    const std::vector<std::string_view> others = words_of(dictionary.normal_inci(other), dictionary);
    return words.size() > 2 && others.size() > 2 && dictionary.structure().is_genus(words[0]) &&
           words[0] == others[0] && words[1] == others[1];
}

/// "rosa spp": any species of that genus.
bool is_any_species(std::string_view part, std::string_view genus) {
    constexpr std::array<std::string_view, 5> any = {"sp", "sp.", "species", "spp", "spp."};
    const std::size_t blank = part.find(' ');
    return blank != std::string_view::npos && part.substr(0, blank) == genus &&
           std::ranges::find(any, part.substr(blank + 1)) != any.end();
}

/// True where `part`, an unknown text, says no other thing than `named`, a name of that ingredient.
bool agrees(std::string_view part, std::string_view named, IngredientId id, const Dictionary& dictionary) {
    const bool latin = dictionary.structure().is_genus(first_word(part));
    if (says_more(named, part, dictionary)) return true;
    const std::string_view tail = plant_tail(part, dictionary);
    if (latin && is_any_species(part, first_word(dictionary.normal_inci(id)))) return true;
    if (tail.empty()) return latin && is_start(part, id, dictionary, false);
    if (tail.size() == part.size() || tail != plant_tail(named, dictionary)) return false;
    if (latin) return is_start(first_word(part), id, dictionary, false);
    return dictionary.structure().is_genus(first_word(named));
}

/// True where `rest` is cut into names of that ingredient alone.
bool goes_on(std::string_view rest, IngredientId id, const Dictionary& dictionary) {
    std::array<bool, longest_repeated + 1> reached{};
    reached[0] = true;
    for (std::size_t from = 0; from < rest.size(); ++from) {
        if (!reached[from]) continue;
        for (std::size_t to = std::min(rest.find(' ', from), rest.size());;
             to = std::min(rest.find(' ', to + 1), rest.size())) {
            const auto hit = dictionary.find(rest.substr(from, to - from));
            if (hit && hit->id == id) {
                if (to == rest.size()) return true;
                reached[to + 1] = true;
            }
            if (to == rest.size()) break;
        }
    }
    return false;
}

/// "jojoba seed oil simmondsia chinensis": the bare Latin name of what stands before it.
std::optional<NameHit> bare_latin_behind(std::string_view normal, const Dictionary& dictionary) {
    const std::size_t species = normal.rfind(' ');
    if (species == std::string_view::npos || species == 0) return std::nullopt;
    const std::size_t genus = normal.rfind(' ', species - 1);
    if (genus == std::string_view::npos || genus == 0) return std::nullopt;
    const std::string_view latin = normal.substr(genus + 1);
    if (!dictionary.structure().is_genus(first_word(latin)) || !is_bare_plant(latin, dictionary)) return std::nullopt;
    const auto named = plain_name(normal.substr(0, genus), dictionary);
    const bool same = named && dictionary.normal_inci(named->id).starts_with(std::string(latin).append(1, ' '));
    return same ? named : std::nullopt;
}

}  // namespace

std::optional<NameHit> slash_name(std::string_view normal, const Dictionary& dictionary) {
    if (normal.find('/') == std::string_view::npos) return std::nullopt;
    std::optional<NameHit> agreed;
    std::string_view named;
    std::size_t hits = 0;
    bool longer = false;
    for (std::string_view rest = normal; !rest.empty();) {
        const std::string_view part = next_part(rest);
        const auto hit = dictionary.find(part);
        if (!hit) continue;
        ++hits;
        if (agreed && agreed->id == hit->id) continue;
        if (agreed && says_more(named, part, dictionary)) continue;
        if (agreed && !says_more(part, named, dictionary)) {
            // "honey extract/mel/extrait de miel": the short one is the longer one's source.
            longer = true;
            if (is_start(part, agreed->id, dictionary, true)) continue;
            if (!is_start(named, hit->id, dictionary, true)) return std::nullopt;
        }
        agreed = hit;
        named = part;
    }
    if (!agreed || (hits >= 2 && !longer)) return agreed;
    bool translated = false;
    for (std::string_view rest = normal; !rest.empty();) {
        const std::string_view part = next_part(rest);
        if (part == named) continue;
        const bool foreign = translates(part, named, dictionary);
        translated = translated || foreign;
        if (foreign || dictionary.find(part) || agrees(part, named, agreed->id, dictionary)) continue;
        // "CI77891/Titanium Dioxide"
        const auto run_together = dictionary.find_squeezed(part);
        if (!run_together || run_together->id != agreed->id) return std::nullopt;
    }
    if (longer && !translated) return std::nullopt;
    return agreed;
}

std::string_view slash_plant(std::string_view normal, const Dictionary& dictionary) {
    const auto members = static_cast<std::size_t>(std::count(normal.begin(), normal.end(), '/')) + 1;
    if (members < 2 || members > most_plants) return {};
    const Structure& structure = dictionary.structure();
    std::string_view plant;
    for (std::string_view rest = normal; !rest.empty();) {
        const std::string_view part = next_part(rest);
        if (dictionary.find(part)) return {};
        if (!structure.is_genus(first_word(part)) || !structure.knows(part)) continue;
        if (!plant.empty()) return {};
        plant = part;
    }
    const std::string_view tail = plant_tail(plant, dictionary);
    if (tail.empty()) return {};
    for (std::string_view rest = normal; !rest.empty();) {
        const std::string_view part = next_part(rest);
        if (part == plant || continues(plant, part) || translates(part, plant, dictionary)) continue;
        const std::string_view own = plant_tail(part, dictionary);
        if (own != tail || own.size() == part.size() || structure.is_genus(first_word(part))) return {};
    }
    return plant;
}

std::optional<NameHit> latin_and_common(std::string_view normal, const Dictionary& dictionary) {
    const std::size_t slash = normal.find('/');
    if (slash == std::string_view::npos || normal.find('/', slash + 1) != std::string_view::npos) return std::nullopt;
    const std::array<std::string_view, 2> sides = {normal.substr(0, slash), normal.substr(slash + 1)};
    const std::array<std::optional<NameHit>, 2> hits = {dictionary.find(sides[0]), dictionary.find(sides[1])};
    if (!hits[0] || !hits[1]) return std::nullopt;
    // A common name may be a genus, too: "matricaria flower extract" of chamomilla recutita.
    const auto is_latin = [&](std::size_t side) {
        return dictionary.structure().is_genus(first_word(sides[side])) &&
               first_word(sides[side]) == first_word(dictionary.normal_inci(hits[side]->id));
    };
    const bool first = is_latin(0);
    if (first == is_latin(1)) return std::nullopt;
    const auto latin = hits[first ? 0 : 1];
    const auto common = hits[first ? 1 : 0];
    const auto form = [](std::string_view side) { return side.substr(side.rfind(' ') + 1); };
    const bool named = !plant_tail(sides[0], dictionary).empty() && !plant_tail(sides[1], dictionary).empty();
    const bool alike = named && (form(sides[0]) == form(sides[1]) || of_one_plant(latin->id, common->id, dictionary)) &&
                       dictionary.classes(latin->id) == dictionary.classes(common->id);
    return alike ? latin : std::nullopt;
}

std::optional<NameHit> repeated(std::string_view normal, const Dictionary& dictionary) {
    if (normal.size() > longest_repeated) return std::nullopt;
    for (std::size_t at = normal.find(' '); at != std::string_view::npos; at = normal.find(' ', at + 1)) {
        const auto first = dictionary.find(normal.substr(0, at));
        if (first && goes_on(normal.substr(at + 1), first->id, dictionary)) return first;
    }
    return std::nullopt;
}

std::optional<NameHit> plain_name(std::string_view text, const Dictionary& dictionary) {
    if (text.empty()) return std::nullopt;
    if (const auto hit = dictionary.find(text)) return hit;
    if (const auto hit = slash_name(text, dictionary)) return hit;
    if (const auto hit = latin_and_common(text, dictionary)) return hit;
    if (const auto hit = dictionary.find_squeezed(text)) return hit;
    constexpr std::string_view essential_oil = " essential oil";
    if (text.ends_with(essential_oil)) {
        const std::string_view plant = text.substr(0, text.size() - essential_oil.size());
        const std::string oil = std::string(plant).append(" oil");
        if (const auto hit = dictionary.find(oil)) return hit;
        if (const auto hit = dictionary.find_squeezed(oil)) return hit;
    }
    return repeated(text, dictionary);
}

std::optional<NameHit> latin_behind(std::string_view normal, const Dictionary& dictionary) {
    if (const auto named = bare_latin_behind(normal, dictionary)) return named;
    const std::string_view rest = behind_common_words(normal, dictionary);
    const std::string_view tail = plant_tail(rest, dictionary);
    if (tail.empty()) return std::nullopt;
    const auto named = plain_name(rest, dictionary);
    const std::string common(normal.substr(0, normal.size() - rest.size()));
    const auto vouched = plain_name(common + std::string(tail), dictionary);
    if (!named || !vouched) return std::nullopt;
    const auto genus = [&](const NameHit& hit) { return first_word(dictionary.normal_inci(hit.id)); };
    return genus(*named) == genus(*vouched) ? named : std::nullopt;
}

}  // namespace incilint::lexicon
