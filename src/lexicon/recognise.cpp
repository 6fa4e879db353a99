#include "lexicon/recognise.h"

#include <algorithm>

#include "lexicon/adjectives.h"
#include "lexicon/altered.h"
#include "lexicon/brackets.h"
#include "lexicon/ethoxylated.h"
#include "lexicon/mended.h"
#include "lexicon/misspelt.h"
#include "lexicon/plant_names.h"
#include "lexicon/relatives.h"
#include "lexicon/respelt.h"
#include "lexicon/salts.h"
#include "lexicon/spelling_words.h"
#include "lexicon/structure_read.h"
#include "lexicon/synonyms.h"
#include "lexicon/translate.h"

namespace incilint::lexicon {
namespace {

/// No name of an ingredient is longer; what is longer is prose.
constexpr std::size_t longest_name = 600;

/// Reads one name by the dictionary; every text is a normal form.
class Reading {
  public:
    Reading(const Dictionary& dictionary, const RecogniseOptions& options)
        : dictionary_(dictionary), options_(options) {}

    [[nodiscard]] std::optional<Recognition> whole(std::string_view normal) const {
        if (const auto hit = dictionary_.find(normal)) return known(hit->id, hit->is_inci ? How::exact : How::synonym);
        if (normal.empty() || normal.size() > longest_name) return std::nullopt;
        if (const std::string other = respelt(normal, dictionary_); !other.empty()) {
            if (auto meant = whole(other)) {
                if (meant->how == How::exact) meant->how = How::synonym;
                return meant;
            }
        }
        const Brackets brackets = cut_brackets(normal);
        auto found = in_parts(brackets);
        if (!brackets.any || !found) return found;
        // "Saponified Olive (Olea Europaea) Oil" is no olive oil, neither is "Olive Oil (Saponified)".
        std::string_view lost = alteration_lost(brackets.without, *found, dictionary_);
        if (!lost.empty()) return whole(brackets.without);
        for (const std::string& content : brackets.contents)
            lost = dictionary_.is_alteration(content) ? alteration_lost(content, *found, dictionary_) : lost;
        return lost.empty() ? found : whole(std::string(lost) + ' ' + brackets.without);
    }

    [[nodiscard]] Recognised answer(std::string_view normal) const {
        auto found = whole(normal);
        return {std::move(found), tried_};
    }

    /// The rest of whole() for a name that is known to find nothing before.
    [[nodiscard]] std::optional<Recognition> misspelt(std::string_view normal) const {
        if (normal.empty() || normal.size() > longest_name) return std::nullopt;
        const Brackets brackets = cut_brackets(normal);
        Adjectives without(brackets.without, dictionary_);
        return guessed(brackets, without);
    }

  private:
    struct Found {
        std::optional<IngredientId> id;
        bool is_inci = false;
    };

    [[nodiscard]] std::optional<Recognition> in_parts(const Brackets& brackets) const {
        Adjectives without(brackets.without, dictionary_);
        if (const auto hit = bare(without)) {
            if (auto other = other_plant(*hit->id, brackets)) return other;
            if (hit->is_inci || !brackets.after.empty()) return known(*hit->id, How::synonym);
            // "Vitamin E (Tocopheryl Acetate)": a trivial name whose bracket holds the INCI name of a relative means
            // it.
            const auto sharper = relative_in(brackets.contents, brackets.without, *hit->id, dictionary_);
            return known(sharper.value_or(*hit->id), How::synonym);
        }
        if (brackets.any) {
            if (const auto hit = dictionary_.find(brackets.inlined)) return known(hit->id, How::synonym);
        }
        if (const auto hit = latin_behind(brackets.without, dictionary_)) return known(hit->id, How::synonym);
        if (const auto hit = latin(without)) return known(*hit->id, How::synonym);
        if (brackets.any && brackets.after.empty()) {
            Adjectives inlined(brackets.inlined, dictionary_);
            if (const auto hit = latin(inlined)) return known(*hit->id, How::synonym);
        }
        if (auto built = by_structure(without)) {
            // "rosa centifola flower extract" is built like a plant, but is a known one misspelt.
            auto mended = is_strange(brackets.without, dictionary_) ? by_spelling(without) : std::nullopt;
            return mended ? mended : built;
        }
        if (auto found = altered_name(brackets.without, dictionary_)) return found;
        if (auto found = by_salt(without)) return found;
        const bool plant = dictionary_.structure().is_genus(first_word(brackets.without));  // "… (rosmarin)blattöl"
        if (auto found = plant || brackets.after.empty() ? by_translation(without) : std::nullopt) return found;
        if (auto found = by_singular(brackets)) return found;
        // "Natural Preservative (Sodium Benzoate)": only an adjective stands in front.
        const bool praised = brackets.contents.size() == 1 && brackets.after.empty();
        if (praised && dictionary_.is_adjective(brackets.without)) return whole(brackets.contents[0]);
        if (auto found = by_content(brackets)) return found;
        if (const std::string plainer = with_plain_letters(brackets.inlined); !plainer.empty()) {
            if (auto found = whole(plainer)) return found;
        }
        return guessed(brackets, without);
    }

    [[nodiscard]] std::optional<Recognition> guessed(const Brackets& brackets, Adjectives& without) const {
        if (auto found = by_spelling(without)) return found;
        if (auto found = by_plant(brackets, without)) return found;
        const std::string plant = plant_in_bracket(brackets, dictionary_);
        if (auto found = plain_or_built(plant)) return found;
        if (is_bare_plant(plant, dictionary_)) return read(plant, &Structure::read_bare_plant);
        const auto joined = may_correct() ? with_ligature(brackets.without, dictionary_) : std::nullopt;
        return joined ? std::optional(known(*joined, How::spelling)) : std::nullopt;
    }

    [[nodiscard]] Recognition known(IngredientId id, How how) const {
        return {how, id, std::string(dictionary_.inci(id)), dictionary_.classes(id)};
    }

    [[nodiscard]] std::optional<NameHit> plain(std::string_view text) const { return plain_name(text, dictionary_); }

    /// The same where the adjectives in front of it or behind it are no part of the name.
    [[nodiscard]] std::optional<Found> bare(Adjectives& name) const {
        return name.off([this](std::string_view rest) -> std::optional<Found> {
            const auto hit = plain(rest);
            return hit ? std::optional(Found{hit->id, hit->is_inci}) : std::nullopt;
        });
    }

    /// "salix alba willow bark extract": a plant whose common name stands between the Latin name and the part.
    [[nodiscard]] std::optional<Found> latin(Adjectives& name) const {
        return name.off([this](std::string_view rest) -> std::optional<Found> {
            for (const std::string& less : without_common_words(rest, dictionary_)) {
                const auto hit = plain(less);
                if (hit && !names_other_part(rest, dictionary_.inci(hit->id), dictionary_))
                    return Found{hit->id, hit->is_inci};
            }
            return std::nullopt;
        });
    }

    /// "Lavender (Salvia Hispanica) Oil": the bracket holds the Latin name of a plant of another genus, which wins.
    [[nodiscard]] std::optional<Recognition> other_plant(IngredientId id, const Brackets& brackets) const {
        const std::string_view tail =
            brackets.after.empty() ? plant_tail(brackets.without, dictionary_) : std::string_view(brackets.after);
        const std::vector<std::string_view> names = dictionary_.names(id);
        for (const std::string& content : brackets.contents) {
            const auto of_genus = [&](std::string_view name) { return first_word(name) == first_word(content); };
            if (tail.empty() || !is_bare_plant(content, dictionary_)) continue;
            const std::string name = content + ' ' + std::string(tail);
            const auto hit = dictionary_.find(name);
            if (hit && hit->id != id) return known(hit->id, How::synonym);
            if (hit || std::any_of(names.begin(), names.end(), of_genus)) continue;
            if (auto built = read(name, &Structure::read)) return built;
        }
        return std::nullopt;
    }

    /// What no name and no pattern tells of a plant: common words inside, no part at all, names in slashes.
    [[nodiscard]] std::optional<Recognition> by_plant(const Brackets& brackets, Adjectives& without) const {
        const auto said = [this](Adjectives& name) {
            return name.off([this](std::string_view rest) -> std::optional<Recognition> {
                for (const std::string& less : without_common_words(rest, dictionary_)) {
                    Adjectives rarer(less, dictionary_);
                    if (auto mended = by_spelling(rarer)) return mended;
                    if (!strange_species(less, dictionary_).empty()) continue;
                    if (auto built = read(less, &Structure::read)) return built;
                }
                if (const auto plant = slash_plant(rest, dictionary_); !plant.empty())
                    return read(plant, &Structure::read);
                return std::nullopt;
            });
        };
        if (auto found = said(without)) return found;
        if (!brackets.after.empty()) return std::nullopt;
        if (brackets.any) {
            Adjectives inlined(brackets.inlined, dictionary_);
            if (auto found = said(inlined)) return found;
        }
        // "lavandula hybrida(lavender oil)" is more than the plant.
        const auto names_more = [this](const std::string& content) {
            return !plant_tail(content, dictionary_).empty();
        };
        if (std::any_of(brackets.contents.begin(), brackets.contents.end(), names_more)) return std::nullopt;
        return without.off([this](std::string_view rest) -> std::optional<Recognition> {
            if (!is_bare_plant(rest, dictionary_)) return std::nullopt;
            return read(rest, &Structure::read_bare_plant);
        });
    }

    using Reader = std::optional<StructureReading> (Structure::*)(std::string_view) const;
    [[nodiscard]] std::optional<Recognition> read(std::string_view text, Reader reader) const {
        return made(How::structure, (dictionary_.structure().*reader)(text));
    }

    [[nodiscard]] static std::optional<Recognition> made(How how, std::optional<StructureReading> built) {
        if (!built) return std::nullopt;
        return Recognition{how, std::nullopt, std::move(built->inci), std::move(built->classes)};
    }

    /// "Karite (Shea Butter)": what is before the bracket is not known. All contents that are known, and the parts
    /// between their slashes, must agree. "Karite (Shea) Butter" reads the content together with what follows.
    [[nodiscard]] std::optional<Recognition> by_content(const Brackets& brackets) const {
        std::optional<IngredientId> agreed;
        for (const std::string& content : brackets.contents) {
            for (std::string_view rest = content; !rest.empty();) {
                std::string text(take_word(rest, "/"));
                if (!brackets.after.empty()) text.append(" ").append(brackets.after);
                Adjectives part(text, dictionary_);
                const auto hit = bare(part);
                if (!hit) continue;
                if ((agreed && *agreed != *hit->id) || contradicts(brackets.without, *hit->id, dictionary_))
                    return std::nullopt;
                agreed = hit->id;
            }
        }
        if (!agreed) return std::nullopt;
        // "saliylic acid(bha)", but not "vinis vitifera(grape seed oil)", which the bracket says more of
        Adjectives outside(brackets.without, dictionary_);
        auto meant = says_what_is_made(brackets, dictionary_) ? std::nullopt : by_spelling(outside);
        return meant && meant->id && *meant->id != *agreed ? meant : known(*agreed, How::synonym);
    }

    [[nodiscard]] std::optional<Recognition> by_structure(Adjectives& name) const {
        return name.off([this](std::string_view rest) {
            auto built = read(rest, &Structure::read);
            return built ? built : made(How::structure, read_ethoxylated(rest, dictionary_));
        });
    }

    [[nodiscard]] std::optional<Recognition> plain_or_built(std::string_view text) const {
        const auto hit = plain(text);
        return hit ? known(hit->id, How::synonym) : read(text, &Structure::read);
    }

    /// "benzoic acid sodium salt"
    [[nodiscard]] std::optional<Recognition> by_salt(Adjectives& name) const {
        return name.off([this](std::string_view rest) -> std::optional<Recognition> {
            for (const std::string& turned : named_as_salt(rest, dictionary_))
                if (auto found = plain_or_built(turned)) return found;
            return std::nullopt;
        });
    }

    /// "소듐코코일글루타메이트", "huile de lavande": what another language builds of the parts of an INCI name.
    [[nodiscard]] std::optional<Recognition> by_translation(Adjectives& name) const {
        return name.off([this](std::string_view rest) -> std::optional<Recognition> {
            const std::string inci = translated(rest, dictionary_);
            auto found = plain_or_built(inci);
            Adjectives other(inci, dictionary_);
            if (!found) found = by_salt(other);
            return found ? found : plain_or_built(acid_last(inci));
        });
    }

    /// "Lauryl Glucosides": a name of several words whose last one is in the plural. One word alone is a group's name
    /// ("alcohols").
    [[nodiscard]] std::optional<Recognition> by_singular(const Brackets& brackets) const {
        constexpr std::size_t shortest = 6;
        std::string text = brackets.without;
        const std::string_view last = std::string_view(text).substr(text.find_last_of(' ') + 1);
        const bool several = last.size() < text.size() && brackets.after.empty();
        if (!several || !is_word(last, shortest) || !may_be_plural(last)) return std::nullopt;
        text.pop_back();
        Adjectives name(text, dictionary_);
        if (const auto hit = bare(name)) return known(*hit->id, How::synonym);
        return by_structure(name);
    }

    [[nodiscard]] std::optional<Recognition> by_spelling(Adjectives& name) const {
        if (!may_correct()) return std::nullopt;
        return name.off([this](std::string_view rest) -> std::optional<Recognition> {
            if (const auto id = corrected(rest, dictionary_)) return known(*id, How::spelling);
            return made(How::spelling, read_misspelt(rest, dictionary_));
        });
    }

    /// Whoever would correct a spelling asks here.
    [[nodiscard]] bool may_correct() const { return tried_ = true, options_.correct_spelling; }

    const Dictionary& dictionary_;
    const RecogniseOptions& options_;
    mutable bool tried_ = false;  ///< it came to a correction, or would have, were that allowed
};

}  // namespace

Recognised recognised(std::string_view name, const Dictionary& dictionary, const RecogniseOptions& options) {
    return Reading(dictionary, options).answer(dictionary.normal(name));
}

std::optional<Recognition> recognise_unknown(std::string_view name, const Dictionary& dictionary) {
    return Reading(dictionary, RecogniseOptions{}).misspelt(dictionary.normal(name));
}

}  // namespace incilint::lexicon
