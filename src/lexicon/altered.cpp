#include "lexicon/altered.h"

#include <algorithm>
#include <string>
#include <vector>

#include "lexicon/adjectives.h"
#include "lexicon/names.h"
#include "lexicon/plant_names.h"
#include "lexicon/structure_read.h"
#include "lexicon/synonyms.h"

namespace incilint::lexicon {

std::string_view alteration_lost(std::string_view text, const Recognition& read, const Dictionary& dictionary) {
    for (const std::string_view word : words_of(text)) {
        if (!dictionary.is_alteration(word)) continue;
        const auto holds = [word](std::string_view name) { return name.find(word) != std::string_view::npos; };
        if (!read.id) {
            if (!holds(dictionary.normal(read.inci))) return word;
            continue;
        }
        const std::vector<std::string_view> names = dictionary.names(*read.id);
        if (std::none_of(names.begin(), names.end(), holds)) return word;
    }
    return {};
}

std::optional<Recognition> altered_name(std::string_view normal, const Dictionary& dictionary) {
    const std::string_view word = first_word(normal);
    if (word.size() == normal.size()) return std::nullopt;
    auto made = dictionary.structure().altered(word);
    const auto of = made ? dictionary.class_named(made->of) : std::nullopt;
    if (!of) return std::nullopt;
    std::string_view what = normal.substr(word.size() + 1);
    // "saponified oils of cocos nucifera oil"
    for (const std::string_view twice : {"oil of ", "oils of "}) {
        if (!what.starts_with(twice) || !what.ends_with(" oil")) continue;
        what.remove_prefix(twice.size());
        const auto row = plain_name(std::string(word).append(1, ' ').append(what), dictionary);
        if (row)
            return Recognition{How::synonym, row->id, std::string(dictionary.inci(row->id)),
                               dictionary.classes(row->id)};
    }
    Adjectives rest(what, dictionary);
    const auto hit = rest.off([&](std::string_view less) -> std::optional<Recognition> {
        const auto named = plain_name(less, dictionary);
        if (!named) return std::nullopt;
        return Recognition{How::structure, named->id, titled(normal), dictionary.classes(named->id)};
    });
    const auto fits = [&](ClassId one) { return dictionary.is_a(one, *of); };
    if (!hit || std::none_of(hit->classes.begin(), hit->classes.end(), fits)) return std::nullopt;
    return Recognition{How::structure, std::nullopt, hit->inci, std::move(made->classes)};
}

}  // namespace incilint::lexicon
