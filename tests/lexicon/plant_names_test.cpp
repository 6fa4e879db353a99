#include "lexicon/plant_names.h"

#include <doctest/doctest.h>

#include "lexicon/recognise.h"
#include "small.h"

using namespace incilint;
using namespace incilint::lexicon;

namespace {

constexpr std::string_view ingredients =
    "inci\tsynonyms\tcas\tclasses\tfunctions\tcap\tsource\n"
    "Ascorbic Acid\tVitamin C\t\tvitamin\t\t\tunsourced\n"
    "Beta Vulgaris Root Extract\tBeet Root Extract\t\tvitamin\t\t\tunsourced\n"
    "Camellia Sinensis Leaf Extract\tGreen Tea Extract\t\tvitamin\t\t\tunsourced\n"
    "Chamomilla Recutita Flower/Leaf/Stem Extract\t\t\tvitamin\t\t\tunsourced\n"
    "Citrus Nobilis Peel Oil\t\t\tfragrance-kind\t\t\tunsourced\n"
    "Fagopyrum Esculentum Seed Extract\t\t\tvitamin\t\t\tunsourced\n"
    "Glycerin\t\t\t\t\t\tunsourced\n"
    "Helianthus Annuus Seed Oil\tSunflower Seed Oil; Annus Oil\t\tfixed-oil\t\t\tunsourced\n"
    "Helianthus Annuus Seed Wax\t\t\tfixed-oil\t\t\tunsourced\n"
    "Mel\tHoney\t\t\t\t\tunsourced\n"
    "Mel Extract\tHoney Extract; Extrait de Miel\t\tvitamin\t\t\tunsourced\n"
    "Rosmarinus Officinalis Leaf Oil\t\t\tfragrance-kind\t\t\tunsourced\n"
    "Salix Alba Bark Extract\t\t\tvitamin\t\t\tunsourced\n"
    "Sodium Ascorbyl Phosphate\t\t\tvitamin\t\t\tunsourced\n";

constexpr std::string_view structure =
    "kind\tword\tvalue\tclasses\n"
    "genus\tbeta\t\t\n"
    "genus\tcamellia\t\t\n"
    "genus\tcereus\t\t\n"
    "genus\tchamomilla\t\t\n"
    "genus\tcitrus\t\t\n"
    "genus\tfagopyrum\t\t\n"
    "genus\thelianthus\t\t\n"
    "genus\tmatricaria\t\t\n"
    "genus\trosmarinus\t\t\n"
    "genus\tsalix\t\t\n"
    "part\tbark\t\t\n"
    "part\tflower\t\t\n"
    "part\tleaf\t\t\n"
    "part\tpeel\t\t\n"
    "part\troot\t\t\n"
    "part\tseed\tfatty\t\n"
    "part\tstem\t\t\n"
    "form\textract\textract\tvitamin\n"
    "form\toil\toil\tfixed-oil\n"
    "form\tpowder\tmaterial\tvitamin\n"
    "form\tprotein\tprotein\tsurfactant\n"
    "stop\tserum\t\t\n";

std::string image() {
    DictionarySources texts = small::texts();
    const std::string words = std::string(small::name_words) + "translation\textrait\textract\nvague\tvitamin\t\n";
    texts.ingredients.text = ingredients;
    texts.structure.text = structure;
    texts.name_words.text = words;
    auto made = build_image(texts);
    if (!made) MESSAGE(base::describe(made.error().at(0)));
    REQUIRE(made.has_value());
    return *made;
}

}  // namespace

TEST_CASE("plants as labels name them") {
    struct Row {
        std::string_view name, inci, how;
    };
    const Row rows[] = {
        // common words between the Latin name and the part
        {"Citrus Nobilis Mandarin Orange Peel Oil", "Citrus Nobilis Peel Oil", "synonym"},
        {"Salix Alba Willow Bark Extract", "Salix Alba Bark Extract", "synonym"},
        {"Organic Salix Alba Willow Bark Extract", "Salix Alba Bark Extract", "synonym"},
        {"Salix Alba (White Willow Bark Extract)", "Salix Alba Bark Extract", "synonym"},
        {"Chamomilla Recutita Matricaria Flower Leaf Stem Extract", "Chamomilla Recutita Flower/Leaf/Stem Extract",
         "synonym"},
        {"Chamomilla Recutita Flower & Leaf & Stem Extract", "Chamomilla Recutita Flower/Leaf/Stem Extract", "synonym"},
        // … or within the Latin name
        {"Salix Willow Alba Bark Extract", "Salix Alba Bark Extract", "synonym"},
        {"Salix White Willow Alba Bark Extract", "Salix Alba Bark Extract", "synonym"},
        {"Salix Willow Alba", "", ""},
        {"Helianthus Annuus Hydrogenated Seed Oil", "", ""},
        {"Helianthus Annuus Ethyl Seed Oil", "", ""},
        {"Salix Alba Serum Bark Extract", "", ""},
        {"Salix Alba Very Good White Willow Bark Extract", "", ""},
        {"Glycerin Willow Bark Extract", "", ""},
        {"Citrus Nobilis Mandarin Flower Extract", "Citrus Nobilis Flower Extract", "structure"},
        {"Helianthus Annus Sunflower Seed Oil", "Helianthus Annuus Seed Oil", "spelling"},
        // no part
        {"Rosmarinus Officinalis", "Rosmarinus Officinalis", "structure"},
        {"Rosmarinus Officinalis (Rosemary)", "Rosmarinus Officinalis", "structure"},
        {"Rosmarinus Officinalis (Rosemary Flower Extract)", "Rosmarinus Officinalis Flower Extract", "structure"},
        {"Rosmarinus Incertus (Rosemary)", "", ""},
        {"Rosmarinus", "", ""},
        {"Sodium Ascorbyl", "", ""},
        // names of one thing with slashes between them
        {"Beta Vulgaris/Beet Root Extract/Extrait de Racine de Betterave", "Beta Vulgaris Root Extract", "synonym"},
        {"Beta Vulgaris/Beta Vulgaris Root Extract", "Beta Vulgaris Root Extract", "synonym"},
        {"Salix Alba/Beet Root Extract", "", ""},
        {"Salix Foo Root Extract/Beet Root Extract", "", ""},
        {"Fagopyrum Esculentum Seed Extract / Buckwheat Seed Extract", "Fagopyrum Esculentum Seed Extract", "synonym"},
        {"Fagopyrum Esculentum Seed Extract / Buckwheat Root Extract", "", ""},
        {"Fagopyrum Esculentum Seed Extract / Glycerin", "", ""},
        {"Cereus Grandiflorus Flower Extract / Cactus Flower Extract", "Cereus Grandiflorus Flower Extract",
         "structure"},
        {"Cereus Grandiflorus Flower Extract / Salix Nigra Flower Extract", "", ""},
        {"Honey Extract/Mel/Extrait de Miel", "Mel Extract", "synonym"},
        {"Mel/Honey Extract/Extrait de Miel", "Mel Extract", "synonym"},
        {"Honey Extract/Mel/Extrait du Miel", "Mel Extract", "synonym"},
        {"Mel/Honey Extract", "", ""},
        {"Mel/Mel/Glycerin", "", ""},
        // a species that is not of its genus is misspelt before it is another plant
        {"Camellia Sinenisi Leaf Extract", "Camellia Sinensis Leaf Extract", "spelling"},
        {"Helianthus Annus Seed Oil", "Helianthus Annuus Seed Oil", "spelling"},
        {"Camellia Oleifera Leaf Extract", "Camellia Oleifera Leaf Extract", "structure"},
        {"Camellia Sinensis Root Extract", "Camellia Sinensis Root Extract", "structure"},
        // altered
        {"Hydrolyzed Salix Alba Seed Protein", "Hydrolyzed Salix Alba Seed Protein", "structure"},
        {"Hydrogenated Citrus Nobilis Seed Oil", "Hydrogenated Citrus Nobilis Seed Oil", "structure"},
        {"Hydrogenated Citrus Nobilis Seed Extract", "", ""},
        // trivial names with the INCI name in the bracket
        {"Vitamin C (Sodium Ascorbyl Phosphate)", "Sodium Ascorbyl Phosphate", "synonym"},
        {"Vitamin C (Ascorbic Acid)", "Ascorbic Acid", "synonym"},
        {"Honey (Glycerin)", "Mel", "synonym"},
    };
    const std::string bytes = image();
    const auto dictionary = Dictionary::open(bytes);
    REQUIRE(dictionary.has_value());
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto found = recognise(row.name, *dictionary);
        CHECK((found ? found->inci : std::string()) == row.inci);
        CHECK((found ? word(found->how) : std::string_view()) == row.how);
    }
}

TEST_CASE("what was mended says so, and --strict-names does without") {
    const std::string bytes = image();
    const auto dictionary = Dictionary::open(bytes);
    REQUIRE(dictionary.has_value());
    const auto plain = recognise("Camellia Sinenisi Leaf Extract", *dictionary, {false});
    REQUIRE(plain.has_value());
    CHECK(plain->how == How::structure);
    CHECK_FALSE(recognise("Helianthus Annus Sunflower Seed Oil", *dictionary, {false}).has_value());
}

TEST_CASE("a word that the other names know is not misspelt") {
    const std::string bytes = image();
    const auto base = Dictionary::open(bytes);
    REQUIRE(base.has_value());
    HouseName ours;
    ours.inci = "Acme Salix Albax";
    HouseName more;
    more.inci = "Glycerine Protect";
    const auto house = build_house_image({ours, more}, *base);
    REQUIRE(house.has_value());
    const auto dictionary = base->with_house(*house);
    REQUIRE(dictionary.has_value());
    CHECK(dictionary->corrected("glycerine protec").has_value());
    // "glycerin" is a known word of the base: the house does not make "glycerine" of it.
    CHECK_FALSE(dictionary->corrected("glycerin protect").has_value());
}
