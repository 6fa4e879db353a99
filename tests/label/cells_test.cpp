#include "label/cells.h"

#include <doctest/doctest.h>

#include "label/codes.h"
#include "label/name.h"
#include "reading.h"

using namespace incilint::label;

namespace {

using Words = std::vector<std::string>;

std::string name_of(const std::string& text) {
    const Staged staged(text);
    return clean_name(staged.reading, 0, static_cast<std::uint32_t>(staged.reading.tokens.size()));
}

bool code(const std::string& text, CodeFrame frame) {
    const Staged staged(text);
    const auto size = static_cast<std::uint32_t>(staged.reading.tokens.size());
    return is_code(staged.reading, 0, size, frame, program().vocabulary());
}

}  // namespace

TEST_CASE("cells are cut at every sign that may separate, and nowhere else") {
    CHECK(Staged("Aqua, Glycerin; Urea | Mel • Talc").cells() == Words{"Aqua", "Glycerin", "Urea", "Mel", "Talc"});
    CHECK(Staged("Aqua, 1,2-Hexanediol").cells() == Words{"Aqua", "1,2-Hexanediol"});
    CHECK(Staged("Water (Aqua, Eau), Urea").cells() == Words{"Water (Aqua, Eau)", "Urea"});
    CHECK(Staged("Iron Oxides (CI 77491, CI 77492), Mica").cells() ==
          Words{"Iron Oxides (CI 77491, CI 77492)", "Mica"});
    CHECK(Staged("Scent Blend (Limonene, Linalool), Mica").cells() ==
          Words{"Scent Blend", "Limonene", "Linalool", "Mica"});
    CHECK(Staged("Aqua (Water, Urea, Mica").cells() == Words{"Aqua (Water", "Urea", "Mica"});
    CHECK(Staged("FD&C Blue No. 1, C.I. 19140").cells() == Words{"FD&C Blue No. 1", "C.I. 19140"});
    CHECK(Staged("Urea. Mica.Talc").cells().size() == 3);
    CHECK(Staged("Urea (and) Mica").cells() == Words{"Urea", "Mica"});
    CHECK(Staged(",,, ;; | •").cells().empty());
}

TEST_CASE("headings are cells of their own") {
    const Staged staged("Ingredients (INCI): Aqua. May contain/Peut contenir (+/-): Mica");
    REQUIRE(staged.reading.headings.size() == 2);
    CHECK(staged.reading.headings[0].kind == PhraseKind::heading);
    CHECK(staged.reading.headings[1].kind == PhraseKind::heading_may_contain);
    CHECK(Staged("All ingredients are natural").reading.headings.empty());
    CHECK(Staged("Activated Charcoal, Active Oxygen").reading.headings.empty());
    const Staged most("Aqua. Contains 2% or less of: Mica");
    REQUIRE(most.reading.headings.size() == 1);
    CHECK(most.reading.headings[0].percent == Percent{0, 2});
}

TEST_CASE("clean names") {
    const std::pair<std::string, std::string> cases[] = {
        {"Aqua*", "Aqua"},
        {"Alcohol Denat.", "Alcohol Denat"},
        {"\"Urea\"", "Urea"},
        {"Sodium   Lauryl\nSulfate", "Sodium Lauryl Sulfate"},
        {"Urea 5 %", "Urea"},
        {"1, 2-Hexanediol", "1,2-Hexanediol"},
        {"1 2-Hexanediol", "1,2-Hexanediol"},
        {"PEG- 40 Stearate", "PEG-40 Stearate"},
        {"Zinc Oxide (nano)", "Zinc Oxide"},
        {"Fragrance* (Parfum)", "Fragrance (Parfum)"},
        {"Phenoxyethanol (preservative)", "Phenoxyethanol"},
        {"Glycerin)", "Glycerin"},
        {"Aqua (Water", "Aqua (Water"},
        {"Parfum ()", "Parfum"},
        {"Matrixyl® 3000", "Matrixyl 3000"},
        {"Water \\ Aqua", "Water \\ Aqua"},
        {"***", ""},
    };
    for (const auto& row : cases) {
        CAPTURE(row.first);
        CHECK(name_of(row.first) == row.second);
    }
}

TEST_CASE("codes are told from names by their shape") {
    for (const std::string text : {"C210045/1", "Z248917/2"}) CHECK(code(text, CodeFrame::bare));
    for (const std::string text : {"D155027/1", "261/004", "V4127B", "F.I.L. Z248917/2"})
        CHECK(code(text, CodeFrame::bracket));
    for (const std::string text : {"ILN51873", "19274", "13171/A"}) CHECK(code(text, CodeFrame::angle));
    for (const std::string text :
         {"CI 77891", "77891", "PEG-90M", "1,2-Hexanediol", "Vitamin B12", "1000mg", "Aqua", ""}) {
        CAPTURE(text);
        CHECK_FALSE(code(text, CodeFrame::bare));
        CHECK_FALSE(code(text, CodeFrame::bracket));
    }
}
