#include <algorithm>
#include <array>

#include "lexicon/structure_read.h"

namespace incilint::lexicon {
namespace {

constexpr std::string_view digits = "0123456789";

bool is_figures(std::string_view word) {
    return !word.empty() && word.find_first_not_of(digits) == std::string_view::npos;
}

bool ends_like_species(std::string_view word) {
    // What catalogs of microbes' names end in nearly all of them; words that end in a plain -a, -as or -es may be
    // anything.
    constexpr std::array<std::string_view, 19> endings = {"aea",  "ae",  "arum",  "ata",  "cola", "ens", "ense",
                                                          "i",    "ica", "ii",    "ilis", "ina",  "is",  "oides",
                                                          "orum", "osa", "phila", "um",   "us"};
    return std::any_of(endings.begin(), endings.end(), [word](std::string_view end) { return word.ends_with(end); });
}

}  // namespace

std::optional<Member> organism_by_ending(const Grammar& grammar, std::string_view genus) {
    constexpr std::size_t shortest_ending = 4;
    constexpr std::size_t longest_ending = 13;
    constexpr std::size_t least_stem = 3;
    if (!std::all_of(genus.begin(), genus.end(), [](char byte) { return byte >= 'a' && byte <= 'z'; })) return {};
    if (genus.size() < least_stem + shortest_ending || grammar.find(kind_genus, genus)) return std::nullopt;
    const std::size_t longest = std::min(longest_ending, genus.size() - least_stem);
    for (std::size_t size = longest; size >= shortest_ending; --size) {
        const auto found = grammar.find(kind_organism_ending, genus.substr(genus.size() - size));
        if (found) return found;
    }
    return std::nullopt;
}

std::optional<Member> organism_abbreviated(const Grammar& grammar, std::string_view letter, std::string_view species) {
    if (letter.ends_with('.')) letter.remove_suffix(1);
    if (const auto longer = grammar.find(kind_genus_short, letter)) letter = longer->value;
    if (letter.size() != 1 || letter[0] < 'a' || letter[0] > 'z') return std::nullopt;
    auto found = grammar.find(kind_species, species);
    if (!found) return std::nullopt;
    std::string_view letters = found->value;
    found->value = take_word(letters, " ");
    if (letters.find(letter[0]) == std::string_view::npos) return std::nullopt;
    return found;
}

bool is_species_name(const Grammar& grammar, std::string_view word) {
    constexpr std::size_t shortest = 5;
    return word.size() >= shortest && looks_latin(word) && ends_like_species(word) && !is_no_epithet(grammar, word);
}

bool is_strain_code(std::string_view word) {
    constexpr std::size_t longest_code = 4;
    return word.find_first_of(digits) != std::string_view::npos || word.size() <= 2 ||
           (word.size() <= longest_code && word.find_first_of("aeiouy") == std::string_view::npos);
}

bool is_collection(std::string_view word, std::string_view next) {
    constexpr std::size_t longest_collection = 4;
    return word.size() <= longest_collection && is_figures(next);
}

std::string titled_strain(const Grammar& grammar, std::string_view normal) {
    constexpr std::size_t longest_joined = 3;  // "BB-12", but "DSM 17938": collections number by the thousand
    std::string out = titled(normal);
    bool in_code = false;
    for (std::size_t at = 0; at < normal.size();) {
        const std::size_t end = std::min(normal.find_first_of(" /", at), normal.size());
        const std::string_view word = normal.substr(at, end - at);
        const std::size_t after = std::min(end + 1, normal.size());
        const std::string_view next = normal.substr(after, normal.find_first_of(" /", after) - after);
        const auto strain = find_strain(grammar, word);
        const bool meant = strain ? strain->value == "rank" : !is_figures(word) && grammar.word(word).has_value();
        const bool code = at > 0 && !meant && (is_strain_code(word) || is_collection(word, next));
        if (code)
            std::transform(word.begin(), word.end(), out.begin() + static_cast<std::ptrdiff_t>(at),
                           [](char byte) { return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 32) : byte; });
        if (code && in_code && is_figures(word) && word.size() <= longest_joined && normal[at - 1] == ' ' &&
            word.find_first_of(digits) == 0) {
            out[at - 1] = '-';
        }
        in_code = code && !is_figures(word);
        at = end + 1;
    }
    return out;
}

}  // namespace incilint::lexicon
