// The dictionary of the project itself: it builds, every name of it finds its owner, and names as labels print them are
// read as a chemist reads them.
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "lexicon/build.h"
#include "lexicon/recognise.h"
#include "real.h"

using namespace incilint;
using namespace incilint::lexicon;

namespace {

std::string file(const std::string& name) {
    std::ifstream in(std::string(INCILINT_SOURCE) + "/data/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

const std::string& image() {
    static const std::string made = [] {
        const std::array<std::string, 6> names = {"ingredients.tsv", "classes.tsv",   "sources.tsv",
                                                  "spelling.tsv",    "structure.tsv", "name-words.tsv"};
        std::array<std::string, 6> texts;
        for (std::size_t i = 0; i < names.size(); ++i) texts[i] = file(names[i]);
        DictionarySources sources;
        sources.ingredients = {names[0], texts[0]};
        sources.classes = {names[1], texts[1]};
        sources.sources = {names[2], texts[2]};
        sources.spelling = {names[3], texts[3]};
        sources.structure = {names[4], texts[4]};
        sources.name_words = {names[5], texts[5]};
        const auto built = build_image(sources);
        if (!built) {
            for (const auto& fault : built.error()) MESSAGE(base::describe(fault));
        }
        REQUIRE(built.has_value());
        return *built;
    }();
    return made;
}

}  // namespace

Dictionary incilint::lexicon::real_dictionary() {
    auto made = Dictionary::open(image());
    REQUIRE(made.has_value());
    return *made;
}

TEST_CASE("a word of the grammar is its own normal form, else no name would ever meet it") {
    const Dictionary dictionary = real_dictionary();
    const std::string text = file("structure.tsv");
    for (std::string_view rest = std::string_view(text).substr(text.find('\n') + 1); !rest.empty();) {
        std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        const std::string_view kind = line.substr(0, line.find('\t'));
        line.remove_prefix(kind.size() + 1);
        const std::string word(line.substr(0, line.find('\t')));
        CAPTURE(kind);
        if (kind != "pattern") CHECK(dictionary.normal(word) == word);
    }
}

TEST_CASE("the bytes that begin a name are those that a look at every name finds") {
    const Dictionary dictionary = real_dictionary();
    const auto walk = [&dictionary](std::string_view bytes) {
        for (std::uint32_t id = 0; id < dictionary.size(); ++id)
            for (const std::string_view name : dictionary.names(IngredientId{id}))
                if (name.size() > bytes.size() && name.starts_with(bytes)) return true;
        return false;
    };
    for (std::uint32_t id = 0; id < dictionary.size(); id += 499) {
        const std::string name(dictionary.names(IngredientId{id}).front());
        for (const std::size_t size : {name.size() / 3, name.size() - 1, name.size()}) {
            for (std::string bytes : {name.substr(0, size), name.substr(0, size) + 'q'}) {
                CAPTURE(bytes);
                REQUIRE(dictionary.begins_bytes(bytes) == walk(bytes));
            }
        }
    }
}

TEST_CASE("every name of the dictionary is read as its own row, whatever its case and hyphens") {
    const Dictionary all = real_dictionary();
    CHECK(all.size() >= 3000);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto id = static_cast<IngredientId>(i);
        const std::string inci(all.inci(id));
        CAPTURE(inci);
        const auto exact = recognise(inci, all);
        REQUIRE(exact.has_value());
        REQUIRE(exact->how == How::exact);
        REQUIRE(exact->id == id);
        std::string loud = inci + "*";
        for (char& byte : loud) {
            if (byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 32);
            if (byte == '-') byte = ' ';
        }
        REQUIRE(recognise(loud, all) == exact);
        for (const std::string_view name : all.names(id)) {
            CAPTURE(name);
            REQUIRE(normal_form(name, all.spelling_pairs()) == name);
            REQUIRE(all.find(name)->id == id);
        }
    }
}

TEST_CASE("names as labels print them") {
    struct Row {
        std::string_view name, inci, how;
    };
    const Row rows[] = {
        {"Aqua (Water)", "Aqua", "synonym"},
        {"WATER (AQUA/EAU)", "Aqua", "synonym"},
        {"Water\\Aqua\\Eau", "Aqua", "synonym"},
        {"Aqua Water Eau", "Aqua", "synonym"},
        {"Purified Water", "Aqua", "synonym"},
        {"Parfum (Fragrance)", "Parfum", "synonym"},
        {"sodium laurylsulphate", "Sodium Lauryl Sulfate", "synonym"},
        {"SODIUM LAURYL SULPHATE", "Sodium Lauryl Sulfate", "exact"},
        {"Alcohol Denat", "Alcohol Denat.", "exact"},
        {"Butyrospermum Parkii (Shea) Butter*", "Butyrospermum Parkii Butter", "synonym"},
        {"Organic Cocos Nucifera (Coconut) Oil", "Cocos Nucifera Oil", "synonym"},
        {"Helianthus Annuus (Sunflower) Seed Oil", "Helianthus Annuus Seed Oil", "synonym"},
        {"Organic Aloe Barbadensis Leaf Juice", "Aloe Barbadensis Leaf Juice", "synonym"},
        {"Iron Oxides (CI 77491, CI 77492, CI 77499)", "Iron Oxides", "synonym"},
        {"CI77891", "CI 77891", "synonym"},
        {"CI77891/Titanium Dioxide", "CI 77891", "synonym"},
        {"CI77892/Titanium Dioxide", "", ""},
        {"CI 12345", "", ""},
        {"CI 12345:1", "", ""},
        {"CI 42090:2", "CI 42090", "synonym"},
        {"CI 45170", "CI 45170", "exact"},
        {"Tocopherol (Vitamin E)", "Tocopherol", "synonym"},
        {"Vitamin E (Tocopheryl Acetate)", "Tocopheryl Acetate", "synonym"},
        {"1, 2-Hexanediol", "1,2-Hexanediol", "exact"},
        {"1 2-hexanediol", "1,2-Hexanediol", "synonym"},
        {"Caprylic / Capric Triglyceride", "Caprylic/Capric Triglyceride", "exact"},
        {"Rosa Centifola Flower Extract", "Rosa Centifolia Flower Extract", "spelling"},
        {"Pelargonium Graveolans Flower Oil", "Pelargonium Graveolens Flower Oil", "spelling"},
        {"Linalool/Limonene", "", ""},
        {"Glycerin and Water", "", ""},
        {"Camellia Sinsis Leaf Extract", "Camellia Sinensis Leaf Extract", "spelling"},
        {"Camellia Sinsis", "Camellia Sinensis Leaf Extract", "spelling"},
        {"Spearmint (Mentha Spicata) Flower/Leaf/Stem Water", "Mentha Spicata Flower/Leaf/Stem Water", "structure"},
        {"Rose (Rosa Damascena) Distillate", "Rosa Damascena Flower Water", "synonym"},
        {"Camellia Sinesis Seed Oil", "Camellia Sinensis Seed Oil", "spelling"},
        {"Phyllostachis Bambusoides Juice", "Phyllostachys Bambusoides Juice", "spelling"},
        {"PhytoG", "", ""},
        {"Istostearic Acid", "Isostearic Acid", "spelling"},
        {"Prunus Armeniaca Kernal Oil/Apricot Kernal Oil", "Prunus Armeniaca Kernel Oil", "spelling"},
        {"Sodium Alkyl Benzene Sulphonate", "Sodium Alkyl Benzene Sulfonate", "structure"},
        {"Morus Alba Fruit Extrac Lycium Chinese Fruit Extract", "", ""},
        {"USDA Organic Castor Oil", "Ricinus Communis Seed Oil", "synonym"},
        {"Partially Hydrogenated Soybean Oil", "Hydrogenated Soybean Oil", "synonym"},
        {"OLEO ESSENCIAL DE LARANJA DOCE", "Citrus Aurantium Dulcis Oil", "synonym"},
        {"Huile essentielle de menthe poivree", "Mentha Piperita Oil", "synonym"},
        {"Olejek rozany", "Rosa Damascena Flower Oil", "synonym"},
        {"Suessorangenoel", "Citrus Aurantium Dulcis Peel Oil", "synonym"},
        {"Citronellol", "Citronellol", "exact"},
        {"ALCOOL CETYLIQUE", "Cetyl Alcohol", "synonym"},
        {"Savon", "", ""},  // a product's title, more often than an ingredient
        {"Savon potassique", "Soap Base", "synonym"},
        {"Jabon de oliva", "Sodium Olivate", "synonym"},
        {"Mydlo potasowe", "Soap Base", "synonym"},
        {"Kaliseife", "Soap Base", "synonym"},
        {"Dermatologically tested", "", ""},
        {"Made with love", "", ""},
        {"Strawberry jam", "", ""},
        {"Lauryl Glucosides", "Lauryl Glucoside", "synonym"},
        {"Caprylyl/Capryl Glucosides", "Caprylyl/Capryl Glucoside", "synonym"},
        {"Coco-Glucosides", "Coco-Glucoside", "synonym"},
        {"Sodium C14-16 Olefin Sulfonates", "Sodium C14-16 Olefin Sulfonate", "synonym"},
        {"Alcohols", "", ""},
        {"双歧杆菌", "Bifidobacterium", "synonym"},
        {"ビフィズス菌", "Bifidobacterium", "synonym"},
        {"乳酸菌", "Lactobacillus", "synonym"},
        {"Haferkernmehl", "Avena Sativa Kernel Flour", "synonym"},
        {"Hafermehl kolloidal", "Avena Sativa Kernel Flour", "synonym"},
        {"Cocoamidopropylbetaína", "Cocamidopropyl Betaine", "synonym"},
        {"น้ำหอม", "Parfum", "synonym"},
        {"Hương liệu", "Parfum", "synonym"},
        {"Insulin", "", ""},
        {"Lactobacillin", "", ""},
        {"Lectin", "", ""},
        {"Lactase", "", ""},
        {"Corallina Ocinalis Extract", "Corallina Officinalis Extract", "spelling"},
        {"Corallina Ocinalis", "Corallina Officinalis", "spelling"},
        {"Salvia Ocinalis Oil", "Salvia Officinalis Oil", "spelling"},
        {"Linum Usitatissimum Flax Seed Oil", "Linum Usitatissimum Seed Oil", "synonym"},
        {"Linum Usitatissmum Flax Seed Oil", "Linum Usitatissimum Seed Oil", "spelling"},
        {"Jojoba Seed Oil Simmondsia Chinensis", "Simmondsia Chinensis Seed Oil", "synonym"},
        {"Jojoba Seed Oil Argania Spinosa", "", ""},
        {"Discorea Villosa", "Dioscorea Villosa", "spelling"},
        {"Avena Sativa Kernel Flour (Oat) Kernel Flour", "Avena Sativa Kernel Flour", "synonym"},
        {"Thiamine Hydrochloride", "Thiamine HCl", "exact"},
        {"Potassium Hydroxyde", "Potassium Hydroxide", "exact"},
        {"Polyglycerol-10 Oleate", "Polyglyceryl-10 Oleate", "exact"},
        {"Brassica Campestris Sterols (Rapeseed) Flower Oil", "", ""},
        {"Polyoxyl 40 Stearate", "PEG-40 Stearate", "exact"},
        {"Steareth-20k", "", ""},
        {"Methylparafin", "", ""},
        {"Parafin", "Paraffin", "spelling"},
    };
    const Dictionary all = real_dictionary();
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto found = recognise(row.name, all);
        CHECK((found ? found->inci : std::string()) == row.inci);
        CHECK((found ? word(found->how) : std::string_view()) == row.how);
    }
}
