// tests/lexicon/small.h: a small dictionary, written for these tests.
#pragma once

#include <string>

#include <doctest/doctest.h>

#include "lexicon/build.h"
#include "lexicon/dictionary.h"

namespace incilint::lexicon::small {

constexpr std::string_view classes =
    "class\tparent\tmeaning\tsource\n"
    "surfactant\t\tSurface-active\tBOOK\n"
    "alkyl-sulfate\tsurfactant\tAlkyl sulfates\tBOOK\n"
    "fragrance-kind\t\tScents\tunsourced\n"
    "undisclosed-fragrance\tfragrance-kind\tMixtures\tunsourced\n"
    "fixed-oil\t\tOils\tunsourced\n"
    "vitamin\t\tVitamins\tunsourced\n"
    "colourant\t\tColours\tunsourced\n";

constexpr std::string_view sources =
    "key\tcitation\tlink\tread\tdate\n"
    "BOOK\tA book about soap\t\twhole\t2001\n";

constexpr std::string_view spelling =
    "from\tto\tsource\n"
    "sulph\tsulf\tunsourced\n";

constexpr std::string_view name_words =
    "kind\tword\tvalue\n"
    "adjective\tcertified organic\tundisclosed-fragrance\n"
    "adjective\tnatural\tundisclosed-fragrance\n"
    "adjective\torganic\tundisclosed-fragrance\n"
    "adjective\tpurified\t\n"
    "own\tlimonin\t\n"
    "translation\tbeurre\tbutter\n";

constexpr std::string_view ingredients =
    "inci\tsynonyms\tcas\tclasses\tfunctions\tcap\tsource\n"
    "1,2-Hexanediol\t\t6920-22-5\t\tSolvent\t\tunsourced\n"
    "Acrylates/Vinyl Alcohol Copolymer\t\t\t\t\t\tunsourced\n"
    "Aqua\tWater; Eau; Wasser\t7732-18-5\t\tSolvent\t\tunsourced\n"
    "Butyrospermum Parkii Butter\tShea Butter; Butyrospermum Parkii\t\tfixed-oil\t\t\tunsourced\n"
    "CI 77491\t\t\tcolourant\t\t\tunsourced\n"
    "Hydrolyzed Wheat Protein\t\t\t\t\t\tunsourced\n"
    "Iron Oxides\t\t\tcolourant\t\t\tunsourced\n"
    "Limonene\t\t\tfragrance-kind\t\tIII/88=0.01@rinse-off\tunsourced\n"
    "Linalool\t\t\tfragrance-kind\t\t\tunsourced\n"
    "Parfum\tFragrance; Perfume\t\tundisclosed-fragrance\t\t\tunsourced\n"
    "Sodium Lauryl Sulfate\tSLS\t151-21-3\talkyl-sulfate\tSurfactant; Cleansing\t\tBOOK; unsourced\n"
    "Tocopherol\tVitamin E\t\tvitamin\t\t\tunsourced\n"
    "Tocopheryl Acetate\t\t\tvitamin\t\t\tunsourced\n";

inline DictionarySources texts() {
    DictionarySources made;
    made.ingredients = {"ingredients.tsv", ingredients};
    made.classes = {"classes.tsv", classes};
    made.sources = {"sources.tsv", sources};
    made.spelling = {"spelling.tsv", spelling};
    made.structure = {"structure.tsv", ""};
    made.name_words = {"name-words.tsv", name_words};
    return made;
}

inline std::string image() {
    auto made = build_image(texts());
    if (!made) {
        for (const auto& fault : made.error()) MESSAGE(base::describe(fault));
    }
    REQUIRE(made.has_value());
    return *made;
}

}  // namespace incilint::lexicon::small
