// The fast path must agree with the reader byte for byte wherever it answers.
#include "label/plain.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/fold.h"
#include "reading.h"
#include "turns.h"
#include "two_readings.h"

using namespace incilint;
using namespace incilint::label;

namespace {

PlainReader& plain() {
    static PlainReader made(program().dictionary(), program().vocabulary());
    return made;
}

/// What may stand in front of a list.
const std::vector<std::string> fronts = {
    "Ingredients: ",     "INGREDIENTS:", "Ingredients : ", "INCI: ",      "Zutaten: ", "Cream: ",
    "Key ingredients: ", "Contains: ",   "Active: ",       "Fragrance: ", "Free of: ", "May contain: "};
const std::vector<std::string> separators = {", ", ", ", ", ", ",", " , ", ",  ", " ,"};

std::string mutated(std::string text, Dice& dice) {
    if (text.empty() || dice.roll(3) != 0) return text;
    const std::size_t at = dice.roll(text.size());
    switch (dice.roll(4)) {
        case 0:
            return text.erase(at, 1);
        case 1:
            return text.insert(at, 1, " .,-/()1aB:*+"[dice.roll(13)]);
        case 2:
            text[at] = " .,-/()1aB%\n"[dice.roll(12)];
            return text;
        default:
            if (at + 1 < text.size()) std::swap(text[at], text[at + 1]);
            return text;
    }
}

}  // namespace

TEST_CASE("a plain list is taken") {
    for (const char* text : {"Aqua, Glycerin, Parfum",
                             "AQUA, GLYCERIN, 1,2-HEXANEDIOL, ALCOHOL DENAT.",
                             "Water (Aqua), Caprylic/Capric Triglyceride, Alcohol Denat., CI 77491.",
                             "Aqua, Xyzzy Oilate, Glycerin",
                             "Ingredients: Aqua, Talc",
                             "INGREDIENTS:AQUA,TALC,1,2-HEXANEDIOL.",
                             "Zutaten: Aqua, Glycerin, Parfum",
                             "Ingr\xc3\xa9"
                             "dients : Aqua, Glycerin, Parfum",
                             "Aqua , Glycerin , Parfum",
                             "Aqua,Glycerin,PEG-8,Parfum",
                             "Aqua, Glow Infusion, Glycerin, Parfum",
                             "Aqua, Parfum (Allergen Screened Fragrance), Talc",
                             "Glycerin, Aqua, 2 Hydroxybenzoic Acid",
                             "Aqua, Beta, 4-Dimethyl-3-Cyclohexene-1-Propanal, Glycerin",
                             "Aqua, 3-Methyl-5-(2,2,3-Trimethyl-3-Cyclopentenyl)Methyl)Cyclohexanol, Talc",
                             "Aqua, (Honey + Zymomonas Ferment) Extract, Talc",
                             "Aqua, CI 77268:1, Trimethylbicyclo[2.2.1]Heptan-2-Ol",
                             "Aqua, PEG-3 2,2'-Di-p-Phenylenediamine, Talc",
                             "Aqua, SymOcide PH, Talc",
                             "Aqua, Talc, SymOcide PH."}) {
        CAPTURE(text);
        const auto got = plain().read(text);
        REQUIRE(got);
        CHECK(described(*got) == described(read_text(text)));
    }
}

TEST_CASE("what needs a second look is left to the reader") {
    for (const char* text : {"Aqua, aqua",
                             "1, 2-Hexanediol, Aqua",
                             "Iron Oxides (CI 77491, CI 77492), Mica",
                             "Aqua, Parfum..",
                             "Blorp",
                             "Active ingredients: Aqua, Talc",
                             "Night Cream: Aqua, Talc",
                             "Aqua; Talc",
                             "PEG-8,1,2-Hexanediol",
                             "Aqua, Parfum 1%",
                             "(Honey + Zymomonas Ferment) Extract, Aqua",
                             "Aqua, Talc, + Mica",
                             "Aqua, PPG 2) Oleyl Ether",
                             "Mica -(nano), Talc",
                             "Aqua, Talc*",
                             "Aqua, Zyxol PH, Talc",
                             "Cream Rose Water, Citric Acid",
                             "Aqua, Phenoxyethanol as preservative",
                             "Mica, Talc, [Silica]",
                             "Aqua, Betaine1, 2-Hexanediol, Talc",
                             "AQUA, CITRIC ACIDSODIUM BENZOATE, TALC",
                             "Alanine, Biotin, Caffeine, Dextrin, Glycerin, Inulin, Mica"}) {
        CAPTURE(text);
        CHECK(!plain().read(text));
    }
}

TEST_CASE("every known name that is called plain reads alike alone, at the ends and in the middle of a list") {
    const lexicon::Dictionary& dictionary = program().dictionary();
    Reader reader(dictionary, program().vocabulary());
    std::size_t names = 0;
    std::size_t taken = 0;
    for (std::uint32_t i = 0; i < dictionary.size(); i += test::stride) {
        std::string name(dictionary.inci(lexicon::IngredientId{i}));
        if (i % 3 == 1) name = base::fold(name);
        if (i % 3 == 2)
            for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        ++names;
        if (!plain().prove(name)) continue;
        ++taken;
        const bool own = name.size() < 9;  // "Aqua", "Talc": no entry twice
        const std::string a = own ? "Polyquaternium-10" : "Mica";
        const std::string b = own ? "Disodium EDTA" : "Talc";
        for (const std::string& text :
             {name, name + ".", name + ", " + a, a + ", " + name, a + ", " + name + ".", a + ", " + name + ", " + b}) {
            const auto got = plain().read(text);
            if (!got) continue;
            CAPTURE(text);
            CHECK(described(*got) == described(reader.read(text)));
        }
    }
    CHECK(taken * 10 > names * 8);
}

TEST_CASE("a name that holds commas reads alike with blanks behind them") {
    const lexicon::Dictionary& dictionary = program().dictionary();
    Reader reader(dictionary, program().vocabulary());
    Dice dice(3);
    std::size_t taken = 0;
    for (std::uint32_t i = 0; i < dictionary.size(); ++i) {
        std::string name(dictionary.inci(lexicon::IngredientId{i}));
        if (name.find(',') == name.npos) continue;
        for (int round = 0; round < 3; ++round) {
            std::string spaced;
            for (const char c : name) {
                if (c == ',' && dice.roll(5) == 0) spaced += ' ';
                spaced += c;
                if (c == ',' && dice.roll(3) != 0) spaced += ' ';
            }
            const std::string other(
                dictionary.inci(lexicon::IngredientId{static_cast<std::uint32_t>(dice.roll(dictionary.size()))}));
            for (const std::string& text :
                 {"Mica, " + spaced + ", Talc", spaced + ", " + other + ".", other + "," + spaced + ".",
                  other + ", Xyzzy Oilate, " + spaced + ", " + other, "Mica, " + spaced + ", " + spaced}) {
                const auto got = plain().read(text);
                if (!got) continue;
                ++taken;
                CAPTURE(text);
                CHECK(described(*got) == described(reader.read(text)));
            }
        }
    }
    CHECK(taken > 200);
}

TEST_CASE("both paths agree on lists of every mixture") {
    const lexicon::Dictionary& dictionary = program().dictionary();
    Reader reader(dictionary, program().vocabulary());
    Dice dice(7);
    std::size_t taken = 0;
    for (int i = 0; i < 3000; ++i) {
        // Some lists are plain but for one slice, some hold anything.
        const std::size_t odd = 1 + dice.roll(12);
        std::string text;
        const std::string& usual = separators[dice.roll(separators.size())];
        for (std::size_t n = 1 + dice.roll(12); n > 0; --n) {
            if (!text.empty()) text += dice.roll(20) == 0 ? separators[dice.roll(separators.size())] : usual;
            if (dice.roll(odd) == 0) {
                text += odd_slices[dice.roll(odd_slices.size())];
            } else {
                const auto id = static_cast<std::uint32_t>(dice.roll(dictionary.size()));
                const auto names = dictionary.names(lexicon::IngredientId{id});
                text += dice.roll(2) == 0 ? std::string(dictionary.inci(lexicon::IngredientId{id}))
                                          : std::string(names[dice.roll(names.size())]);
            }
        }
        if (dice.roll(4) == 0) text += '.';
        if (dice.roll(4) == 0) text.insert(0, fronts[dice.roll(fronts.size())]);
        text = mutated(std::move(text), dice);
        const auto got = plain().read(text);
        if (!got) continue;
        ++taken;
        CAPTURE(text);
        CHECK(described(*got) == described(reader.read(text)));
    }
    CHECK(taken > 500);
}
