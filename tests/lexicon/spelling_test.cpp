#include "lexicon/spelling.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "lexicon/spelling_words.h"
#include "spelling_index.h"

using namespace incilint::lexicon;

namespace {

std::vector<std::string> parts(const std::string& text) {
    std::vector<std::string> out(1);
    for (const char c : text) {
        if (c == '|') {
            out.emplace_back();
        } else {
            out.back().push_back(c);
        }
    }
    return out;
}

const std::vector<std::string> known = parts(
    "acetyl hexapeptide 8|alpha isomethyl ionone|behentrimonium methosulfate|benzyl alcohol|"
    "butylphenyl methylpropional|butyrospermum parkii(shea)butter|c12 15 alkyl benzoate|"
    "caprylic/capric triglyceride|cetearyl alcohol|cetyl alcohol|cocamidopropyl betaine|dimethicone|"
    "disodium edta|ethylhexylglycerin|ethylparaben|glycerin|glyceryl stearate|isopropyl alcohol|linalool|"
    "limonene|magnesium nitrate|magnesium sulfate|methylparaben|parfum|peg 100 stearate|phenoxyethanol|"
    "potassium sorbate|propyl alcohol|propylparaben|sodium benzoate|sodium hyaluronate|"
    "sodium laureth sulfate|sodium lauroyl sarcosinate|sodium lauryl sulfate|sodium stearate|"
    "stearyl alcohol|talc|tocopherol|tocopheryl acetate|tridecyl stearate|water|xanthan gum|beta glucan|"
    "isoamyl laurate|prunus amygdalus dulcis oil|crème de noix extract|panthenol|pentylene glycol|"
    "hexyl cinnamal|sodium cocoyl isethionate|sodium lauroyl isethionate");

std::string corrected(std::string_view written) {
    static const Index index(known);
    const auto found = index.spelling.nearest(written);
    return found ? found->name : "-";
}

}  // namespace

TEST_CASE("slips of the pen are mended") {
    const std::pair<const char*, const char*> table[] = {
        {"phenoxyethanl", "phenoxyethanol"},
        {"phenoxyehtanol", "phenoxyethanol"},
        {"phenoxythanal", "phenoxyethanol"},
        {"sodum laureth sulfate", "sodium laureth sulfate"},
        {"sodium laureth sulfte", "sodium laureth sulfate"},
        {"soduim hyaluronte", "sodium hyaluronate"},
        {"cocamidopropyl betiane", "cocamidopropyl betaine"},
        {"cocoamidopropyl betaine", "cocamidopropyl betaine"},
        {"glyecrin", "glycerin"},
        {"parfumm", "parfum"},
        {"linalol", "linalool"},
        {"tocophrol", "tocopherol"},
        {"butyrospermum parki(shea)butter", "butyrospermum parkii(shea)butter"},
        {"capryllic/capric triglyceride", "caprylic/capric triglyceride"},
        {"peg 100 stearat", "peg 100 stearate"},
        {"metylparaben", "methylparaben"},
        {"alpha lsomethyl lonone", "alpha isomethyl ionone"},
        {"crème de noix extrct", "crème de noix extract"},
        {"xanthan gm", "-"},  // two letters
        {"xanthan gumm", "xanthan gum"},
        {"disodium edat", "disodium edta"},
        {"disodium eda", "disodium edta"},
        {"disodium edtaa", "disodium edta"},
        {"hexyl cinammal", "hexyl cinnamal"},
        {"sodium cocyl isethionate", "sodium cocoyl isethionate"},
        {"sodium lauryl isethionate", "-"},
    };
    for (const auto& row : table) {
        CAPTURE(std::string(row.first));
        CHECK(corrected(row.first) == row.second);
    }
}

TEST_CASE("a species may lack two letters that stand together") {
    const Index index(parts("camellia sinensis leaf extract|camellia alba extract"));
    const auto found = index.spelling.nearest("camellia sinsis leaf extract", "sinsis");
    REQUIRE(found.has_value());
    CHECK(found->name == "camellia sinensis leaf extract");
    CHECK_FALSE(index.spelling.nearest("camellia sinsis leaf extract").has_value());
    CHECK_FALSE(index.spelling.nearest("camellia snnsis leaf extract", "snnsis").has_value());
    CHECK_FALSE(index.spelling.nearest("camellia sinens leaf extract", "sinens").has_value());
}

TEST_CASE("a short name keeps the ending that says what it is") {
    CHECK(loses_ending("phytog", "phytol"));
    CHECK(loses_ending("retinoi", "retinol"));
    CHECK_FALSE(loses_ending("phyrol", "phytol"));
    CHECK_FALSE(loses_ending("parfun", "parfum"));
    CHECK_FALSE(loses_ending("limonena", "limonene"));
    CHECK_FALSE(loses_ending("phyto", "phytol"));
    const Index index(parts("phytol|parfum|sodium phytol"));
    CHECK_FALSE(index.spelling.nearest("phytog").has_value());
    CHECK(index.spelling.nearest("parfun").has_value());
    CHECK(index.spelling.nearest("sodium phytog").has_value());
}

TEST_CASE("a short word that may be another word of every day is no slip") {
    const std::pair<const char*, const char*> others[] = {
        {"boat", "oat"},    {"tear", "tea"},    {"feel", "eel"},    {"crane", "cane"},    {"plane", "plant"},
        {"money", "honey"}, {"glove", "clove"}, {"crane", "grain"}, {"parrot", "carrot"}, {"locoate", "cocoate"},
    };
    for (const auto& [written, meant] : others) {
        const std::string said(written);
        CAPTURE(said);
        CHECK_FALSE(is_slip(written, meant));
    }
    const std::pair<const char*, const char*> slips[] = {
        {"leaft", "leaf"},    {"zince", "zinc"}, {"acd", "acid"},
        {"gumm", "gum"},      {"edat", "edta"},  {"clya", "clay"},
        {"parfun", "parfum"}, {"hney", "honey"}, {"wocopherol", "tocopherol"},
    };
    for (const auto& [written, meant] : slips) {
        const std::string said(written);
        CAPTURE(said);
        CHECK(is_slip(written, meant));
    }
}

TEST_CASE("what may be another name is left alone") {
    const char* table[] = {
        "talk",                    // short
        "watre",                   // five letters
        "peg 10 stearate",         // digits
        "c12 16 alkyl benzoate",   // digits
        "trisodium edta",          // multiplying prefix
        "disodium edtb",           // a short word, a letter exchanged
        "propyl alcohols x",       // another number of words
        "sodium sulfate",          // words that are all known
        "magnesium stearate",      // likewise
        "methyl alcohol",          // two edits away from none
        "ethylhexylglycerol",      // another ending
        "sodium lauroyl sulfate",  // known words
        "sodium lauraoyl sarcocinateee",
        "sodium stearite",  // another ending
        "tocopheral",       // likewise
        "butylparaben",     // nearer to none than two edits
        "propylparabem alcohol",
        "isoamil laurete oil",
        "gluco beta",
        "",
        "     ",
        "(((((((((((((((((((",
    };
    for (const char* written : table) {
        const std::string said(written);
        CAPTURE(said);
        CHECK(corrected(written) == "-");
    }
    CHECK(corrected(std::string(1'000'000, 'a')) == "-");
    CHECK(corrected("phenoxyethanl" + std::string(200, ' ')) == "-");
}

TEST_CASE("a slip makes no locant, no multiplying prefix and no other morpheme") {
    CHECK(is_slip("hyaluronte", "hyaluronate"));
    CHECK(is_slip("metylparaben", "methylparaben"));
    CHECK(is_slip("istostearic", "isostearic"));
    CHECK(is_slip("pollyquaternium", "polyquaternium"));
    CHECK_FALSE(is_slip("tirstearin", "tristearin"));
    const std::pair<const char*, const char*> table[] = {
        {"disodiun", "trisodium"},
        {"alpho", "alpha"},
        {"polymide", "polyimide"},
        {"gamma", "gammas"},
        {"isopropyl", "propyl"},
        {"ispropyl", "isopropyl"},
        {"ethicone", "methicone"},
        {"trimethyl", "dimethyl"},
        {"sulfite", "sulfate"},
        {"benzoat", "xenzoate"},
        {"propanol", "propanal"},
        {"stearoyl", "stearyl"},
        {"limonane", "limonene"},
        {"methoxyde", "ethoxyde"},
        {"amidopropyl", "imidopropyl"},
        {"methoxypropanediol", "menthoxypropanediol"},
        {"lactase", "lactose"},
        {"methylparafin", "methylparaben"},
        {"posphite", "phosphate"},
        {"phosphit", "phosphate"},
        {"bisulfitte", "bisulfate"},
        {"chloriet", "chloride"},
        {"benzotriazole", "benzothiazole"},
    };
    for (const auto& row : table) {
        CAPTURE(std::string(row.first));
        CHECK_FALSE(is_slip(row.first, row.second));
    }
    // "magnesium nitrte": as near to the one ion as to the other, and both are salts of magnesium.
    CHECK_FALSE(is_slip("nitrte", "nitrate", true));
    CHECK(is_slip("sulfte", "sulfate"));
    CHECK(is_slip("phospahte", "phosphate", true));
}

TEST_CASE("damaged bytes are refused or give no wrong step") {
    const Index index(known);
    for (std::size_t size = 0; size < index.bytes.size(); size += 1 + size / 16) {
        CHECK_FALSE(Spelling::open(std::string_view(index.bytes).substr(0, size)).has_value());
    }
    CHECK_FALSE(Spelling::open(index.bytes + "x").has_value());
    std::mt19937 random(3);
    for (int turn = 0; turn < 1000; ++turn) {
        std::string bytes = index.bytes;
        bytes[random() % bytes.size()] = static_cast<char>(random());
        const auto opened = Spelling::open(bytes);
        if (!opened) continue;
        for (const char* name : {"phenoxyethanl", "soduim hyaluronte", "xanthan gumm"}) {
            const auto found = opened->nearest(name);
            CHECK((!found || found->name.size() <= 240));
        }
    }
    CHECK_FALSE(Spelling().nearest("phenoxyethanl").has_value());
    const Index none({});
    CHECK_FALSE(none.spelling.nearest("phenoxyethanl").has_value());
}

TEST_CASE("two names of one ingredient are no tie, two ingredients are") {
    const std::vector<std::string> names = {"carbomeral", "carbomeril", "dimelonea", "dimelonei"};
    std::vector<SpellingName> list = {{names[0], IngredientId{1}},
                                      {names[1], IngredientId{1}},
                                      {names[2], IngredientId{2}},
                                      {names[3], IngredientId{3}}};
    const std::string bytes = build_spelling(list);
    const Spelling spelling = Spelling::open(bytes).value();
    CHECK(spelling.nearest("carbomerel").has_value());
    CHECK_FALSE(spelling.nearest("dimelonee").has_value());
}
