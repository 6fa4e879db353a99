#include "lexicon/mended.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/fold.h"
#include "lexicon/names.h"
#include "lexicon/plant_names.h"
#include "lexicon/translate.h"

namespace incilint::lexicon {
namespace {

/// A common name has no more words.
constexpr std::size_t most_common = 4;

bool is_letter(char byte) {
    return byte >= 'a' && byte <= 'z';
}

/// True for a text that begins with genus and species.
bool is_latin(std::string_view text, const Dictionary& dictionary) {
    const std::vector<std::string_view> words = words_of(text);
    const Structure& structure = dictionary.structure();
    return words.size() >= 2 && structure.is_genus(words[0]) && !structure.ends_plant(words[1]) &&
           dictionary.is_prefix(std::string(words[0]).append(1, ' ').append(words[1]));
}

/// True where all words in front of the tail may belong to a plant's common name.
bool is_common(std::string_view text, std::string_view tail, const Dictionary& dictionary) {
    const std::vector<std::string_view> words = words_of(text.substr(0, text.size() - tail.size()));
    return !words.empty() && words.size() <= most_common &&
           std::all_of(words.begin(), words.end(), [&](std::string_view word) {
               return dictionary.structure().may_be_common(word) || dictionary.is_adjective(word);
           });
}

/// Empty where there are none, or what is left is still not Latin.
std::string without_lookalikes(std::string_view normal) {
    using Pair = std::pair<std::string_view, char>;
    constexpr std::array<Pair, 12> pairs = {Pair{"а", 'a'}, Pair{"в", 'b'}, Pair{"е", 'e'}, Pair{"к", 'k'},
                                            Pair{"м", 'm'}, Pair{"н", 'h'}, Pair{"о", 'o'}, Pair{"р", 'p'},
                                            Pair{"с", 'c'}, Pair{"т", 't'}, Pair{"у", 'y'}, Pair{"х", 'x'}};
    if (std::none_of(normal.begin(), normal.end(), is_letter)) return {};
    std::string out;
    for (std::size_t at = 0; at < normal.size(); ++at) {
        const auto pair =
            std::ranges::find_if(pairs, [&](const Pair& one) { return normal.substr(at).starts_with(one.first); });
        out.push_back(pair == pairs.end() ? normal[at] : pair->second);
        if (pair != pairs.end()) ++at;
    }
    return is_ascii(out) && out != normal ? out : std::string();
}

}  // namespace

std::optional<IngredientId> with_ligature(std::string_view normal, const Dictionary& dictionary) {
    constexpr std::size_t longest = 80;
    constexpr std::array<std::string_view, 4> joined = {"fi", "fl", "ffi", "ff"};
    if (normal.size() > longest) return std::nullopt;
    for (std::size_t at = 1; at + 1 < normal.size(); ++at) {
        if (normal[at] != ' ' && normal[at] != '_') continue;
        if (!is_letter(normal[at - 1]) || !is_letter(normal[at + 1])) continue;
        for (const std::string_view letters : joined) {
            if (const auto hit = dictionary.find(std::string(normal).replace(at, 1, letters))) return hit->id;
        }
    }
    return std::nullopt;
}

std::string with_plain_letters(std::string_view normal) {
    constexpr std::array<std::string_view, 3> strange = {"¿", "¡", "\xEF\xBF\xBD"};
    if (is_ascii(normal)) return {};  // all that is put right here is beyond it
    for (const std::string_view sign : strange) {
        const std::size_t at = normal.find(sign);
        if (at != std::string_view::npos) return std::string(normal).erase(at, sign.size());
    }
    if (std::string latin = without_lookalikes(normal); !latin.empty()) return latin;
    std::string plain = base::without_accents(normal);
    return plain == normal ? std::string() : plain;
}

std::string plant_in_bracket(const Brackets& brackets, const Dictionary& dictionary) {
    if (brackets.contents.size() != 1) return {};
    const std::string& inside = brackets.contents[0];
    const std::string& outside = brackets.without;
    if (!brackets.after.empty()) {
        // "spearmint(mentha spicata)leaf extract"
        const std::string latin = inside + ' ' + brackets.after;
        const bool named = plant_tail(latin, dictionary) == brackets.after && outside.ends_with(brackets.after);
        const bool plant = named && is_latin(inside, dictionary) && plant_tail(inside, dictionary).empty();
        return plant && is_common(outside, brackets.after, dictionary) ? latin : std::string();
    }
    const bool outer = is_latin(outside, dictionary);
    if (outer && first_word(outside) == first_word(inside)) {
        // "magnolia officinalis(magnolia officinialis bark extract)"
        const std::string_view tail = plant_tail(inside, dictionary);
        return tail.empty() || !plant_tail(outside, dictionary).empty() ? std::string()
                                                                        : outside + ' ' + std::string(tail);
    }
    if (outer == is_latin(inside, dictionary)) return {};
    const std::string& latin = outer ? outside : inside;
    const std::string& common = outer ? inside : outside;
    const std::string_view own = plant_tail(latin, dictionary);
    const std::string_view other = plant_tail(common, dictionary);
    if (!is_common(common, other, dictionary) || (!own.empty() && !other.empty() && own != other)) return {};
    return own.empty() && !other.empty() ? latin + ' ' + std::string(other) : latin;
}

bool says_what_is_made(const Brackets& brackets, const Dictionary& dictionary) {
    return !brackets.contents.empty() && !plant_tail(brackets.contents[0], dictionary).empty() &&
           plant_tail(brackets.without, dictionary).empty();
}

}  // namespace incilint::lexicon
