#include "lexicon/dictionary.h"

#include <algorithm>

#include "base/hash.h"

namespace incilint::lexicon {
namespace {

bool is_squeezable(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || static_cast<unsigned char>(byte) >= 0x80;
}

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/// True where both have the same letters and digits, and what parts two numbers in `printed` parts them in `name` too:
/// a sign is lost ("C1030"), but none comes between ("PEG-3,2" is no PEG-32).
bool squeezes_to(std::string_view name, std::string_view printed) {
    std::size_t at = 0;
    char before = '\0';
    const auto skip = [](std::string_view text, std::size_t& place) {
        const std::size_t from = place;
        while (place < text.size() && !is_squeezable(text[place])) ++place;
        return place > from;
    };
    for (std::size_t of_name = 0;; ++of_name, ++at) {
        const bool parts_name = skip(name, of_name);
        const bool parts_printed = skip(printed, at);
        if (of_name == name.size() || at == printed.size()) return of_name == name.size() && at == printed.size();
        if (name[of_name] != printed[at]) return false;
        if (parts_printed && !parts_name && is_digit(before) && is_digit(printed[at])) return false;
        before = printed[at];
    }
}

std::string_view name_at(const Image& image, std::size_t name) {
    return image.text(Part::names, name_width, name, name_text);
}

std::optional<NameHit> hit(const Image& image, std::optional<std::uint32_t> name, std::size_t first_id) {
    if (!name) return std::nullopt;
    const std::uint32_t owner = image.number(Part::names, name_width, *name, name_owner);
    const std::uint32_t record = owner & ~inci_bit;
    if (record >= image.count(Part::ingredients, ingredient_width)) return std::nullopt;
    return NameHit{static_cast<IngredientId>(first_id + record), (owner & inci_bit) != 0};
}

std::string hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const char byte : bytes) {
        const auto value = static_cast<std::uint8_t>(byte);
        out += {digits[value >> 4], digits[value & 15]};
    }
    return out;
}

base::Expected<Spelling> open_spelling(const Image& image) {
    const std::string_view bytes = image.part(Part::spelling);
    return bytes.empty() ? base::Expected<Spelling>(Spelling()) : Spelling::open(bytes);
}

}  // namespace

std::uint64_t name_hash(std::string_view normal) {
    return base::hash64(normal);
}

std::string squeezed(std::string_view normal) {
    std::string out(normal);
    std::size_t size = 0;
    for (const char byte : normal) {
        if (is_squeezable(byte)) out[size++] = byte;
    }
    out.resize(size);
    return out;
}

std::string name_word_key(std::string_view kind, std::string_view words) {
    std::string key(kind);
    key += '\t';
    key += words;
    return key;
}

base::Expected<Dictionary> Dictionary::open(std::string_view image) {
    auto opened = Image::open(image);
    if (!opened) return base::Error<base::Diagnostic>{std::move(opened).error()};
    Dictionary made;
    made.base_ = *opened;
    std::vector<SpellingPairs::Pair> pairs;
    const std::size_t count = made.base_.count(Part::pairs, pair_width);
    for (std::size_t i = 0; i < count; ++i) {
        pairs.emplace_back(made.base_.text(Part::pairs, pair_width, i, pair_from),
                           made.base_.text(Part::pairs, pair_width, i, pair_to));
    }
    made.pairs_ = SpellingPairs(std::move(pairs));
    if (const std::string_view bytes = made.base_.part(Part::structure); !bytes.empty()) {
        auto structure = Structure::open(bytes, made.class_count());
        if (!structure) return base::Error<base::Diagnostic>{std::move(structure).error()};
        made.structure_ = *structure;
    }
    auto spelling = open_spelling(made.base_);
    if (!spelling) return base::Error<base::Diagnostic>{std::move(spelling).error()};
    made.spelling_ = *spelling;
    return made;
}

base::Expected<Dictionary> Dictionary::with_house(std::string_view image) const {
    auto opened = Image::open(image);
    if (!opened) return base::Error<base::Diagnostic>{std::move(opened).error()};
    if (opened->base_digest() != base_.digest()) {
        base::Diagnostic fault;
        fault.code = "dictionary/other-base";
        fault.text = "the names of the house were compiled for another dictionary";
        fault.hint = "compile them again";
        return base::Error<base::Diagnostic>{std::move(fault)};
    }
    auto spelling = open_spelling(*opened);
    if (!spelling) return base::Error<base::Diagnostic>{std::move(spelling).error()};
    Dictionary made = *this;
    made.house_ = *opened;
    made.house_spelling_ = *spelling;
    return made;
}

std::optional<NameHit> Dictionary::find(std::string_view normal) const {
    const std::uint64_t hash = name_hash(normal);
    const auto in = [&](const Image& image, std::size_t first_id) {
        const auto same = [&](std::uint32_t name) { return name_at(image, name) == normal; };
        return hit(image, image.find(Part::name_slots, hash, same), first_id);
    };
    if (house_) {
        if (const auto found = in(*house_, base_size())) return found;
    }
    return in(base_, 0);
}

std::optional<NameHit> Dictionary::find_squeezed(std::string_view normal) const {
    const std::uint64_t hash = name_hash(squeezed(normal));
    const auto in = [&](const Image& image, std::size_t first_id) {
        const auto same = [&](std::uint32_t name) { return squeezes_to(name_at(image, name), normal); };
        return hit(image, image.find(Part::squeezed_slots, hash, same), first_id);
    };
    if (house_) {
        if (const auto found = in(*house_, base_size())) return found;
    }
    return in(base_, 0);
}

bool Dictionary::is_prefix(std::string_view prefix) const {
    const std::uint64_t hash = name_hash(prefix);
    return base_.holds(Part::prefixes, hash) || (house_ && house_->holds(Part::prefixes, hash));
}

bool Dictionary::begins_bytes(std::string_view bytes) const {
    const auto in = [bytes](const Image& image) {
        const auto name = [&image](std::size_t at) { return name_at(image, image.number(Part::name_order, 1, at, 0)); };
        std::size_t first = 0;
        std::size_t last = image.count(Part::name_order, 1);
        const std::size_t count = last;
        while (first < last) {
            const std::size_t middle = first + (last - first) / 2;
            if (name(middle) <= bytes) {
                first = middle + 1;
            } else {
                last = middle;
            }
        }
        return first < count && name(first).starts_with(bytes);
    };
    return in(base_) || (house_ && in(*house_));
}

bool Dictionary::knows_word(std::string_view word) const {
    const std::uint64_t hash = name_hash(word);
    return base_.holds(Part::words, hash) || (house_ && house_->holds(Part::words, hash));
}

std::size_t Dictionary::base_size() const {
    return base_.count(Part::ingredients, ingredient_width);
}

std::size_t Dictionary::size() const {
    return base_size() + (house_ ? house_->count(Part::ingredients, ingredient_width) : 0);
}

Dictionary::Place Dictionary::place(IngredientId id) const {
    const auto record = static_cast<std::size_t>(id);
    const std::size_t own = base_size();
    if (house_ && record >= own) return {*house_, record - own, own};
    return {base_, record, 0};
}

std::string_view Dictionary::inci(IngredientId id) const {
    const Place at = place(id);
    return at.image.text(Part::ingredients, ingredient_width, at.record, ingredient_inci);
}

Ingredient Dictionary::ingredient(IngredientId id) const {
    const Place at = place(id);
    const auto text = [&](std::size_t field) {
        return at.image.text(Part::ingredients, ingredient_width, at.record, field);
    };
    Ingredient made;
    made.id = id;
    made.inci = text(ingredient_inci);
    made.cas = text(ingredient_cas);
    made.functions = text(ingredient_functions);
    made.caps = text(ingredient_caps);
    made.source = text(ingredient_source);
    made.classes = classes(id);
    return made;
}

std::vector<ClassId> Dictionary::classes(IngredientId id) const {
    const Place at = place(id);
    const auto number = [&](std::size_t field) {
        return at.image.number(Part::ingredients, ingredient_width, at.record, field);
    };
    const std::size_t first = number(ingredient_first_class);
    const std::size_t all = class_count();
    const std::size_t count = std::min<std::size_t>(number(ingredient_classes), all);
    std::vector<ClassId> out;
    out.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t named = at.image.number(Part::class_lists, 1, first + i, 0);
        if (named < all) out.push_back(static_cast<ClassId>(named));
    }
    return out;
}

std::string_view Dictionary::normal_inci(IngredientId id) const {
    const Place at = place(id);
    const std::size_t first = at.image.number(Part::ingredients, ingredient_width, at.record, ingredient_first_name);
    const bool named = at.image.number(Part::ingredients, ingredient_width, at.record, ingredient_names) > 0;
    return named && first < at.image.count(Part::names, name_width) ? name_at(at.image, first) : std::string_view{};
}

std::vector<std::string_view> Dictionary::names(IngredientId id) const {
    const Place at = place(id);
    const std::size_t all = at.image.count(Part::names, name_width);
    const std::size_t first = at.image.number(Part::ingredients, ingredient_width, at.record, ingredient_first_name);
    const std::size_t count = at.image.number(Part::ingredients, ingredient_width, at.record, ingredient_names);
    std::vector<std::string_view> out;
    for (std::size_t i = first; i < all && i - first < count; ++i) out.push_back(name_at(at.image, i));
    return out;
}

std::size_t Dictionary::class_count() const {
    return base_.count(Part::classes, class_width);
}

std::optional<ClassId> Dictionary::class_named(std::string_view name) const {
    const auto same = [&](std::uint32_t record) {
        return base_.text(Part::classes, class_width, record, class_name_text) == name;
    };
    const auto found = base_.find(Part::class_slots, name_hash(name), same);
    if (!found || *found >= class_count()) return std::nullopt;
    return static_cast<ClassId>(*found);
}

std::string_view Dictionary::class_name(ClassId id) const {
    return base_.text(Part::classes, class_width, static_cast<std::size_t>(id), class_name_text);
}

std::string_view Dictionary::class_meaning(ClassId id) const {
    return base_.text(Part::classes, class_width, static_cast<std::size_t>(id), lexicon::class_meaning);
}

std::optional<ClassId> Dictionary::parent(ClassId id) const {
    const std::uint32_t above = base_.number(Part::classes, class_width, static_cast<std::size_t>(id), class_parent);
    if (above == 0 || above > class_count()) return std::nullopt;
    return static_cast<ClassId>(above - 1);
}

bool Dictionary::is_a(ClassId child, ClassId ancestor) const {
    // The builder refuses circles; the bound is for damaged images.
    std::optional<ClassId> now = child;
    for (std::size_t steps = class_count(); now && steps > 0; --steps) {
        if (*now == ancestor) return true;
        now = parent(*now);
    }
    return now && *now == ancestor;
}

const SpellingPairs& Dictionary::spelling_pairs() const {
    return pairs_;
}

std::string Dictionary::digest() const {
    if (!house_) return hex(base_.digest());
    return base::sha256_hex(std::string(base_.digest()) + std::string(house_->digest()));
}

}  // namespace incilint::lexicon
