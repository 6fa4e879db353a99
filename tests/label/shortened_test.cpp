// A label read without most of its known names must come out as Reader::read has it, byte for byte.
#include "label/shortened.h"

#include <string>
#include <unordered_map>
#include <vector>

#include <doctest/doctest.h>

#include "label/plain.h"
#include "reading.h"
#include "two_readings.h"

using namespace incilint;
using namespace incilint::label;

namespace {

/// What tells sure slices from others, as a scan does.
class Cutter {
  public:
    bool cut(std::string_view text) {
        const std::size_t heading = plain_.heading(text);
        if (!cut_.cut(text.substr(heading))) return false;
        slices = cut_.slices();
        sure.clear();
        for (const std::string_view slice : slices) {
            auto found = known_.find(std::string(slice));
            if (found == known_.end()) {
                const auto proof = plain_.prove(slice);
                found = known_.emplace(slice, proof && proof->sure && !proof->stray && proof->name == slice).first;
            }
            sure.push_back(found->second);
        }
        return true;
    }
    std::span<const std::string_view> slices;
    std::vector<bool> sure;

  private:
    PlainReader plain_{program().dictionary(), program().vocabulary()};
    std::unordered_map<std::string, bool> known_;
    PlainCut cut_;
};

/// What stands before, within and behind lists on labels of shops.
const std::vector<std::string> fronts = {
    "Softens the skin and keeps it supple.\n\n",
    "-Rice Oil: soothes dry patches. Rich in fatty acids, vitamins and minerals.\n-Squalane: keeps moisture in\n\n",
    "- Biotin 2%\n- Caffeine\n",
    "Night Cream: ",
    "Ingredients: ",
    "Key ingredients: Squalane, Honey.\nIngredients: ",
    "Free of parabens, mineral oil, ",
    "Does not contain: ",
    "Active ingredients: Zinc Oxide 20%. Inactive ingredients: ",
    "Contains 1% or less of: ",
    "Mica (",
    "(HB) - organic. ",
    "1. Cleanser\n",
    "Feels soft\n",
    "<p>Our best cream ever</p>",
    "Hydrates &amp; calms. ",
    "Made with love, from plants: ",
    "Shower Gel Aqua, Talc, Mica. Body Lotion: "};
const std::vector<std::string> betweens = {"Aqua*",
                                           "Parfum 2%",
                                           "Mica (CI 77019",
                                           "CI 77491)",
                                           "Xyzzy Oilate",
                                           "Xyzzy Oilate + Talc",
                                           "Honey. Lip Balm: Cera Alba",
                                           "Talc.\n\nAqua",
                                           "Talc\nAqua",
                                           "Citral\nLinalool\nGeraniol\nMica",
                                           "May contain: Mica",
                                           "Water (Aqua) [1]",
                                           "сорбат калия",
                                           "Citral Moisturizes your skin and makes it soft",
                                           "Talc; Mica; Citral",
                                           "WH",
                                           "Glycerin HB",
                                           "Aqua (Water), Ingredients: Talc",
                                           "Iron Oxides (CI 77491, CI 77492)"};
const std::vector<std::string> backs = {".",
                                        ". *Certified organic",
                                        " Free of parabens, sulfates and phthalates.",
                                        ". 97% of the ingredients are natural.",
                                        ".\nHand Cream: Aqua, Glycerin, Mica, Talc, Parfum",
                                        ". May contain: CI 77891, Mica",
                                        "\nShake well, keep out of reach of children.",
                                        "..",
                                        ", (HB) - organic",
                                        "</p>",
                                        ") and more",
                                        "\n\nAqua, Talc, Mica, Citral, Linalool, Geraniol, Parfum, Sodium Chloride"};

}  // namespace

TEST_CASE("a long list between texts is read without its middle") {
    Reader reader(program().dictionary(), program().vocabulary());
    ShortReader shortened;
    Cutter cutter;
    const std::string list =
        "Aqua, Glycerin, Parfum, Talc, Mica, Citral, Linalool, Geraniol, Limonene, Sodium Chloride, Citric Acid, "
        "Tocopherol, Squalane";
    for (const std::string& text :
         {list + ". Free of parabens.", "Softens the skin and keeps it supple.\n\n" + list, list + ", Xyzzy Oilate",
          list + ". Hand Cream: " + list, "Softens the skin, keeps it supple.\n" + list + ", Mica*, " + list + "."}) {
        CAPTURE(text);
        REQUIRE(cutter.cut(text));
        const auto got = shortened.read(reader, text, cutter.slices, cutter.sure);
        REQUIRE(got);
        CHECK(described(*got) == described(reader.read(text)));
    }
}

TEST_CASE("where known names depend on what stands far away they are all read") {
    Reader reader(program().dictionary(), program().vocabulary());
    ShortReader shortened;
    Cutter cutter;
    const std::string list =
        "Aqua, Glycerin, Parfum, Talc, Mica, Citral, Linalool, Geraniol, Limonene, Sodium Chloride, Citric Acid";
    for (const std::string& text : {"Mica (" + list + ")", "Active ingredients: " + list + ", Zinc Oxide 20%",
                                    "(HB) - organic. " + list, std::string("Aqua, Talc, Mica")}) {
        CAPTURE(text);
        REQUIRE(cutter.cut(text));
        CHECK(!shortened.read(reader, text, cutter.slices, cutter.sure));
    }
}

TEST_CASE("both readings agree on texts of every mixture") {
    const lexicon::Dictionary& dictionary = program().dictionary();
    Reader reader(dictionary, program().vocabulary());
    ShortReader shortened;
    Cutter cutter;
    std::vector<std::string> names;
    Dice dice(11);
    while (names.size() < 300)
        names.emplace_back(
            dictionary.inci(lexicon::IngredientId{static_cast<std::uint32_t>(dice.roll(dictionary.size()))}));
    std::size_t taken = 0;
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        for (std::size_t n = dice.roll(3); n > 0; --n) text += dice.one_of(fronts);
        const std::size_t odd = 8 + dice.roll(30);
        const std::string separator = dice.roll(4) == 0 ? "," : dice.roll(4) == 0 ? " , " : ", ";
        for (std::size_t n = 8 + dice.roll(30); n > 0; --n) {
            const std::size_t kind = dice.roll(odd);
            text += kind == 0 ? dice.one_of(odd_slices) : kind == 1 ? dice.one_of(betweens) : dice.one_of(names);
            text += n > 1 ? separator : "";
        }
        if (dice.roll(2) == 0) text += dice.one_of(backs);
        if (dice.roll(4) == 0) text[dice.roll(text.size())] = "(),.:*\n-<"[dice.roll(9)];
        if (!cutter.cut(text)) continue;
        const auto got = shortened.read(reader, text, cutter.slices, cutter.sure);
        if (!got) continue;
        ++taken;
        CAPTURE(text);
        CHECK(described(*got) == described(reader.read(text)));
    }
    CHECK(taken > 800);
}
