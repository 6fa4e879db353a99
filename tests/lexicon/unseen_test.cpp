// How names that nobody listed are read: dictionary names behind a mask, read by their build alone, and texts that are
// no names. Both counts have a bound; a list of the misreadings is printed where it is crossed.
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "lexicon/names.h"
#include "lexicon/recognise.h"
#include "real.h"

using namespace incilint;
using namespace incilint::lexicon;

namespace {

/// Classes that rules list: what one of them is read as must be right, finer classes may differ.
constexpr std::array<std::string_view, 42> listed = {"alkyl-sulfate",
                                                     "short-alkyl-sulfate",
                                                     "alkyl-ether-sulfate",
                                                     "olefin-sulfonate",
                                                     "alkane-sulfonate",
                                                     "alkylbenzene-sulfonate",
                                                     "soap-short-chain",
                                                     "soap-long-chain",
                                                     "sulfosuccinate-monoester",
                                                     "dialkyl-sulfosuccinate",
                                                     "sulfoacetate",
                                                     "isethionate",
                                                     "taurate",
                                                     "acyl-amino-acid",
                                                     "protein-condensate",
                                                     "betaine-surfactant",
                                                     "sultaine",
                                                     "amphoacetate",
                                                     "amphopropionate",
                                                     "amine-oxide",
                                                     "alkanolamide-dea",
                                                     "alkyl-glucoside",
                                                     "glucoside-derivative",
                                                     "short-chain-alcohol",
                                                     "undisclosed-fragrance",
                                                     "scent-synthetic",
                                                     "essential-oil",
                                                     "fragrance-allergen-eu",
                                                     "aromatic-irritant-botanical",
                                                     "bacterial-ferment",
                                                     "bacterial-lysate",
                                                     "bacterial-filtrate",
                                                     "yeast-ferment",
                                                     "yeast-lysate",
                                                     "yeast-filtrate",
                                                     "mixed-ferment",
                                                     "bacteria-named",
                                                     "prebiotic",
                                                     "soothing-botanical",
                                                     "antimicrobial",
                                                     "fungal-ferment",
                                                     "algal-ferment"};

std::string listed_of(const Dictionary& all, const std::vector<ClassId>& classes) {
    std::string out;
    for (const std::string_view name : listed) {
        const auto kind = all.class_named(name);
        REQUIRE(kind.has_value());
        if (std::any_of(classes.begin(), classes.end(), [&](ClassId id) { return all.is_a(id, *kind); })) {
            out.append(out.empty() ? "" : " ").append(name);
        }
    }
    return out;
}

/// Words of INCI names that more than one name has, in no order of theirs.
std::vector<std::string> words_of_names(const Dictionary& all) {
    std::set<std::string> words;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string name = all.normal(all.inci(static_cast<IngredientId>(i)));
        for (const std::string_view word : words_of(name)) {
            words.emplace(word);
        }
    }
    return {words.begin(), words.end()};
}

/// True for a known name of one word behind an adjective that comes off names.
bool is_praised(const std::string& text, const Dictionary& all) {
    const std::string normal = all.normal(text);
    const std::size_t last = normal.rfind(' ');
    return last != std::string::npos && all.is_adjective(normal.substr(0, last)) && all.find(normal.substr(last + 1));
}

std::vector<std::string> lines_of(const std::string& name) {
    std::ifstream in(std::string(INCILINT_TEST_DATA) + "/lexicon/" + name);
    std::vector<std::string> out;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.front() != '#') out.push_back(line);
    }
    return out;
}

}  // namespace

TEST_CASE("names of the dictionary, masked: structure alone gives the classes that rules list") {
    const Dictionary all = real_dictionary();
    std::size_t read = 0;
    std::vector<std::string> wrong;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto id = static_cast<IngredientId>(i);
        const auto found = all.structure().read(all.normal(all.inci(id)));
        if (!found) continue;
        ++read;
        const std::string want = listed_of(all, all.ingredient(id).classes);
        const std::string got = listed_of(all, found->classes);
        if (want != got) wrong.push_back(std::string(all.inci(id)) + ": " + want + " | read: " + got);
    }
    std::string list;
    for (const std::string& name : wrong) list += name + '\n';
    CAPTURE(list);
    CHECK(read >= 1000);
    CHECK(wrong.size() * 200 <= read);
    MESSAGE(read, " masked names read by structure, ", wrong.size(), " with other classes");
}

TEST_CASE("what is no name is read as one at most once in five hundred") {
    const Dictionary all = real_dictionary();
    std::vector<std::string> texts = lines_of("no_names.test");
    const std::vector<std::string> praise(texts.begin(), texts.end());
    CHECK(praise.size() >= 150);
    const std::vector<std::string> words = words_of_names(all);
    std::mt19937 random(20231545);
    const auto any = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
    while (texts.size() < 1700) texts.push_back(any(words) + ' ' + any(words) + ' ' + any(words));
    while (texts.size() < 2600) texts.push_back(any(praise) + ' ' + any(words));
    while (texts.size() < 3000) texts.push_back(any(praise) + ' ' + any(praise));
    std::size_t wrong = 0;
    std::string list;
    for (const std::string& text : texts) {
        const auto found = recognise(text, all);
        if (!found) continue;
        // Chance makes real names too, as it does where an adjective comes off one ("paraben free thymol").
        if (found->how == How::exact || is_praised(text, all)) continue;
        ++wrong;
        list += text + " -> " + found->inci + " (" + std::string(word(found->how)) + ")\n";
    }
    CAPTURE(list);
    CHECK(wrong * 500 <= texts.size());
    MESSAGE(texts.size(), " texts that are no names, ", wrong, " read");
}
