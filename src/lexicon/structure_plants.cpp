#include <algorithm>
#include <utility>
#include <vector>

#include "lexicon/structure_read.h"

namespace incilint::lexicon {
namespace {

constexpr std::size_t most_plants = 12;

std::string_view last_word(std::string_view text) {
    return text.substr(text.find_last_of(' ') + 1);
}

std::string_view first_of(std::string_view text) {
    return text.substr(0, text.find_first_of(" /"));
}

/// "extract", "leaf extract powder": the words at the end that say what is made of all of them.
std::string_view form_of(const Grammar& grammar, std::string_view text) {
    std::size_t at = text.size();
    while (at > 0) {
        const std::size_t blank = text.substr(0, at).find_last_of(' ');
        const std::size_t start = blank == std::string_view::npos ? 0 : blank + 1;
        if (!grammar.find(kind_form, text.substr(start, at - start))) break;
        at = start == 0 ? 0 : start - 1;
    }
    return at < text.size() ? text.substr(std::min(at + 1, text.size())) : std::string_view();
}

/// "aloe barbadensis leaf/rosa canina fruit/flower": a text for each plant; a piece that begins with a part belongs to
/// the plant before it, one that begins with a species shares that one's genus. Empty where it is no such list.
std::vector<std::string> plants_of(const Grammar& grammar, std::string_view text) {
    std::vector<std::string> plants;
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view piece = take_word(rest, "/");
        const std::string_view first = first_of(piece);
        if (first.empty() || plants.size() > most_plants) return {};
        if (grammar.find(kind_genus, first) && first.size() < piece.size()) {
            plants.emplace_back(piece);
        } else if (plants.empty()) {
            return {};
        } else if (grammar.find(kind_part, first)) {
            plants.back().append("/").append(piece);
        } else {
            const std::string_view genus = first_of(plants.back());
            if (!looks_latin(first) || is_no_epithet(grammar, first)) return {};
            plants.push_back(std::string(genus) + ' ' + std::string(piece));
        }
    }
    return plants;
}

}  // namespace

std::optional<StructureReading> read_plants(const Grammar& grammar, std::string_view normal) {
    if (normal.find('/') == std::string_view::npos) return std::nullopt;
    const std::string_view form = form_of(grammar, normal);
    const auto kind = grammar.find(kind_form, last_word(form));
    if (form.empty() || form.size() == normal.size() || !kind) return std::nullopt;
    if (kind->value != "extract" && kind->value != "material") return std::nullopt;
    const std::string_view names = normal.substr(0, normal.size() - form.size() - 1);
    const std::vector<std::string> plants = plants_of(grammar, names);
    if (plants.size() < 2) return std::nullopt;
    StructureReading made;
    std::vector<ClassId> plain;  // of what is made, whatever plant it is of
    add_classes(grammar, *kind, plain);
    bool all_own = true;
    std::string parts;
    for (auto plant = plants.rbegin(); plant != plants.rend(); ++plant) {
        // "Camellia Sinensis/Assamica Leaf Extract": the part is said once, behind the last.
        const bool said = grammar.find(kind_part, last_word(*plant)).has_value() || plant->find('/') < plant->size();
        if (said) parts = last_word(*plant);
        // As powder it has the classes of its own material; what an extract alone is known for goes with no mixture.
        const auto read = read_plant(grammar, *plant + (said || parts.empty() ? "" : ' ' + parts) + " powder");
        if (!read) return std::nullopt;
        all_own = all_own && read->classes != plain;
        for (const ClassId id : read->classes) {
            if (std::find(made.classes.begin(), made.classes.end(), id) == made.classes.end())
                made.classes.push_back(id);
        }
    }
    // A mixture has the merit, or the fault, that all its plants share, and no other.
    if (!all_own) made.classes = std::move(plain);
    made.inci = titled(normal);
    return made;
}

}  // namespace incilint::lexicon
