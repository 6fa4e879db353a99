#include <algorithm>
#include <array>
#include <vector>

#include "lexicon/dictionary.h"
#include "lexicon/spelling_words.h"

namespace incilint::lexicon {
namespace {

/// True where a word of `written` that stands otherwise in `meant` is one that must be kept.
bool changes_kept(std::string_view written, std::string_view meant, const auto& is_kept) {
    std::vector<std::string_view> tokens;
    each_token(meant, [&](std::size_t from, std::size_t size) { tokens.push_back(meant.substr(from, size)); });
    std::size_t at = 0;
    bool changes = false;
    each_token(written, [&](std::size_t from, std::size_t size) {
        const std::string_view token = written.substr(from, size);
        const bool same = at < tokens.size() && tokens[at] == token;
        changes = changes || (!same && is_kept(token));
        ++at;
    });
    return changes;
}

/// The hash of name_word_key(kind, words); the key of a few words is made without memory of its own.
std::uint64_t name_word_hash(std::string_view kind, std::string_view words) {
    std::array<char, 64> key;
    const std::size_t size = kind.size() + 1 + words.size();
    if (size > key.size()) return name_hash(name_word_key(kind, words));
    const auto tab = std::copy(kind.begin(), kind.end(), key.begin());
    *tab = '\t';
    std::copy(words.begin(), words.end(), tab + 1);
    return name_hash({key.data(), size});
}

}  // namespace

std::optional<IngredientId> Dictionary::corrected(std::string_view normal, std::string_view suspect) const {
    auto in_base = spelling_.nearest(normal, suspect);
    auto in_house = house_ ? house_spelling_.nearest(normal, suspect) : std::nullopt;
    const auto drop = [&](std::optional<Corrected>& found, const Spelling& other) {
        // Each index knows its own words only; a word of the other one is not misspelt.
        const auto is_kept = [&](std::string_view word) {
            return is_own_word(word) || (house_ && word != suspect && other.knows_word(word));
        };
        if (found && changes_kept(normal, found->name, is_kept)) found.reset();
    };
    drop(in_base, house_spelling_);
    drop(in_house, spelling_);
    const auto id = [](IngredientId own, std::size_t first, std::size_t size) -> std::optional<IngredientId> {
        const auto record = static_cast<std::size_t>(own);
        if (record >= size) return std::nullopt;
        return static_cast<IngredientId>(first + record);
    };
    if (in_base && in_house && in_base->edits == in_house->edits && in_base->name != in_house->name)
        return std::nullopt;
    if (in_house && (!in_base || in_house->edits <= in_base->edits)) {
        return id(in_house->id, base_size(), size() - base_size());
    }
    return in_base ? id(in_base->id, 0, base_size()) : std::nullopt;
}

std::vector<std::string_view> Dictionary::near_words(std::string_view written) const {
    std::vector<std::string_view> out = spelling_.near_words(written);
    if (house_) {
        for (const std::string_view word : house_spelling_.near_words(written)) out.push_back(word);
    }
    return out;
}

std::optional<std::uint32_t> Dictionary::name_word(std::string_view kind, std::string_view words) const {
    const auto same = [&](std::uint32_t record) {
        return base_.text(Part::name_words, name_word_width, record, name_word_text) == words &&
               base_.text(Part::name_words, name_word_width, record, name_word_kind) == kind;
    };
    return base_.find(Part::name_word_slots, name_word_hash(kind, words), same);
}

bool Dictionary::is_adjective(std::string_view words) const {
    return name_word("adjective", words).has_value();
}

bool Dictionary::is_vague(std::string_view word) const {
    return name_word("vague", word).has_value();
}

bool Dictionary::is_own_word(std::string_view word) const {
    return name_word("own", word).has_value();
}

bool Dictionary::is_alteration(std::string_view word) const {
    return name_word("alteration", word).has_value();
}

bool Dictionary::is_stereo(std::string_view word) const {
    return name_word("stereo", word).has_value();
}

std::string_view Dictionary::translation(std::string_view word) const {
    const auto record = name_word("translation", word);
    return record ? base_.text(Part::name_words, name_word_width, *record, name_word_value) : std::string_view{};
}

bool Dictionary::keeps_adjective(std::string_view words, IngredientId id) const {
    const auto record = name_word("adjective", words);
    if (!record) return false;
    const std::size_t first = base_.number(Part::name_words, name_word_width, *record, name_word_first_class);
    const std::size_t count = base_.number(Part::name_words, name_word_width, *record, name_word_classes);
    const std::vector<ClassId> classes = this->classes(id);
    for (std::size_t i = 0; i < std::min(count, class_count()); ++i) {
        const std::uint32_t kept = base_.number(Part::class_lists, 1, first + i, 0);
        const auto below = [&](ClassId own) { return kept < class_count() && is_a(own, static_cast<ClassId>(kept)); };
        if (std::any_of(classes.begin(), classes.end(), below)) return true;
    }
    return false;
}

}  // namespace incilint::lexicon
