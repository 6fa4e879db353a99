#include "lexicon/normal.h"

#include <random>

#include <doctest/doctest.h>

using namespace incilint::lexicon;

namespace {

const SpellingPairs& pairs() {
    static const SpellingPairs made{{"sulphate", "sulfate"}, {"sulph", "sulf"},         {"aluminium", "aluminum"},
                                    {"colour", "color"},     {"mould", "mold"},         {"hydrolysed", "hydrolyzed"},
                                    {"fibre", "fiber"},      {"glycerine", "glycerin"}, {"vitamine", "vitamin"}};
    return made;
}

}  // namespace

TEST_CASE("two spellings of one name share a normal form") {
    struct Row {
        std::string_view name, normal;
    };
    const Row rows[] = {
        {"Sodium  LAURYL-Sulphate*", "sodium lauryl sulfate"},
        {"sodium lauryl sulfate", "sodium lauryl sulfate"},
        {"Aqua ( Water )", "aqua(water)"},
        {"Water \\ Aqua / Eau", "water/aqua/eau"},
        {"1, 2-Hexanediol", "1,2 hexanediol"},
        {"PEG\xe2\x80\x91"
         "40",
         "peg 40"},
        {"PEG \xe2\x80\x93 40", "peg 40"},
        {"Parfum\xc2\xb9\xc2\xb2", "parfum"},
        {"Fragrance\xe2\x84\xa2\xc2\xae", "fragrance"},
        {"Glycerine.", "glycerin"},
        {"Alcohol Denat./Alcool Denat.", "alcohol denat/alcool denat"},
        {"\xc3\x81lcool Denat. \\ Alcohol Denat.", "\xc3\xa1lcool denat/alcohol denat"},
        {"Linalool\xe2\x80\xa0. .", "linalool"},
        {"St. John\xe2\x80\x99s Wort", "st. john's wort"},
        {"\xe2\x80\x9cWater\xe2\x80\x9d", "\"water\""},
        {"\xef\xbc\xa1\xef\xbd\x91\xef\xbd\x95\xef\xbd\x81", "aqua"},
        {"  *  ", ""},
        {"", ""},
        {" - - ", ""},
        {"a -- b", "a b"},
        {"\xe6\xb0\xb4\xe3\x80\x82", "\xe6\xb0\xb4"},
        {"Aluminium Hydroxide", "aluminum hydroxide"},
        {"Soie hydrolys\xc3\xa9"
         "e",
         "soie hydrolys\xc3\xa9"
         "e"},
        {"C12\xe2\x80\x93"
         "15 Pareth",
         "c12 15 pareth"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(normal_form(row.name, pairs()) == row.normal);
    }
}

TEST_CASE("normalising twice changes nothing, whatever comes in") {
    const std::string_view pieces[] = {"sulph",
                                       "ate",
                                       "aluminiu",
                                       "mould",
                                       "m",
                                       "col",
                                       "our",
                                       " ",
                                       "-",
                                       "(",
                                       ")",
                                       "/",
                                       "\\",
                                       ",",
                                       ".",
                                       "*",
                                       "\xc2\xb9",
                                       "`",
                                       "\xc2\xb4",
                                       "\xe2\x84\xa2",
                                       "\xe2\x80\x99",
                                       "\xcc\x81",
                                       "\xcc\xb1",
                                       "E",
                                       "\xff",
                                       "\xe2\x84\x83",
                                       "\xe3\x80\x82",
                                       "\xef\xbc\x8a",
                                       "\xc2\xad",
                                       "hydrolyse",
                                       "d",
                                       "fib",
                                       "re",
                                       "\xe2\x80\xa6"};
    std::mt19937 random(5);
    for (int turn = 0; turn < 40000; ++turn) {
        std::string name;
        for (auto i = random() % 12; i > 0; --i) name += pieces[random() % std::size(pieces)];
        const std::string once = normal_form(name, pairs());
        CAPTURE(name);
        REQUIRE(normal_form(once, pairs()) == once);
    }
}

TEST_CASE("spelling pairs that feed each other still end") {
    const SpellingPairs endless{{"ab", "ba"}, {"ba", "ab"}, {"cd", "cdcd"}};
    std::string text(1000, 'a');
    text += std::string(1000, 'b') + "cd";
    endless.apply(text);
    CHECK(text.size() > 1000);
    std::string none = "sodium";
    SpellingPairs{}.apply(none);
    CHECK(none == "sodium");
}

TEST_CASE("a long name takes linear time") {
    std::string name;
    for (int i = 0; i < 200000; ++i) name += "sulphate - (";
    CHECK(normal_form(name, pairs()).size() > 200000);
}
