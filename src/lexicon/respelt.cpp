#include "lexicon/respelt.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lexicon/plant_names.h"

namespace incilint::lexicon {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;
constexpr std::array<Pair, 9> greek = {Pair{"a ", "alpha "},   Pair{"b ", "beta "},
                                       Pair{"d ", "delta "},   Pair{"g ", "gamma "},
                                       Pair{"ɑ ", "alpha "},   Pair{"δ ", "delta "},
                                       Pair{"ε ", "epsilon "}, Pair{"ω ", "omega "},
                                       Pair{"ss ", "beta "}};  // a German sharp s, printed for a beta
constexpr std::array<std::string_view, 2> hybrid = {"x ", "× "};

/// "thymus vulgaris ct linalool oil": the oil without its chemotype, which stands in front of a part or a form; empty
/// where there is none.
std::string without_chemotype(std::string_view normal, const Dictionary& dictionary) {
    constexpr std::array<std::string_view, 3> signs = {" ct ", " ct. ", " chemotype "};
    for (const std::string_view sign : signs) {
        const std::size_t at = normal.find(sign);
        if (at == std::string_view::npos) continue;
        for (std::size_t from = at + sign.size(); from < normal.size();) {
            const std::string_view rest = normal.substr(from);
            const std::string_view word = first_word(rest);
            if (from > at + sign.size() && dictionary.structure().ends_plant(word)) {
                return std::string(normal.substr(0, at)) + ' ' + std::string(rest);
            }
            from += word.size() + 1;
        }
    }
    return {};
}

/// A capital I and a small l look alike in print: "cl 77492" is a colour's number, "pyridoxine hci" a hydrochloride.
std::string with_letter_meant(std::string_view normal) {
    constexpr std::string_view number = "cl ";
    constexpr std::string_view salt = " hci";
    constexpr std::size_t figures = 5;
    // "peel oi": the last letter is lost where a text was cut off
    if (normal.ends_with(" oi")) return std::string(normal).append("l");
    const std::string_view rest = normal.substr(std::min(normal.size(), number.size()));
    const bool all_figures = rest.size() == figures && rest.find_first_not_of("0123456789") == std::string_view::npos;
    if (normal.starts_with(number) && all_figures) return std::string("ci ").append(rest);
    if (!normal.ends_with(salt)) return {};
    return std::string(normal.substr(0, normal.size() - salt.size())).append(" hcl");
}

/// "rose damascena absolute", "rosemary officinalis extract": the common name stands for the genus; empty where it is
/// none, or where no name has that species.
std::string with_genus(std::string_view normal, const Dictionary& dictionary) {
    const Structure& structure = dictionary.structure();
    const std::string_view common = first_word(normal);
    if (common.size() == normal.size() || structure.is_genus(common)) return {};
    std::string_view genus = structure.genus_of_common(common);
    if (genus.empty()) {
        const auto abroad = structure.word_abroad(common);
        genus = abroad ? first_word(abroad->text) : std::string_view();
    }
    const std::string_view rest = normal.substr(common.size() + 1);
    const std::string_view species = rest.substr(0, rest.find_first_of(" (/"));
    if (!structure.is_genus(genus) || species.size() == rest.size() || structure.ends_plant(species)) return {};
    const std::string latin = std::string(genus).append(1, ' ');
    return dictionary.is_prefix(latin + std::string(species)) ? latin + std::string(rest) : std::string();
}

/// "ci 42090:2": a lake of the colour of that number; empty where it is no number of a colour.
std::string without_lake(std::string_view normal, const Dictionary& dictionary) {
    constexpr std::string_view colour = "ci ";
    const std::size_t colon = normal.size() < 2 ? 0 : normal.size() - 2;
    if (!normal.starts_with(colour) || normal[colon] != ':' || normal.back() < '1' || normal.back() > '9') return {};
    const std::string_view number = normal.substr(0, colon);
    return dictionary.find(number) ? std::string(number) : std::string();
}

/// "avena sativa kernel flour(oat)kernel flour": what is said again behind the bracket; empty where nothing is.
std::string said_once(std::string_view normal) {
    const std::size_t close = normal.rfind(')');
    if (close == std::string_view::npos || close + 1 == normal.size()) return {};
    const std::string_view again = normal.substr(close + 1);
    const std::string_view before = normal.substr(0, normal.find('('));
    const bool twice =
        before.size() > again.size() && before.ends_with(again) && before[before.size() - again.size() - 1] == ' ';
    return twice ? std::string(normal.substr(0, close + 1)) : std::string();
}

}  // namespace

std::string cation_first(std::string_view normal, const Dictionary& dictionary) {
    const std::size_t blank = normal.rfind(' ');
    if (blank == std::string_view::npos || !dictionary.structure().is_cation(normal.substr(blank + 1))) return {};
    const std::string_view anion = normal.substr(0, blank);
    // Of two cations the order says nothing, and what is turned once must not turn back.
    if (dictionary.structure().is_cation(anion.substr(anion.rfind(' ') + 1))) return {};
    std::string salt(normal.substr(blank + 1));
    salt.append(1, ' ').append(anion);
    const bool known = dictionary.find(salt).has_value() || dictionary.structure().knows(salt);
    return known ? salt : std::string();
}

std::string respelt(std::string_view normal, const Dictionary& dictionary) {
    for (const auto& [letter, name] : greek) {
        if (normal.starts_with(letter)) return std::string(name).append(normal.substr(letter.size()));
    }
    if (std::string other = without_chemotype(normal, dictionary); !other.empty()) return other;
    if (std::string meant = with_letter_meant(normal); !meant.empty()) return meant;
    if (std::string once = said_once(normal); !once.empty()) return once;
    if (std::string number = without_lake(normal, dictionary); !number.empty()) return number;
    if (std::string salt = cation_first(normal, dictionary); !salt.empty()) return salt;
    if (std::string latin = with_genus(normal, dictionary); !latin.empty()) return latin;
    const std::string_view genus = first_word(normal);
    if (genus.size() == normal.size() || !dictionary.structure().is_genus(genus)) return {};
    // All signs at once: what is left has none.
    std::string_view rest = normal.substr(genus.size() + 1);
    const std::size_t size = rest.size();
    const auto sign = [&rest] {
        return std::ranges::find_if(hybrid, [&rest](std::string_view one) { return rest.starts_with(one); });
    };
    while (sign() != hybrid.end()) rest.remove_prefix(sign()->size());
    return rest.size() < size ? std::string(genus) + ' ' + std::string(rest) : std::string();
}

}  // namespace incilint::lexicon
