#include "lexicon/recognise.h"

#include <random>

#include <doctest/doctest.h>

#include "lexicon/brackets.h"
#include "small.h"
#include "turns.h"

using namespace incilint;
using namespace incilint::lexicon;

TEST_CASE("brackets are cut, nested and wrong ones too") {
    struct Row {
        std::string_view normal, without, inlined, contents, after;
    };
    const Row rows[] = {
        {"aqua", "aqua", "aqua", "", ""},
        {"aqua(water)", "aqua", "aqua water", "water", ""},
        {"butyrospermum parkii(shea)butter", "butyrospermum parkii butter", "butyrospermum parkii shea butter", "shea",
         "butter"},
        {"a(b(c)d)e", "a e", "a b c d e", "bd", "e"},
        {"a(b)(c)", "a", "a b c", "b|c", ""},
        {"a(b)c[d]e", "a c e", "a b c d e", "b|d", "e"},
        {"water(aqua", "water", "water aqua", "aqua", ""},
        {"water aqua)", "water aqua", "water aqua", "", ""},
        {")a(", "a", "a", "", ""},
        {"()", "", "", "", ""},
        {"x(y)/z", "x/z", "x y/z", "y", "/z"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.normal);
        const Brackets cut = cut_brackets(row.normal);
        std::string contents;
        for (const std::string& content : cut.contents) contents += (contents.empty() ? "" : "|") + content;
        CHECK(cut.without == row.without);
        CHECK(cut.inlined == row.inlined);
        CHECK(contents == row.contents);
        CHECK(cut.after == row.after);
    }
}

TEST_CASE("a cleaned name becomes an identity, or none") {
    struct Row {
        std::string_view name, inci, how;
    };
    const Row rows[] = {
        {"Aqua", "Aqua", "exact"},
        {"AQUA*", "Aqua", "exact"},
        {"Sodium Lauryl Sulphate", "Sodium Lauryl Sulfate", "exact"},
        {"Water", "Aqua", "synonym"},
        {"Aqua (Water)", "Aqua", "synonym"},
        {"Water (Aqua/Eau)", "Aqua", "synonym"},
        {"Water (Aqua", "Aqua", "synonym"},
        {"Water Aqua)", "Aqua", "synonym"},
        {"aqua water eau", "Aqua", "synonym"},
        {"aqua water parfum", "", ""},
        {"aqua foo aqua", "", ""},
        {"Shea Butter/Beurre de Karite", "Butyrospermum Parkii Butter", "synonym"},
        {"Shea Butter/Huile de Karite", "", ""},
        {"Aqua/Beurre de Karite", "", ""},
        {"Karite (Organic Shea Butter/Beurre de Karite Bio)", "Butyrospermum Parkii Butter", "synonym"},
        {"Butyrospermum Nilotica (Shea Butter)", "", ""},
        {"Butyrospermum Parkiae (Shea Butter)", "Butyrospermum Parkii Butter", "synonym"},
        {"Limonene May Contain: Foo (Water)", "", ""},
        {"This Cream Is Rich In Karite (Shea Butter)", "", ""},
        {"Butyrospermum (Shea Butter)", "Butyrospermum Parkii Butter", "synonym"},
        {"Sodium Foo (Water)", "", ""},
        {"(Water) Aqua", "Aqua", "synonym"},
        {"Water\\Aqua\\Eau", "Aqua", "synonym"},
        {"Aqua / Water / Voda", "Aqua", "synonym"},
        {"Aqua/Voda", "", ""},
        {"Linalool/Limonene", "", ""},
        {"Linalool/Limonene/Aqua", "", ""},
        {"Parfum (Fragrance)", "Parfum", "synonym"},
        {"Fragrance (Linalool, Limonene)", "Parfum", "synonym"},
        {"Fragrance (Limonene)", "Parfum", "synonym"},
        {"Butyrospermum Parkii (Shea) Butter", "Butyrospermum Parkii Butter", "synonym"},
        {"Karite (Shea Butter)", "Butyrospermum Parkii Butter", "synonym"},
        {"Karite (Shea) Butter", "Butyrospermum Parkii Butter", "synonym"},
        {"Foo (Water) (Parfum)", "", ""},
        {"Foo (Water, Parfum)", "", ""},
        {"Hydrolyzed (Wheat) Protein", "Hydrolyzed Wheat Protein", "synonym"},
        {"Iron Oxides (CI 77491, CI 77492)", "Iron Oxides", "synonym"},
        {"CI 77491 (Iron Oxides)", "CI 77491", "synonym"},
        {"Tocopherol (Vitamin E)", "Tocopherol", "synonym"},
        {"Vitamin E (Tocopheryl Acetate)", "Tocopheryl Acetate", "synonym"},
        {"Tocopherol (Tocopheryl Acetate)", "Tocopherol", "synonym"},
        {"sodium laurylsulphate", "Sodium Lauryl Sulfate", "synonym"},
        {"1 2-Hexanediol", "1,2-Hexanediol", "synonym"},
        {"Organic Shea Butter", "Butyrospermum Parkii Butter", "synonym"},
        {"Certified Organic Shea Butter", "Butyrospermum Parkii Butter", "synonym"},
        {"Organic Butyrospermum Parkii (Shea) Butter", "Butyrospermum Parkii Butter", "synonym"},
        {"Shea Butter Organic", "Butyrospermum Parkii Butter", "synonym"},
        {"Purified Water", "Aqua", "synonym"},
        {"Purified Water (Aqua)", "Aqua", "synonym"},
        {"Natural Fragrance", "", ""},
        {"Natural Purified Fragrance", "", ""},
        {"Purified Fragrance", "Parfum", "synonym"},
        {"Organic", "", ""},
        {"Unheard Of", "", ""},
        {"", "", ""},
        {"()", "", ""},
    };
    const std::string image = small::image();
    const auto dictionary = Dictionary::open(image);
    REQUIRE(dictionary.has_value());
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto found = recognise(row.name, *dictionary, {false});
        CHECK((found ? found->inci : std::string()) == row.inci);
        CHECK((found ? word(found->how) : std::string_view()) == row.how);
        CHECK(is_known(row.name, *dictionary) == !row.inci.empty());
    }
}

TEST_CASE("a slip of the pen is mended and said to be one; house names count as known") {
    const std::string image = small::image();
    const auto base = Dictionary::open(image);
    REQUIRE(base.has_value());
    HouseName ours;
    ours.inci = "Acme Ferment Complexine";
    const auto house = build_house_image({ours}, *base);
    REQUIRE(house.has_value());
    const auto dictionary = base->with_house(*house);
    REQUIRE(dictionary.has_value());
    struct Row {
        std::string_view name, inci;
    };
    const Row rows[] = {
        {"Tocopheryl Acetat", "Tocopheryl Acetate"},
        {"Organic Butyrospermum Parki Butter", "Butyrospermum Parkii Butter"},
        {"Acme Fermant Complexine", "Acme Ferment Complexine"},
        {"Natural Fragrence", ""},
        {"Limonen", "Limonene"},
        {"Limonin", ""},
        {"2,2-Hexanediol", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto found = recognise(row.name, *dictionary);
        if (row.inci.empty()) {
            CHECK_FALSE(found.has_value());
            continue;
        }
        REQUIRE(found.has_value());
        CHECK(found->inci == row.inci);
        CHECK(found->how == How::spelling);
        CHECK_FALSE(recognise(row.name, *dictionary, {false}).has_value());
        CHECK_FALSE(is_known(row.name, *dictionary));
        CHECK(recognise_unknown(row.name, *dictionary) == recognise(row.name, *dictionary));
    }
}

TEST_CASE("recognising takes any text") {
    const std::string image = small::image();
    const auto dictionary = Dictionary::open(image);
    REQUIRE(dictionary.has_value());
    const std::string_view pieces[] = {"Water", "Aqua",   " ", "(", ")", "[",    "/",        "\\",      "Organic",
                                       "Shea",  "Butter", "-", ",", "*", "\xff", "\xcc\x81", "\xc2\xb9"};
    std::mt19937 random(23);
    for (int turn = 0; turn < test::turns(20000); ++turn) {
        std::string name;
        for (auto i = random() % 14; i > 0; --i) name += pieces[random() % std::size(pieces)];
        const auto once = recognise(name, *dictionary);
        CHECK(once == recognise(name, *dictionary));
        // What is printed does not matter, only its normal form.
        const auto again = recognise(dictionary->normal(name), *dictionary);
        CHECK(once == again);
        if (!is_known(name, *dictionary)) CHECK(recognise_unknown(name, *dictionary) == once);
    }
    std::string brackets(200000, '(');
    CHECK_FALSE(recognise(brackets, *dictionary).has_value());
    std::string slashes;
    for (int i = 0; i < 100000; ++i) slashes += "Water/";
    CHECK_FALSE(recognise(slashes, *dictionary).has_value());
}
