// Names that other languages build of parts. The table of parts is data/structure.tsv, kinds abroad, abroad-first and
// abroad-last; what is read is checked in tests/golden/categories.test with the whole dictionary.
#include "lexicon/translate.h"

#include <string>

#include <doctest/doctest.h>

#include "lexicon/recognise.h"
#include "small.h"

using namespace incilint;
using namespace incilint::lexicon;

namespace {

constexpr std::string_view parts =
    "kind\tword\tvalue\tclasses\n"
    "abroad\tlauryl\tlauryl\t\n"
    "abroad\t라우릴\tlauryl\t\n"
    "abroad\t소듐\tsodium\t\n"
    "abroad\t硫酸\tsulfate\t\n"
    "abroad\tラウリル\tlauryl\t\n"
    "abroad\t설페이트\tsulfate\t\n"
    "abroad\tlavande\tlavender\t\n"
    "abroad\tsulfato\tsulfate\t\n"
    "abroad\tlauril\tlauryl\t\n"
    "abroad\tthe\t\t\n"
    "abroad\tlé\tjuice\t\n"
    "abroad\tlimão\tlemon\t\n"
    "abroad\tblüten\tflower\t\n"
    "abroad\tedle\t\t\n"
    "abroad-first\tde sodio\tsodium\t\n"
    "abroad-first\tna\tsodium\t\n"
    "abroad-first\tsodio\tsodium\t\n"
    "abroad-last\thuile de\toil\t\n"
    "abroad-last\tóleo de\toil\t\n"
    "abroad-last\textrait de\textract\t\n"
    "abroad-last\tfeuille de\tleaf\t\n";

std::string image() {
    DictionarySources texts = small::texts();
    texts.structure = {"structure.tsv", parts};
    std::string ingredients(texts.ingredients.text);
    constexpr std::string_view synonym = "\tSLS\t";
    ingredients.replace(ingredients.find(synonym), synonym.size(), "\tLaurilsulfato De Sodio; SLS\t");
    texts.ingredients.text = ingredients;
    auto made = build_image(texts);
    if (!made) {
        for (const auto& fault : made.error()) MESSAGE(base::describe(fault));
    }
    REQUIRE(made.has_value());
    return *made;
}

}  // namespace

TEST_CASE("names of other languages are put together as INCI has them") {
    struct Row {
        std::string_view normal, inci;
    };
    const Row rows[] = {
        {"소듐라우릴설페이트", "sodium lauryl sulfate"},
        {"소듐 라우릴 설페이트", "sodium lauryl sulfate"},
        {"ラウリル硫酸na", "sodium lauryl sulfate"},
        {"lauril sulfato de sodio", "sodium lauryl sulfate"},
        {"laurilsulfato de sodio", "sodium lauryl sulfate"},
        {"huile de lavande", "lavender oil"},
        {"extrait de feuille de lavande", "lavender leaf extract"},
        {"라우릴40", "lauryl 40"},
        // a word of a foreign name in the dictionary is no English one
        {"sodio laurilsulfato", "sodium lauryl sulfate"},
        // as it is typed without accents
        {"oleo de limao", "lemon oil"},
        {"óleo de limao", "lemon oil"},
        {"oleo de blueten", "flower oil"},
        {"oleo de bluten", ""},
        {"oleo de le", ""},
        {"라우릴/소듐", "lauryl/sodium"},
        // a word that known names hold stays as it is
        {"huile de tocopherol", "tocopherol oil"},
        // also where nothing else is left of the name
        {"edle tocopherol", "tocopherol"},
        {"the lauryl", "lauryl"},
        // one word alone, English words alone, a rest that nobody knows
        {"라우릴", ""},
        {"sodium lauryl sulfate", ""},
        {"tocopheryl acetate", ""},
        {"huile de strangeness", ""},
        {"소듐라우릴설페이트x", ""},
        {"소듐라우릴\xEC\x84", ""},
        {"", ""},
    };
    const std::string bytes = image();
    const Dictionary dictionary = Dictionary::open(bytes).value();
    for (const Row& row : rows) {
        CAPTURE(row.normal);
        CHECK(translated(row.normal, dictionary) == row.inci);
    }
}

TEST_CASE("a translated name is its ingredient, and one in no language is none") {
    const std::string bytes = image();
    const Dictionary dictionary = Dictionary::open(bytes).value();
    const auto found = recognise("소듐라우릴설페이트", dictionary);
    REQUIRE(found.has_value());
    CHECK(found->inci == "Sodium Lauryl Sulfate");
    CHECK(found->how == How::synonym);
    CHECK_FALSE(recognise("소듐설페이트설페이트", dictionary).has_value());
    CHECK(translated(std::string(100'000, 'a'), dictionary).empty());
}
