#include "lexicon/plant_names.h"

#include <algorithm>
#include <array>

#include "base/near.h"

namespace incilint::lexicon {
namespace {

constexpr std::size_t most_words = 14;
/// "bitter orange blossom": common names have no more words.
constexpr std::size_t most_common = 3;
/// An unknown text in front of a bracket that has so many blanks is prose, not a name.
constexpr std::ptrdiff_t most_blanks = 5;
/// Letters by which the second words of one plant's names may differ ("sativa", "sativus").
constexpr std::size_t ending = 2;
/// Genus, species, variety and its kind ("var.").
constexpr std::size_t most_latin = 4;

/// The words of a name of few words.
struct Words {
    std::array<std::string_view, most_words> list;
    std::size_t count = 0;

    /// From the first letter of one word to the last of another.
    [[nodiscard]] std::string_view run(std::size_t from, std::size_t to) const {
        const std::string_view last = list[to - 1];
        return {list[from].data(), static_cast<std::size_t>(last.data() + last.size() - list[from].data())};
    }
};

/// No words where there are too many.
Words cut(std::string_view normal) {
    Words words;
    while (!normal.empty()) {
        const std::size_t end = std::min(normal.find(' '), normal.size());
        if (end > 0) {
            if (words.count == most_words) return {};
            words.list[words.count++] = normal.substr(0, end);
        }
        normal.remove_prefix(std::min(end + 1, normal.size()));
    }
    return words;
}

/// True where the name without the words from `head` to `at` would tell of another part: "rosa damascena seed oil" is
/// no oil of the flower. What is volatile bears the plant's name alone ("abies alba leaf oil").
bool loses_part(const Words& words, std::size_t head, std::size_t at, const Structure& structure) {
    const auto any = [&](std::size_t from, std::size_t to, const auto& is) {
        return std::any_of(words.list.begin() + static_cast<std::ptrdiff_t>(from),
                           words.list.begin() + static_cast<std::ptrdiff_t>(to), is);
    };
    const auto is_part = [&](std::string_view word) { return structure.is_part(word); };
    if (!any(head, at, is_part) || any(at, words.count, is_part)) return false;
    return words.list[words.count - 1] != "oil" ||
           any(head, at, [&](std::string_view word) { return structure.is_fatty_part(word); });
}

/// True for a word that is a part of a plant or what is made of one, or one edit away: "leaaf", "seud", "extrac".
bool is_near_part(std::string_view word, const Structure& structure) {
    constexpr std::size_t longest = 14;
    constexpr std::size_t telling = 5;  // letters of "extract" and its like: an oil is near too many words
    const auto is_end = [&structure](std::string_view text) {
        return structure.is_part(text) || (text.size() >= telling && structure.ends_plant(text));
    };
    if (word.size() > longest) return false;
    if (is_end(word)) return true;
    std::array<char, longest + 1> room{};  // one place more than the word has, the free one at `at`
    std::copy(word.begin(), word.end(), room.begin() + 1);
    for (std::size_t at = 0; at <= word.size(); ++at) {
        const std::string_view more(room.data(), word.size() + 1);
        for (char letter = 'a'; letter <= 'z'; ++letter) {
            room[at] = letter;
            if (is_end(more)) return true;
        }
        if (at == word.size()) break;
        // Without the letter at `at`, with another in its place, and with its neighbour in front of it.
        std::array<char, longest> other{};
        std::copy(word.begin(), word.end(), other.begin());
        const std::string_view changed(other.data(), word.size());
        for (char letter = 'a'; letter <= 'z'; ++letter) {
            other[at] = letter;
            if (is_end(changed)) return true;
        }
        other[at] = word[at];
        if (at + 1 < word.size()) std::swap(other[at], other[at + 1]);
        if (is_end(changed)) return true;
        std::copy(word.begin(), word.end(), other.begin());
        std::copy(word.begin() + static_cast<std::ptrdiff_t>(at) + 1, word.end(),
                  other.begin() + static_cast<std::ptrdiff_t>(at));
        if (is_end({other.data(), word.size() - 1})) return true;
        room[at] = word[at];
    }
    return false;
}

/// "carapa guaianensis andiroba": the third word is none that follows that species, whatever it looks like.
bool is_vernacular(const Words& words, const Dictionary& dictionary) {
    return dictionary.is_prefix(words.run(0, 2)) && !dictionary.is_prefix(words.run(0, 3)) &&
           (dictionary.knows_word(words.list[2]) || dictionary.near_words(words.list[2]).empty()) &&
           dictionary.structure().may_be_vernacular(words.list[0], words.list[2]);
}

/// The first word of those at the end that say part and form.
std::size_t tail_of(const Words& words, const Structure& structure) {
    std::size_t at = words.count;
    while (at > 0 && structure.ends_plant(words.list[at - 1])) --at;
    return at;
}

}  // namespace

std::string_view first_word(std::string_view normal) {
    return normal.substr(0, normal.find(' '));
}

std::string_view plant_tail(std::string_view normal, const Dictionary& dictionary) {
    const Words words = cut(normal);
    const std::size_t at = tail_of(words, dictionary.structure());
    return at < words.count ? words.run(at, words.count) : std::string_view{};
}

std::vector<std::string> without_common_words(std::string_view normal, const Dictionary& dictionary) {
    std::vector<std::string> out;
    const Structure& structure = dictionary.structure();
    if (!structure.is_genus(first_word(normal))) return out;
    const Words words = cut(normal);
    const std::size_t tail = tail_of(words, structure);
    // "salvia clary sclarea oil": the common name stands within the Latin one.
    for (std::size_t at = 1; at + 1 < tail && at + 2 < words.count && at <= most_common; ++at) {
        if (!structure.may_be_common(words.list[at]) || dictionary.is_prefix(words.run(0, 2))) break;
        const std::string latin = std::string(words.list[0]) + ' ' + std::string(words.list[at + 1]);
        if (!dictionary.is_prefix(latin)) continue;
        out.push_back(latin + ' ' + std::string(words.run(at + 2, words.count)));
    }
    for (std::size_t head = std::min(most_latin, tail); head >= 2; --head) {
        const std::string_view latin = words.run(0, head);
        if (head > 2 && !dictionary.is_prefix(latin)) continue;
        // "acai berry fruit extract": a word of the common name may be a part's too.
        for (std::size_t at = std::max(tail, head + 1); at < words.count && at - head <= most_common; ++at) {
            const bool common =
                std::all_of(words.list.begin() + static_cast<std::ptrdiff_t>(head),
                            words.list.begin() + static_cast<std::ptrdiff_t>(at),
                            [&](std::string_view word) {
                                // What no name and no list holds may be the part itself, misspelt ("leaaf").
                                const bool known = dictionary.knows_word(word) || structure.has_word(word);
                                return structure.may_be_common(word) && (known || !is_near_part(word, structure));
                            }) ||
                (head == 2 && at == 3 && is_vernacular(words, dictionary));
            if (!common) break;
            if (loses_part(words, head, at, structure)) continue;
            out.push_back(std::string(latin) + ' ' + std::string(words.run(at, words.count)));
        }
    }
    return out;
}

bool names_other_part(std::string_view normal, std::string_view inci, const Dictionary& dictionary) {
    const std::string meant = dictionary.normal(inci);
    const auto parts_of = [&](std::string_view text) {
        std::vector<std::string_view> parts;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find_first_of(" /"), text.size());
            if (dictionary.structure().is_part(text.substr(0, end))) parts.push_back(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return parts;
    };
    const std::vector<std::string_view> said = parts_of(normal);
    const std::vector<std::string_view> theirs = parts_of(meant);
    const auto is_theirs = [&](std::string_view part) {
        return std::find(theirs.begin(), theirs.end(), part) != theirs.end();
    };
    return !said.empty() && !theirs.empty() && std::none_of(said.begin(), said.end(), is_theirs);
}

std::string_view behind_common_words(std::string_view normal, const Dictionary& dictionary) {
    const Words words = cut(normal);
    const Structure& structure = dictionary.structure();
    for (std::size_t at = 1; at + 2 < words.count && at <= most_common; ++at) {
        if (!structure.may_be_common(words.list[at - 1])) return {};
        if (structure.is_genus(words.list[at]) && dictionary.is_prefix(words.run(at, at + 2)))
            return words.run(at, words.count);
    }
    return {};
}

std::string_view strange_species(std::string_view normal, const Dictionary& dictionary) {
    const Words words = cut(normal);
    const Structure& structure = dictionary.structure();
    if (words.count < 2 || !structure.is_genus(words.list[0])) return {};
    const std::string_view species = words.list[1];
    if (structure.ends_plant(species) || dictionary.is_prefix(words.run(0, 2))) return {};
    return species;
}

bool is_bare_plant(std::string_view normal, const Dictionary& dictionary) {
    const Words words = cut(normal);
    return words.count >= 2 && words.count <= most_latin && dictionary.structure().is_genus(words.list[0]) &&
           dictionary.is_prefix(normal);
}

bool contradicts(std::string_view text, IngredientId id, const Dictionary& dictionary) {
    const auto second_word = [&](std::string_view all) {
        const std::size_t blank = all.find(' ');
        return blank == std::string_view::npos ? std::string_view{} : first_word(all.substr(blank + 1));
    };
    if (std::count(text.begin(), text.end(), ' ') >= most_blanks) return true;
    if (!dictionary.is_prefix(first_word(text)) && !dictionary.find(first_word(text))) return false;
    // "white tea" in front of "(camellia sinensis extract)"
    if (dictionary.structure().genus_of_common(text) == first_word(dictionary.normal_inci(id))) return false;
    const std::vector<std::string_view> names = dictionary.names(id);
    const std::string_view second = second_word(text);
    return std::none_of(names.begin(), names.end(), [&](std::string_view name) {
        if (first_word(name) != first_word(text)) return false;
        // "cucumis sativa(cucumber)": the bracket vouches for an ending that is wrong.
        return second.empty() || base::edit_distance(second, second_word(name), ending) <= ending;
    });
}

}  // namespace incilint::lexicon
