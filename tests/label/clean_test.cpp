#include "label/clean.h"

#include <string>

#include <doctest/doctest.h>

using namespace incilint;
using label::CleanText;

namespace {

struct Case {
    std::string source;
    std::string shows;
};

}  // namespace

TEST_CASE("markup and invisible characters go, the rest stays") {
    const Case cases[] = {
        {"Aqua, Glycerin", "Aqua, Glycerin"},
        {"Urea < 1 %, Mel <0.5%", "Urea < 1 %, Mel <0.5%"},
        {"<b>Aqua</b>, Urea", "Aqua, Urea"},
        {"Aqua<br>Urea<BR />Mel", "Aqua\nUrea\nMel"},
        {"<!-- no --><p class=\"a\">Aqua</p>", "\nAqua\n"},
        {"Citral <ILN51873>", "Citral <ILN51873>"},
        {"FD&amp;C Red &#233; &#xE9; &eacute;", "FD&C Red é é é"},
        {"A &unknown; B & C", "A &unknown; B & C"},
        {"Urea | &nbs..", "Urea | .."},
        {"Gly\u200bcerin", "Glycerin"},
        {"\ufeffAqua", "Aqua"},
        {"['\\n- Aqua\\n']", "['\n- Aqua\n']"},
        {"water\\nature", "water\\nature"},
        {"Aqua â€¢ Urea", "Aqua • Urea"},
        {"Huile MinÃ©rale", "Huile MinÃ©rale"},
        {"&", "&"},
        {"<", "<"},
        {"a\\", "a\\"},
        {"&#0; &#99999999; &#x;", "&#0; &#99999999; &#x;"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.source);
        CHECK(CleanText(c.source).text() == c.shows);
    }
}

TEST_CASE("spans lead back to the source") {
    const std::string source = "<b>Aqua</b>, FD&amp;C Red, Gly\u200bcerin";
    const CleanText clean(source);
    const std::string_view text = clean.text();
    const auto origin_of = [&](std::string_view word) {
        const std::size_t at = text.find(word);
        return std::string(base::slice(source, clean.origin({at, at + word.size()})));
    };
    CHECK(origin_of("Aqua") == "Aqua");
    CHECK(origin_of("FD&C Red") == "FD&amp;C Red");
    CHECK(origin_of("&") == "&amp;");
    CHECK(origin_of("Glycerin") == "Gly\u200bcerin");
    CHECK(origin_of("Gly") == "Gly");
    CHECK(clean.origin({text.size(), text.size()}).from <= source.size());
}

TEST_CASE("what was cleaned is told") {
    CHECK(CleanText("a <i>b</i>").html() == base::Span{2, 5});
    CHECK_FALSE(CleanText("a < b > c").html());
    CHECK(CleanText("a\u200bb").invisible() == base::Span{1, 4});
    CHECK(CleanText("a &nbs..").cut_entity());
    CHECK_FALSE(CleanText("a & b").cut_entity());
}
