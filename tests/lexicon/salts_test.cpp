// Names that say "salt", as chemists print them.
#include "lexicon/salts.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "small.h"

using namespace incilint;
using namespace incilint::lexicon;

TEST_CASE("the cation of a salt goes in front") {
    DictionarySources texts = small::texts();
    texts.structure = {"structure.tsv",
                       "kind\tword\tvalue\tclasses\n"
                       "acyl\tlauroyl\t\t\n"
                       "cation\tpotassium\t\t\n"
                       "cation\tsodium\t\t\n"
                       "pattern\t{cation} {acyl} Sarcosinate\t\talkyl-sulfate\n"};
    const auto image = build_image(texts);
    REQUIRE(image.has_value());
    const auto dictionary = Dictionary::open(*image);
    REQUIRE(dictionary.has_value());
    const auto turned = [&](std::string_view name) { return named_as_salt(name, *dictionary); };
    using Names = std::vector<std::string>;

    CHECK(turned("benzoic acid sodium salt") == Names{"sodium benzoic acid", "sodium benzoate"});
    CHECK(turned("sorbic acid,potassium salt") == Names{"potassium sorbic acid", "potassium sorbate"});
    CHECK(turned("potassium salt of lauric acid") == Names{"potassium lauric acid", "potassium laurate"});
    CHECK(turned("lauroyl sarcosine sodium salt") ==
          Names{"sodium lauroyl sarcosine", "sodium lauroyl sarcosinate", "sodium lauroyl sarcosate"});
    CHECK(turned("limonene sodium salt") == Names{"sodium limonene"});
    for (const std::string_view none :
         {"", " ", "sodium", "salt", "sodium salt", "sodium salt of ", " sodium salt", ",sodium salt", "sea salt",
          "dehydroacetate sodium", "salt of sodium", "benzoic acid salt"}) {
        CAPTURE(none);
        for (const std::string& name : turned(none)) CHECK_FALSE(dictionary->find(name).has_value());
    }
}
