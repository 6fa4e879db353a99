#include "label/cut.h"

#include <doctest/doctest.h>

#include "label/split.h"
#include "reading.h"

using namespace incilint::label;

namespace {

using Words = std::vector<std::string>;

Words cut(const std::string& text) {
    Staged staged(text);
    Words out;
    std::vector<CutPiece> pieces;
    const auto size = static_cast<std::uint32_t>(staged.reading.tokens.size());
    cut_cell(staged.reading, staged.knowledge, 0, size, pieces);
    const std::vector<CutPiece> first = pieces;
    cut_cell(staged.reading, staged.knowledge, 0, size, pieces);  // what is remembered goes behind
    REQUIRE(pieces.size() == 2 * first.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        const CutPiece& again = pieces[first.size() + i];
        CHECK(again.first == first[i].first);
        CHECK(again.last == first[i].last);
        CHECK(again.missing == first[i].missing);
        out.push_back(clean_name(staged.reading, first[i].first, first[i].last));
    }
    return out;
}

Words split_list(const std::string& text) {
    Staged staged(text);
    Words out;
    for (const Name& name :
         split(staged.reading, staged.knowledge, 0, static_cast<std::uint32_t>(staged.reading.cells.size()))) {
        out.push_back(staged.knowledge.name(name.first, name.last));
    }
    return out;
}

}  // namespace

TEST_CASE("runs without separators are cut where all pieces are known") {
    CHECK(cut("Sodium Chloride Citric Acid Limonene") == Words{"Sodium Chloride", "Citric Acid", "Limonene"});
    CHECK(cut("Ethylhexylglycerin Hexylene Glycol") == Words{"Ethylhexylglycerin", "Hexylene Glycol"});
    CHECK(cut("Zinc Oxide 1.6%Water") == Words{"Zinc Oxide", "Water"});
    CHECK(cut("Phenoxyethanol and Ethylhexylglycerin") == Words{"Phenoxyethanol", "Ethylhexylglycerin"});
    CHECK(cut("AquaGlycerinDimethicone") == Words{"Aqua", "Glycerin", "Dimethicone"});
}

TEST_CASE("what is one name stays one") {
    for (const std::string name :
         {"Aloe Barbadensis Leaf Juice", "Sodium Lauroyl Methyl Isethionate", "Glyceryl Stearate SE",
          "Fermented Unheardof Leaf Extract", "Organic Zorbel Honey", "FD&C Yellow No. 5",
          "Caprylic/ Capric Triglyceride", "Acrylates/C10-30 Alkyl Acrylate Crosspolymer", "Aqua / Water / Eau",
          "coconut oil & extract"}) {
        CAPTURE(name);
        CHECK(cut(name).size() == 1);
    }
}

TEST_CASE("signs that separate in some lists") {
    CHECK(cut("Aqua / Glycerin / Squalane / Panthenol") == Words{"Aqua", "Glycerin", "Squalane", "Panthenol"});
    CHECK(cut("Aqua / Water / Glycerin / Parfum / Fragrance") ==
          Words{"Aqua / Water", "Glycerin", "Parfum / Fragrance"});
    CHECK(cut("Aqua - Glycerin - Coco-Glucoside - Parfum") == Words{"Aqua", "Glycerin", "Coco-Glucoside", "Parfum"});
    CHECK(cut("Helianthus Annuus Seed Oil/Cocos Nucifera Oil") ==
          Words{"Helianthus Annuus Seed Oil", "Cocos Nucifera Oil"});
    CHECK(cut("Isohexadecane- Butylene Glycol") == Words{"Isohexadecane", "Butylene Glycol"});
}

TEST_CASE("torn names are joined, whole ones are not") {
    CHECK(split_list("water | 1 | 2-hexanediol | urea") == Words{"water", "1,2-hexanediol", "urea"});
    CHECK(split_list("aqua | lauryl | betaine | parfum") == Words{"aqua", "lauryl betaine", "parfum"});
    CHECK(split_list("Aqua, Sodium Laureth\nSulfate, Urea") == Words{"Aqua", "Sodium Laureth Sulfate", "Urea"});
    CHECK(split_list("Aqua, Cetearyl Alco-\nhol, Coco-\nGlucoside") ==
          Words{"Aqua", "Cetearyl Alcohol", "Coco-Glucoside"});
    CHECK(split_list("Aqua\nGlycerin\nUrea") == Words{"Aqua", "Glycerin", "Urea"});
    CHECK(split_list("Glycine, Soja Bean, Urea") == Words{"Glycine", "Soja Bean", "Urea"});
}
