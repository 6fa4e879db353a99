#include <algorithm>
#include <array>
#include <vector>

#include "lexicon/structure_read.h"

namespace incilint::lexicon {
namespace {

constexpr std::size_t most_words = 14;

/// A plant's name taken apart.
struct Plant {
    std::vector<std::string_view> latin;  ///< genus, species, variety
    std::vector<std::string_view> parts;  ///< "leaf", "stem"
    std::vector<Member> forms;            ///< "leaf juice powder": juice, powder
    bool common = false;                  ///< named by its common name
};

/// The words of a name, or one more than most_words of them.
class Words {
  public:
    /// Blanks between words; what stands in brackets is a common name or a list of parts, and is no word.
    explicit Words(std::string_view normal) {
        while (!normal.empty() && count_ <= most_words) {
            const std::string_view word = take_word(normal, " (");
            if (!word.empty()) list_[count_++] = word;
            const bool bracket = word.data() + word.size() < normal.data() && normal.data()[-1] == '(';
            if (bracket) static_cast<void>(take_word(normal, ")"));
        }
    }
    [[nodiscard]] std::size_t size() const { return count_; }
    [[nodiscard]] std::string_view operator[](std::size_t i) const { return list_[i]; }
    [[nodiscard]] std::string_view back() const { return list_[count_ - 1]; }

  private:
    std::array<std::string_view, most_words + 1> list_;
    std::size_t count_ = 0;
};

/// True where each piece between slashes is a part of a plant; adds them.
bool take_parts(const Grammar& grammar, std::string_view word, std::vector<std::string_view>& parts) {
    std::vector<std::string_view> found;
    while (!word.empty()) {
        const std::string_view piece = take_word(word, "/");
        if (!grammar.find(kind_part, piece)) return false;
        found.push_back(piece);
    }
    parts.insert(parts.end(), found.begin(), found.end());
    return true;
}

/// Genus and species by a common name of one word or two ("oat", "green tea").
std::size_t take_common(const Grammar& grammar, const Words& words, Plant& plant) {
    for (std::size_t count = std::min<std::size_t>(2, words.size()); count > 0; --count) {
        const std::string_view last = words[count - 1];
        const std::string_view name(words[0].data(),
                                    static_cast<std::size_t>(last.data() + last.size() - words[0].data()));
        const auto member = grammar.find(kind_common, name);
        if (!member) continue;
        for (std::string_view rest = member->value; !rest.empty();) plant.latin.push_back(take_word(rest, " "));
        plant.common = true;
        return count;
    }
    return 0;
}

/// An extract may be filtered or dried and no more; and some word must say what it is.
bool in_order(const Plant& plant, const Words& words) {
    bool says = !plant.parts.empty();
    for (std::size_t i = 0; i < plant.forms.size(); ++i) {
        says = says || !plant.forms[i].value.empty();
        const bool last = i + 1 == plant.forms.size();
        if (plant.forms[i].value == "extract" && !last && !plant.forms[i + 1].value.empty() &&
            words.back() != "powder") {
            return false;
        }
    }
    return says;
}

std::optional<Plant> take_apart(const Grammar& grammar, std::string_view normal) {
    const Words words(normal);
    if (words.size() < 2 || words.size() > most_words) return std::nullopt;
    Plant plant;
    std::size_t end = words.size();
    for (; end > 0; --end) {
        const auto form = grammar.find(kind_form, words[end - 1]);
        if (!form) break;
        plant.forms.insert(plant.forms.begin(), *form);
    }
    while (end > 0 && take_parts(grammar, words[end - 1], plant.parts)) --end;
    if (!in_order(plant, words)) return std::nullopt;
    const bool known = grammar.find(kind_genus, words[0]).has_value();
    const std::size_t named = known ? 0 : take_common(grammar, words, plant);
    if (named > 0) return named == end ? std::optional(plant) : std::nullopt;
    if (!known || end < 1 || end > 5 || (plant.parts.empty() && plant.forms.empty())) return std::nullopt;
    for (std::size_t i = 0; i < end; ++i) {
        if (i > 0 && !find_strain(grammar, words[i])) {
            const std::string pair = std::string(words[0]) + ' ' + std::string(words[i]);
            const bool known_pair = grammar.find(kind_epithet, pair).has_value();
            if (!known_pair && (!looks_latin(words[i]) || is_no_epithet(grammar, words[i]))) return std::nullopt;
        }
        plant.latin.push_back(words[i]);
    }
    return plant;
}

/// "leaf root -": a list of parts; "*" is any part but a fatty one, "**" any at all, "-" no part named.
bool covers(const Grammar& grammar, std::string_view list, const std::vector<std::string_view>& parts) {
    const auto has = [list](std::string_view part) {
        for (std::string_view rest = list; !rest.empty();) {
            if (take_word(rest, " ") == part) return true;
        }
        return false;
    };
    if (has("**")) return true;
    if (parts.empty()) return has("-") || has("*");
    return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
        if (has(part)) return true;
        const auto member = grammar.find(kind_part, part);
        return has("*") && member && member->value != "fatty";
    });
}

/// The row for genus, species and variety, for genus and species, or for the genus: the first that covers the parts.
std::optional<Member> row_of(const Grammar& grammar, std::uint32_t kind, const Plant& plant) {
    for (std::size_t count = std::min<std::size_t>(3, plant.latin.size()); count > 0; --count) {
        std::string key(plant.latin[0]);
        for (std::size_t i = 1; i < count; ++i) (key += ' ') += plant.latin[i];
        const auto member = grammar.find(kind, key);
        if (member && covers(grammar, member->value, plant.parts)) return member;
    }
    return std::nullopt;
}

bool is_fatty(const Grammar& grammar, const Plant& plant) {
    return std::any_of(plant.parts.begin(), plant.parts.end(), [&](std::string_view part) {
        const auto member = grammar.find(kind_part, part);
        return member && member->value == "fatty";
    });
}

/// What the form words make of it: the last one with a say wins.
Member form_of(const Grammar& grammar, const Plant& plant) {
    Member out = grammar.find(kind_form, "powder").value_or(Member{});
    for (const Member& form : plant.forms) {
        if (form.value == "cell") return form;
        if (!form.value.empty()) out = form;
    }
    return out;
}

/// True where the oil of an `aromatic` row is a fixed one, or infused: an absolute of that plant is another thing.
bool is_infused(const Grammar& grammar, const Member& aromatic) {
    std::vector<ClassId> oil;
    std::vector<ClassId> own;
    if (const auto form = grammar.find(kind_form, "oil")) add_classes(grammar, *form, oil);
    add_classes(grammar, aromatic, own);
    return own == oil;
}

void classify(const Grammar& grammar, const Plant& plant, std::vector<ClassId>& to) {
    const Member form = form_of(grammar, plant);
    if (form.value == "oil") {
        if (const auto aromatic = row_of(grammar, kind_aromatic, plant)) return add_classes(grammar, *aromatic, to);
        if (is_fatty(grammar, plant)) return add_classes(grammar, form, to);
        // An oil of leaves or flowers may be volatile or an infusion: the name does not tell.
        if (plant.common) return;
        if (const auto any = grammar.find(kind_product, "botanical")) add_classes(grammar, *any, to);
        return;
    }
    if (form.value == "volatile") {
        const auto aromatic = row_of(grammar, kind_aromatic, plant);
        return add_classes(grammar, aromatic && !is_infused(grammar, *aromatic) ? *aromatic : form, to);
    }
    const bool water = form.value == "water";
    auto row = water || form.value == "extract" || form.value == "material" ? row_of(grammar, kind_plant, plant)
                                                                            : std::nullopt;
    if (!row && form.value == "extract") row = row_of(grammar, kind_extracted, plant);
    if (row) add_classes(grammar, *row, to);
    if (!row || water) add_classes(grammar, form, to);
}

/// "glycyrrhiza root extract", "blue mallow extract", "green tea leaves": a genus alone, or a common name without a
/// part or a form, says enough where a row speaks of all its species, or of that part.
bool says_enough(const Grammar& grammar, const Plant& plant) {
    const std::string_view form = form_of(grammar, plant).value;
    const bool extract = form == "extract";
    if (plant.common) {
        if (!plant.parts.empty() && !plant.forms.empty()) return true;
        return (extract || form == "material") && row_of(grammar, kind_plant, plant);
    }
    if (plant.latin.size() > 1) return true;
    if (grammar.find(kind_part, plant.latin[0]) || plant.forms.size() != 1) return false;
    if (form == "oil" || form == "volatile") return row_of(grammar, kind_aromatic, plant).has_value();
    return extract && (row_of(grammar, kind_plant, plant) || row_of(grammar, kind_extracted, plant));
}

/// What is left of a plant once hydrolyzed or hydrogenated is of the plainest class, and no scent; `forms`: of which
/// forms there is such a thing.
void classify_altered(const Grammar& grammar, const Plant& plant, std::string_view forms, std::vector<ClassId>& to) {
    const Member form = form_of(grammar, plant);
    for (std::string_view rest = forms; !rest.empty();) {
        if (take_word(rest, " ") == form.value) add_classes(grammar, form, to);
    }
}

std::string titled_words(std::string_view normal) {
    std::string out;
    const Words words(normal);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out.push_back(' ');
        out += titled(words[i]);
    }
    return out;
}

}  // namespace

std::optional<StructureReading> read_plant(const Grammar& grammar, std::string_view normal) {
    constexpr std::string_view hydrolyzed = "hydrolyzed ";
    constexpr std::string_view hydrogenated = "hydrogenated ";
    const bool split = normal.starts_with(hydrolyzed);
    const bool hardened = normal.starts_with(hydrogenated);
    std::string_view name = normal;
    name.remove_prefix(split ? hydrolyzed.size() : hardened ? hydrogenated.size() : 0);
    const auto plant = take_apart(grammar, name);
    if (!plant || !says_enough(grammar, *plant)) return std::nullopt;
    StructureReading made;
    if (split || hardened) {
        classify_altered(grammar, *plant, split ? "extract protein" : "oil", made.classes);
    } else {
        classify(grammar, *plant, made.classes);
    }
    if (made.classes.empty()) return std::nullopt;
    made.inci = titled_words(normal);
    return made;
}

std::optional<StructureReading> read_bare_plant(const Grammar& grammar, std::string_view normal) {
    constexpr std::size_t most_latin = 4;
    Plant plant;
    const Words words(normal);
    for (std::size_t i = 0; i < words.size(); ++i) plant.latin.push_back(words[i]);
    if (plant.latin.size() < 2 || plant.latin.size() > most_latin || !grammar.find(kind_genus, plant.latin[0])) {
        return std::nullopt;
    }
    for (std::size_t i = 1; i < plant.latin.size(); ++i) {
        const std::string_view word = plant.latin[i];
        if (grammar.find(kind_form, word) || grammar.find(kind_part, word) || grammar.find(kind_common, word)) {
            return std::nullopt;
        }
    }
    StructureReading made;
    classify(grammar, plant, made.classes);
    if (made.classes.empty()) return std::nullopt;
    made.inci = titled_words(normal);
    return made;
}

}  // namespace incilint::lexicon
