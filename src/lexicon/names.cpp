#include "lexicon/names.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "lexicon/dictionary.h"
#include "lexicon/spelling.h"
#include "lexicon/tsv.h"
#include "lexicon/typed.h"

namespace incilint::lexicon {
namespace {

struct Name {
    std::string normal;
    std::uint32_t owner = 0;
    bool is_inci = false;
};

std::string quoted(std::string_view text) {
    return '"' + std::string(text) + '"';
}

/// Collects the names of all rows; knows who owns what.
class Owners {
  public:
    Owners(std::span<const NameRow> rows, const SpellingPairs& pairs, base::Diagnostics& faults)
        : rows_(rows), pairs_(pairs), faults_(faults) {}

    void add(std::uint32_t owner, const std::string& printed, bool is_inci) {
        std::string normal = normal_form(printed, pairs_);
        const base::Where& where = rows_[owner].where;
        if (normal.empty()) {
            add_fault(faults_, "names/empty", where.file, where.line, quoted(printed) + " is empty once normalised");
            return;
        }
        const auto [entry, fresh] = owners_.try_emplace(normal, owner);
        if (fresh) {
            names_.push_back({std::move(normal), owner, is_inci});
        } else if (entry->second == owner) {
            add_fault(faults_, "names/twice", where.file, where.line,
                      quoted(printed) + " is the same name as another one of this row", "leave it out");
        } else {
            const NameRow& other = rows_[entry->second];
            add_fault(faults_, "names/two-owners", where.file, where.line,
                      quoted(printed) + " belongs to " + quoted(other.inci) + " of line " +
                          std::to_string(other.where.line) + " already");
        }
    }

    [[nodiscard]] const std::vector<Name>& names() const { return names_; }

  private:
    std::span<const NameRow> rows_;
    const SpellingPairs& pairs_;
    base::Diagnostics& faults_;
    std::map<std::string, std::uint32_t, std::less<>> owners_;
    std::vector<Name> names_;
};

void write_squeezed(ImageWriter& image, const std::vector<Name>& names) {
    struct Key {
        std::size_t name = 0;
        bool shared = false;
    };
    std::map<std::string, Key> keys;
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::string key = squeezed(names[i].normal);
        if (key.empty()) continue;
        const auto [entry, fresh] = keys.try_emplace(std::move(key), Key{i, false});
        if (!fresh && names[entry->second.name].owner != names[i].owner) entry->second.shared = true;
    }
    std::vector<std::uint64_t> hashes(names.size(), ImageWriter::none);
    for (const auto& [key, entry] : keys) {
        if (!entry.shared) hashes[entry.name] = name_hash(key);
    }
    image.index(Part::squeezed_slots, hashes);
}

void write_order(ImageWriter& image, const std::vector<Name>& names) {
    std::vector<std::uint32_t> order(names.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&names](std::uint32_t a, std::uint32_t b) { return names[a].normal < names[b].normal; });
    for (const std::uint32_t name : order) image.number(Part::name_order, name);
}

void write_words(ImageWriter& image, const std::vector<Name>& names) {
    std::set<std::uint64_t> prefixes;
    std::set<std::uint64_t> words;
    for (const Name& name : names) {
        const std::string_view normal = name.normal;
        for (std::size_t at = normal.find(' '); at != std::string_view::npos; at = normal.find(' ', at + 1)) {
            prefixes.insert(name_hash(normal.substr(0, at)));
        }
        for (const std::string_view word : words_of(normal)) words.insert(name_hash(word));
    }
    image.set(Part::prefixes, {prefixes.begin(), prefixes.end()});
    image.set(Part::words, {words.begin(), words.end()});
}

void write_spelling(ImageWriter& image, const std::vector<Name>& names) {
    std::vector<SpellingName> known;
    known.reserve(names.size());
    for (const Name& name : names) known.push_back({name.normal, static_cast<IngredientId>(name.owner)});
    image.part(Part::spelling).raw(build_spelling(known));
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view normal) {
    std::vector<std::string_view> out;
    const auto cut = [&out](std::string_view text, std::string_view at) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find_first_of(at), text.size());
            if (end > 0) out.push_back(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    };
    cut(normal, " ");
    if (normal.find_first_of("()[]/,;") != std::string_view::npos) cut(normal, " ()[]/,;");
    return out;
}

void add_typed(std::vector<NameRow>& rows, const SpellingPairs& pairs) {
    std::set<std::string> taken;
    std::map<std::string, std::size_t> owners;
    const auto each = [&rows, &pairs](const auto& take) {
        for (std::size_t row = 0; row < rows.size(); ++row) {
            take(row, normal_form(rows[row].inci, pairs));
            for (const std::string& synonym : rows[row].synonyms) take(row, normal_form(synonym, pairs));
        }
    };
    each([&](std::size_t, std::string normal) { taken.insert(std::move(normal)); });
    each([&](std::size_t row, const std::string& normal) {
        std::string plain = normal_form(typed_plainly(normal), pairs);
        if (plain.empty() || taken.contains(plain)) return;
        std::size_t& owner = owners.try_emplace(std::move(plain), row).first->second;
        if (owner != row) owner = rows.size();  // nobody's
    });
    for (const auto& [plain, row] : owners)
        if (row < rows.size()) rows[row].typed.push_back(plain);
}

void write_names(ImageWriter& image, std::span<const NameRow> rows, const SpellingPairs& pairs,
                 base::Diagnostics& faults) {
    Owners owners(rows, pairs, faults);
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        const std::size_t first_name = owners.names().size();
        owners.add(row, rows[row].inci, true);
        for (const std::string& synonym : rows[row].synonyms) owners.add(row, synonym, false);
        for (const std::string& typed : rows[row].typed) owners.add(row, typed, false);

        const std::size_t first_class = image.part(Part::class_lists).size() / 4;
        for (const std::uint32_t id : rows[row].classes) image.number(Part::class_lists, id);
        for (const std::string* text :
             {&rows[row].inci, &rows[row].cas, &rows[row].functions, &rows[row].caps, &rows[row].source}) {
            image.text(Part::ingredients, *text);
        }
        image.number(Part::ingredients, static_cast<std::uint32_t>(first_class));
        image.number(Part::ingredients, static_cast<std::uint32_t>(rows[row].classes.size()));
        image.number(Part::ingredients, static_cast<std::uint32_t>(first_name));
        image.number(Part::ingredients, static_cast<std::uint32_t>(owners.names().size() - first_name));
    }
    std::vector<std::uint64_t> hashes;
    for (const Name& name : owners.names()) {
        image.text(Part::names, name.normal);
        image.number(Part::names, name.owner | (name.is_inci ? inci_bit : 0U));
        hashes.push_back(name_hash(name.normal));
    }
    write_order(image, owners.names());
    image.index(Part::name_slots, hashes);
    write_squeezed(image, owners.names());
    write_words(image, owners.names());
    write_spelling(image, owners.names());
}

}  // namespace incilint::lexicon
