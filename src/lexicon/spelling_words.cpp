#include "lexicon/spelling_words.h"

#include <string>
#include <utility>

namespace incilint::lexicon {
namespace {

/// What chemical names multiply and bend by; with which of them a word begins must not change.
constexpr std::array<std::string_view, 38> prefixes = {
    "bis",  "cis",  "cyclo",  "de",    "dehydro", "deoxy", "desoxy", "di",   "epi",  "hepta",
    "hexa", "homo", "hydro",  "hyper", "hypo",    "iso",   "meta",   "mono", "neo",  "nona",
    "nor",  "octa", "oligo",  "ortho", "oxo",     "para",  "penta",  "per",  "poly", "pseudo",
    "pyro", "sec",  "sesqui", "tert",  "tetra",   "thio",  "trans",  "tri"};

/// What chemical names place by, as words of their own.
constexpr std::array<std::string_view, 6> locants = {"alpha", "beta", "delta", "epsilon", "gamma", "omega"};

using Pair = std::pair<std::string_view, std::string_view>;

/// Morphemes whose exchange makes another substance, wherever they stand.
constexpr std::array<Pair, 23> morphemes = {
    {{"methyl", "ethyl"},     {"methoxy", "ethoxy"},     {"menthyl", "methyl"},     {"menthoxy", "methoxy"},
     {"methan", "ethan"},     {"meth", "eth"},           {"propyl", "propenyl"},    {"lauryl", "lauroyl"},
     {"stearyl", "stearoyl"}, {"caprylyl", "capryloyl"}, {"capric", "caproic"},     {"capryl", "caproyl"},
     {"caprin", "capron"},    {"oleyl", "oleoyl"},       {"glycer", "glyc"},        {"sulfo", "sulfa"},
     {"amid", "imid"},        {"amin", "imin"},          {"linole", "linolen"},     {"polyamid", "polyimid"},
     {"paraben", "parafin"},  {"thiazol", "triazol"},    {"phthalid", "phthalimid"}}};

/// Endings whose exchange makes another substance.
constexpr std::array<std::string_view, 19> endings = {"al",  "amide", "amine", "ane", "ase", "ate", "ene",
                                                      "eth", "ic",    "ide",   "ose", "in",  "ine", "ite",
                                                      "ol",  "ole",   "one",   "oyl", "yl"};

template <class Words>
std::string_view longest(const Words& words, const auto& fits) {
    std::string_view found;
    for (const std::string_view word : words) {
        if (word.size() > found.size() && fits(word)) found = word;
    }
    return found;
}

std::string_view prefix_of(std::string_view word) {
    return longest(prefixes, [word](std::string_view prefix) { return word.starts_with(prefix); });
}

/// True where the slip is within the prefix itself: "dehyroacetate" begins with a part of "dehydro", and with no other
/// prefix that would make another substance of the same rest; "isto" with "iso" and a letter too many.
bool is_within_prefix(std::string_view written, std::string_view meant) {
    constexpr std::size_t telling = 5;        ///< letters of a prefix that is known again with one of them wrong, …
    constexpr std::size_t least_telling = 4;  ///< … or where no other one of as many letters is as near
    constexpr std::size_t shortest = 3;       ///< likewise with one too many between them
    const std::string_view whole = prefix_of(meant);
    const std::string_view left = prefix_of(written);
    const std::string_view rest = meant.substr(whole.size());
    if (whole.size() < shortest || !whole.starts_with(left) || !written.ends_with(rest)) return false;
    const std::string_view begun = written.substr(0, written.size() - rest.size());
    const bool longer =
        begun.size() == whole.size() + 1 && begun.front() == whole.front() && begun.back() == whole.back();
    const std::size_t least = longer ? shortest : std::clamp(whole.size(), least_telling, telling);
    // "peptapeptide" may be of five or of seven.
    const auto is_as_near = [&](std::string_view other) {
        return other != whole && other.size() >= least && word_distance(begun, other, 1) <= 1;
    };
    return whole.size() >= least && begun.size() > left.size() + 1 && begun.size() + 1 >= whole.size() &&
           word_distance(begun, whole, 1) == 1 && std::none_of(prefixes.begin(), prefixes.end(), is_as_near);
}

/// True where `longer` is `shorter` with an e behind it.
bool is_with_e(std::string_view longer, std::string_view shorter) {
    return longer.ends_with('e') && longer.substr(0, longer.size() - 1) == shorter;
}

/// "cocyl" for "cocoyl": radicals of acids and of alcohols that differ in meaning are words both, or pairs above.
bool is_acid_radical(std::string_view longer, std::string_view shorter) {
    return longer == "oyl" && shorter == "yl";
}

/// True where both end in an ending, each in another, and differ in nothing else.
bool differs_by_ending(std::string_view a, std::string_view b) {
    for (const std::string_view one : endings) {
        if (!a.ends_with(one)) continue;
        for (const std::string_view other : endings) {
            if (one == other || !b.ends_with(other)) continue;
            // "xylitole", "glycerine": the e of other languages makes no other substance.
            if (is_with_e(one, other) || is_with_e(other, one)) continue;
            if (is_acid_radical(one, other) || is_acid_radical(other, one)) continue;
            if (a.substr(0, a.size() - one.size()) == b.substr(0, b.size() - other.size())) return true;
        }
    }
    return false;
}

/// Of ions that differ in oxygen alone; all three have one length.
constexpr std::array<std::string_view, 3> ion_endings = {"ate", "ide", "ite"};

/// True for what may be the ion of a simple salt and has twins that are ions too.
bool is_ion(std::string_view word) {
    static constexpr std::array<std::string_view, 11> stems = {"arsen", "brom",  "chlor", "iod",    "nitr", "phosph",
                                                               "selen", "silic", "sulf",  "tellur", "bor"};
    return std::any_of(ion_endings.begin(), ion_endings.end(), [word](std::string_view ending) {
        if (!word.ends_with(ending)) return false;
        const std::string_view stem = word.substr(0, word.size() - ending.size());
        return std::any_of(stems.begin(), stems.end(), [stem](std::string_view one) { return stem.ends_with(one); });
    });
}

/// True where what was written is nearer to another ion than to the one that was meant: "sodium posphite" may be a
/// phosphite, and is no phosphate. `or_as_near`: as near is too near.
bool is_nearer_to_ion(std::string_view written, std::string_view meant, std::size_t distance, bool or_as_near) {
    if (!is_ion(meant)) return false;
    return std::any_of(ion_endings.begin(), ion_endings.end(), [&](std::string_view ending) {
        const std::string other = std::string(meant.substr(0, meant.size() - ending.size())).append(ending);
        const std::size_t away = word_distance(written, other, distance);
        return other != meant && (away < distance || (or_as_near && away == distance));
    });
}

/// The nearest that `word` comes to `other` when one morpheme of the pair in it is exchanged for the other.
std::size_t distance_exchanged(std::string_view word, std::string_view other, const Pair& pair) {
    std::size_t nearest = 3;
    for (std::size_t at = word.find(pair.first); at != std::string_view::npos; at = word.find(pair.first, at + 1)) {
        std::string exchanged(word);
        exchanged.replace(at, pair.first.size(), pair.second);
        nearest = std::min(nearest, word_distance(exchanged, other, 2));
    }
    return nearest;
}

/// True where the slip is the exchange itself, or where it might as well have happened to the other morpheme
/// ("polymide"). Short pairs are in too many names for the latter.
bool turns_morpheme(std::string_view written, std::string_view meant, const Pair& pair, std::size_t distance) {
    constexpr std::size_t telling = 8;
    if (distance_exchanged(written, meant, pair) < distance) return true;
    return pair.first.size() >= telling && pair.second.size() >= telling &&
           distance_exchanged(meant, written, pair) <= distance;
}

/// "lsohexadecane": a small l read for a capital I.
bool is_misread(std::string_view written, std::string_view meant) {
    return written.starts_with('l') && meant.starts_with('i') && written.substr(1) == meant.substr(1);
}

/// True where so short a word may as well be another word of every day: "boat" is no slip for "oat", "plane" none for
/// "plant", "parrot" none for "carrot". A letter that is lost, doubled or exchanged with its neighbour is a slip.
bool is_other_word(std::string_view written, std::string_view meant) {
    constexpr std::size_t first_tells = 7;        ///< letters of words up to here that begin with the letter they mean
    constexpr std::size_t told_by_beginning = 4;  ///< letters that tell a word with one too many behind it ("leaft")
    const auto differ = std::mismatch(written.begin(), written.end(), meant.begin(), meant.end());
    const auto at = static_cast<std::size_t>(differ.first - written.begin());
    if (written.size() > meant.size()) {
        if (meant.size() >= least_word) return false;
        if (at == meant.size() && meant.size() >= told_by_beginning) return false;
        return at == 0 || at >= written.size() || written[at] != written[at - 1];
    }
    if (written.size() < meant.size() || at >= written.size() || doubles_elsewhere(written, meant)) return false;
    const bool swapped = at + 1 < written.size() && written[at] == meant[at + 1] && written[at + 1] == meant[at];
    return !swapped && (written.size() <= least_word || (at == 0 && written.size() <= first_tells));
}

}  // namespace

std::size_t word_distance(std::string_view a, std::string_view b, std::size_t limit) {
    constexpr std::size_t most = longest_misspelt;
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > limit || b.size() > most) return limit + 1;
    // What both begin or end with takes no edit.
    const auto differ = std::mismatch(a.begin(), a.end(), b.begin());
    const auto begin = static_cast<std::size_t>(differ.first - a.begin());
    a.remove_prefix(begin), b.remove_prefix(begin);
    while (!a.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
    if (a.empty()) return b.size();
    // Of each row only the cells no further than the limit from the diagonal: all others are beyond it.
    const std::size_t beyond = limit + 1;
    std::array<std::array<std::size_t, most + 2>, 3> rows;
    for (std::size_t j = 0; j <= std::min(limit, b.size()); ++j) rows[0][j] = j;
    if (limit < b.size()) rows[0][limit + 1] = beyond;
    std::size_t best_before = 0;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const auto& above = rows[(i + 2) % 3];
        const auto& higher = rows[(i + 1) % 3];
        auto& row = rows[i % 3];
        const std::size_t first = i > limit ? i - limit : 1;
        const std::size_t last = std::min(i + limit, b.size());
        row[first - 1] = first == 1 ? i : beyond;
        std::size_t best = row[first - 1];
        for (std::size_t j = first; j <= last; ++j) {
            const bool same = a[i - 1] == b[j - 1];
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], higher[j - 2] + 1);
            best = std::min(best, row[j]);
        }
        row[last + 1] = beyond;
        if (best > limit && best_before > limit) return beyond;
        best_before = best;
    }
    return std::min(rows[a.size() % 3][b.size()], beyond);
}

bool may_be_short(std::string_view written, std::string_view meant, std::size_t letters_of_name) {
    const std::size_t shorter = std::min(written.size(), meant.size());
    const std::size_t longer = std::max(written.size(), meant.size());
    if (shorter >= least_word) return true;
    if (letters_of_name < letters_for_short || longer <= shortest_word) return false;
    if (shorter != longer) return longer == shorter + 1;
    const auto differ = std::mismatch(written.begin(), written.end(), meant.begin());
    if (written.end() - differ.first < 2) return false;
    return differ.first[0] == differ.second[1] && differ.first[1] == differ.second[0] &&
           std::equal(differ.first + 2, written.end(), differ.second + 2);
}

bool doubles_elsewhere(std::string_view written, std::string_view meant) {
    const auto single = [](std::string_view word) {
        std::string out(word);
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    };
    return written.size() == meant.size() && single(written) == single(meant);
}

bool is_species_meant(std::string_view written, std::string_view meant) {
    constexpr std::size_t least_around = 2;
    if (meant.size() < least_species_for_two || written.size() + 2 < meant.size()) return false;
    if (written.size() + 2 > meant.size()) return written.size() <= meant.size() + 1;
    const auto differ = std::mismatch(written.begin(), written.end(), meant.begin());
    const auto before = static_cast<std::size_t>(differ.first - written.begin());
    return before >= least_around && written.size() >= before + least_around && meant.ends_with(written.substr(before));
}

bool loses_ending(std::string_view written, std::string_view meant) {
    constexpr std::size_t telling = 8;  ///< letters that tell the substance without its ending
    if (meant.size() >= telling || written.size() != meant.size()) return false;
    const auto differ = std::mismatch(written.begin(), written.end(), meant.begin());
    return written.end() - differ.first == 1 &&
           std::ranges::any_of(endings, [meant](std::string_view ending) { return meant.ends_with(ending); });
}

bool is_slip(std::string_view written, std::string_view meant, bool of_simple_salt) {
    const auto is_locant = [&](std::string_view locant) { return locant == written || locant == meant; };
    if (std::any_of(locants.begin(), locants.end(), is_locant)) return false;
    if (is_misread(written, meant)) return true;
    if (is_other_word(written, meant)) return false;
    if (prefix_of(written) != prefix_of(meant) && !is_within_prefix(written, meant)) return false;
    if (differs_by_ending(written, meant)) return false;
    const std::size_t distance = word_distance(written, meant, 2);
    if (is_nearer_to_ion(written, meant, distance, of_simple_salt)) return false;
    if (distance > 1 && written.front() != meant.front()) return false;
    return std::none_of(morphemes.begin(), morphemes.end(), [&](const Pair& pair) {
        return turns_morpheme(written, meant, pair, distance) ||
               turns_morpheme(written, meant, {pair.second, pair.first}, distance);
    });
}

}  // namespace incilint::lexicon
