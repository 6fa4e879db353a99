#include "label/detect.h"

#include <doctest/doctest.h>

#include "reading.h"

using namespace incilint::label;

TEST_CASE("each detector fires on its fault, and not without") {
    struct Case {
        Detector detector;
        std::string faulty;
        std::string sound;
    };
    const Case cases[] = {
        {Detector::no_list, "This cream softens dry skin and hair.", "Aqua, Glycerin, Urea"},
        {Detector::prose, "A rich cream that never feels greasy. Ingredients: Aqua, Urea, Mel",
         "Ingredients: Aqua, Urea, Mel"},
        {Detector::several_products, "Toner: Aqua, Urea, Mel.\nBalm: Aqua, Lanolin, Talc.",
         "Balm: Aqua, Lanolin, Talc."},
        {Detector::missing_separators, "Aqua, Glycerin Urea, Talc", "Aqua, Glycerin, Urea, Talc"},
        {Detector::broken_bracket, "Aqua (Water, Glycerin, Urea", "Aqua (Water), Glycerin, Urea"},
        {Detector::mojibake, "Aqua, Huile MinÃ©rale, Urea", "Aqua, Huile Minérale, Urea"},
        {Detector::duplicate_entry, "Aqua, Urea, Talc, UREA", "Aqua, Urea, Talc"},
        {Detector::alphabetical, "Allantoin, Carbomer, Glycerin, Menthol, Phenoxyethanol, Urea, Water",
         "Water, Glycerin, Carbomer, Menthol, Phenoxyethanol, Urea, Allantoin"},
        {Detector::truncated, "aqua | glycerin | ure..", "aqua | glycerin | urea"},
        {Detector::invisible_character, "Aqua, Gly\u200bcerin, Urea", "Aqua, Glycerin, Urea"},
        {Detector::look_alike, "\u0410qua, Glycerin, Urea", "Вода, глицерин, α-Pinene"},
        {Detector::html, "<b>Aqua</b>, Glycerin, Urea", "Aqua, Glycerin, Urea < 1 %"},
        {Detector::infeasible_percent, "Aqua 80%, Glycerin 30%", "Aqua 80%, Glycerin 20%"},
    };
    static_assert(std::size(cases) == detector_count);
    for (const Case& c : cases) {
        CAPTURE(word(c.detector));
        CHECK(fired(read_text(c.faulty), c.detector));
        CHECK_FALSE(fired(read_text(c.sound), c.detector));
        CHECK(detector_named(word(c.detector)) == c.detector);
    }
    CHECK_FALSE(detector_named("no such detector"));
}

TEST_CASE("marks, nano and groups are kept on the entry") {
    const Label label = read_text("Aqua, Mel**, Zinc Oxide (nano), Scent Blend (Limonene, Linalool), Urea. **organic");
    REQUIRE(label.products.size() == 1);
    const auto& entries = label.products[0].entries;
    REQUIRE(entries.size() == 7);
    CHECK(entries[1].marks == "**");
    CHECK(entries[2].nano);
    CHECK_FALSE(entries[1].nano);
    CHECK_FALSE(entries[3].part_of_group);
    CHECK(entries[4].part_of_group);
    CHECK(entries[5].part_of_group);
    CHECK_FALSE(entries[6].part_of_group);
}
