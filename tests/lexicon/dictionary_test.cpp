#include "lexicon/dictionary.h"

#include <memory>
#include <random>

#include <doctest/doctest.h>

#include "lexicon/recognise.h"
#include "small.h"

using namespace incilint;
using namespace incilint::lexicon;

namespace {

Dictionary opened(std::string_view image) {
    auto made = Dictionary::open(image);
    REQUIRE(made.has_value());
    return *made;
}

}  // namespace

TEST_CASE("every name of every row is found, and says whether it is the INCI name") {
    const std::string image = small::image();
    const Dictionary dictionary = opened(image);
    REQUIRE(dictionary.size() == 13);
    for (std::size_t i = 0; i < dictionary.size(); ++i) {
        const auto id = static_cast<IngredientId>(i);
        const auto names = dictionary.names(id);
        REQUIRE_FALSE(names.empty());
        CHECK(names[0] == dictionary.normal(dictionary.inci(id)));
        for (std::size_t name = 0; name < names.size(); ++name) {
            const auto hit = dictionary.find(names[name]);
            REQUIRE(hit.has_value());
            CHECK(hit->id == id);
            CHECK(hit->is_inci == (name == 0));
        }
    }
    CHECK_FALSE(dictionary.find("").has_value());
    CHECK_FALSE(dictionary.find("sodium lauryl").has_value());
}

TEST_CASE("a row holds what its line says") {
    const std::string image = small::image();
    const Dictionary dictionary = opened(image);
    const Ingredient row = dictionary.ingredient(dictionary.find("sls")->id);
    CHECK(row.inci == "Sodium Lauryl Sulfate");
    CHECK(row.cas == "151-21-3");
    CHECK(row.functions == "Surfactant; Cleansing");
    CHECK(row.source == "BOOK; unsourced");
    REQUIRE(row.classes.size() == 1);
    CHECK(dictionary.class_name(row.classes[0]) == "alkyl-sulfate");
    CHECK(dictionary.ingredient(dictionary.find("limonene")->id).caps == "III/88=0.01@rinse-off");
}

TEST_CASE("look-ups by letters alone, by word prefix and by word") {
    const std::string image = small::image();
    const Dictionary dictionary = opened(image);
    CHECK(dictionary.find_squeezed("sodiumlaurylsulfate").has_value());
    CHECK(dictionary.find_squeezed("12hexanediol").has_value());
    CHECK(dictionary.find_squeezed("1 2 hexanediol").has_value());
    CHECK(dictionary.find_squeezed("sodium/lauryl/sulfate").has_value());
    CHECK_FALSE(dictionary.find_squeezed("").has_value());
    CHECK(dictionary.is_prefix("sodium"));
    CHECK(dictionary.is_prefix("sodium lauryl"));
    CHECK_FALSE(dictionary.is_prefix("sodium lauryl sulfate"));
    CHECK_FALSE(dictionary.is_prefix("sod"));
    CHECK(dictionary.begins_bytes("sod"));
    CHECK(dictionary.begins_bytes("sodium lauryl sulf"));
    CHECK_FALSE(dictionary.begins_bytes("sodiun"));
    CHECK_FALSE(dictionary.begins_bytes("zzz"));
    CHECK(dictionary.knows_word("lauryl"));
    CHECK(dictionary.knows_word("acrylates"));
    CHECK(dictionary.knows_word("acrylates/vinyl"));
    CHECK_FALSE(dictionary.knows_word("laury"));
}

TEST_CASE("letters that two ingredients share find neither") {
    DictionarySources texts = small::texts();
    texts.ingredients.text =
        "inci\tsynonyms\tcas\tclasses\tfunctions\tcap\tsource\n"
        "PEG-1 2\t\t\t\t\t\tunsourced\nPEG-12\tPEG12\t\t\t\t\tunsourced\nZinc PCA\tZinc-PCA.; Zink "
        "PCA\t\t\t\t\tunsourced\n";
    const auto refused = build_image(texts);
    CHECK_FALSE(refused.has_value());  // "Zinc-PCA." is the same name as "Zinc PCA"
    texts.ingredients.text =
        "inci\tsynonyms\tcas\tclasses\tfunctions\tcap\tsource\n"
        "PEG-1 2\t\t\t\t\t\tunsourced\nPEG-12\tPEG12\t\t\t\t\tunsourced\nZinc PCA\tZincPCA\t\t\t\t\tunsourced\n";
    const auto image = build_image(texts);
    REQUIRE(image.has_value());
    const Dictionary dictionary = opened(*image);
    CHECK_FALSE(dictionary.find_squeezed("peg12").has_value());
    CHECK(dictionary.find_squeezed("zincpca").has_value());
    CHECK(dictionary.find("peg12").has_value());
}

TEST_CASE("the taxonomy") {
    const std::string image = small::image();
    const Dictionary dictionary = opened(image);
    const auto named = [&](std::string_view name) { return dictionary.class_named(name).value(); };
    CHECK(dictionary.class_count() == 7);
    CHECK(dictionary.is_a(named("alkyl-sulfate"), named("surfactant")));
    CHECK(dictionary.is_a(named("surfactant"), named("surfactant")));
    CHECK_FALSE(dictionary.is_a(named("surfactant"), named("alkyl-sulfate")));
    CHECK_FALSE(dictionary.is_a(named("alkyl-sulfate"), named("fragrance-kind")));
    CHECK(dictionary.parent(named("alkyl-sulfate")) == named("surfactant"));
    CHECK_FALSE(dictionary.parent(named("surfactant")).has_value());
    CHECK_FALSE(dictionary.class_named("surfactan").has_value());
}

TEST_CASE("names of the house come on top and hide base names") {
    const std::string image = small::image();
    const Dictionary base = opened(image);
    HouseName oil;
    oil.inci = "Acme Oil";
    oil.synonyms = {"AO-1", "Shea Butter"};
    oil.classes = {"fixed-oil", "vitamin"};
    const auto house = build_house_image({oil}, base);
    REQUIRE(house.has_value());
    const auto both = base.with_house(*house);
    REQUIRE(both.has_value());
    CHECK(both->size() == base.size() + 1);
    const auto hit = both->find("ao 1");
    REQUIRE(hit.has_value());
    CHECK(static_cast<std::size_t>(hit->id) == base.size());
    CHECK(both->inci(hit->id) == "Acme Oil");
    CHECK(both->ingredient(hit->id).classes.size() == 2);
    CHECK(both->names(hit->id).size() == 3);
    CHECK(both->find("shea butter")->id == hit->id);
    CHECK(both->find("butyrospermum parkii butter")->id != hit->id);
    CHECK(both->find_squeezed("acmeoil").has_value());
    CHECK(both->is_prefix("acme"));
    CHECK(both->begins_bytes("acm"));
    CHECK(both->begins_bytes("sodium la"));
    CHECK(both->knows_word("acme"));
    CHECK(both->digest() != base.digest());
    CHECK_FALSE(base.find("ao 1").has_value());

    DictionarySources other = small::texts();
    other.name_words.text = "";
    const auto other_image = build_image(other);
    REQUIRE(other_image.has_value());
    const auto refused = opened(*other_image).with_house(*house);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == "dictionary/other-base");
}

TEST_CASE("the digest is that of the content") {
    const std::string image = small::image();
    CHECK(opened(image).digest().size() == 64);
    CHECK(opened(image).digest() == opened(small::image()).digest());
}

namespace {

/// Asks everything that follows offsets of the image; the answers may be wrong, the bytes read must be inside.
std::size_t asked(const Dictionary& dictionary) {
    std::size_t sum = 0;
    const std::size_t most = std::min<std::size_t>(dictionary.size(), 20);
    for (std::size_t i = 0; i < most; ++i) {
        const auto id = static_cast<IngredientId>(i);
        const Ingredient row = dictionary.ingredient(id);
        sum += row.inci.size() + row.cas.size() + row.caps.size() + row.classes.size() + dictionary.names(id).size();
        for (const std::string_view name : dictionary.names(id)) sum += name.size();
        for (const ClassId own : row.classes) sum += dictionary.is_a(own, static_cast<ClassId>(0)) ? 1 : 0;
    }
    for (const std::string_view name :
         {"Aqua", "Sodium Laurylsulphate", "Organic Shea Butter", "Water/Eau", "Foo (Parfum)", "Tocopherool"}) {
        sum += recognise(name, dictionary).has_value() ? 1 : 0;
    }
    return sum + (dictionary.is_prefix("sodium") ? 1U : 0U) + (dictionary.class_named("vitamin") ? 1U : 0U);
}

}  // namespace

TEST_CASE("a damaged image is refused or does no harm") {
    const std::string whole = small::image();
    std::mt19937 random(17);
    std::size_t refused = 0;
    std::size_t sum = 0;
    for (int turn = 0; turn < 6000; ++turn) {
        std::string image = whole;
        const auto flips = 1 + random() % 8;
        for (std::size_t i = 0; i < flips; ++i) {
            // Every other turn aims at the records, not at the text.
            const std::size_t at =
                turn % 2 == 0 ? random() % image.size() : random() % std::min<std::size_t>(image.size(), 240);
            image[at] = static_cast<char>(random() & 0xff);
        }
        // A copy of its own size, so that a sanitizer sees each byte beyond.
        const auto exact = std::make_unique<char[]>(image.size());
        std::copy(image.begin(), image.end(), exact.get());
        const auto dictionary = Dictionary::open({exact.get(), image.size()});
        if (!dictionary) {
            ++refused;
            continue;
        }
        sum += asked(*dictionary);
    }
    CHECK(refused > 100);
    CHECK(sum > 0);
    for (std::size_t size = 0; size < whole.size(); size += 1 + size / 64) {
        const std::string cut = whole.substr(0, size);
        CHECK_FALSE(Dictionary::open(cut).has_value());
    }
    CHECK_FALSE(Dictionary::open(whole + "x").has_value());
}
