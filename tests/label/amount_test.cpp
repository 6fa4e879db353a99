#include "label/amount.h"

#include <string>

#include <doctest/doctest.h>

#include "reading.h"

using namespace incilint;
using namespace incilint::label;

namespace {

struct Case {
    std::string text;
    double min;
    double max;
};

}  // namespace

TEST_CASE("stated concentrations") {
    const Case cases[] = {
        {"Urea 2%", 2, 2},
        {"Urea 2 %", 2, 2},
        {"Urea 2,0 %", 2, 2},
        {"Urea 0.25%", 0.25, 0.25},
        {"Urea (5%)", 5, 5},
        {"Urea < 1 %", 0, 1},
        {"Urea ≤0.5%", 0, 0.5},
        {"Urea less than 0.1%", 0, 0.1},
        {"Urea weniger als 1 %", 0, 1},
        {"Urea max. 3 %", 0, 3},
        {"Urea > 80 %", 80, 100},
        {"Urea min. 36 %", 36, 100},
        {"Urea at least 3 percent", 3, 100},
        {"Urea 1-5 %", 1, 5},
        {"Urea 10–20%", 10, 20},
        {"Urea 5-1 %", 1, 5},
        {"Urea 2,000 ppm", 0.2, 0.2},
        {"Urea 100ppm", 0.01, 0.01},
        {"Urea 2 percent", 2, 2},
        {"Urea 5 per cent", 5, 5},
        {"Urea: 62%, Aqua", 62, 62},
        {"Urea = 10%, Aqua", 10, 10},
        {"Urea ５％", 5, 5},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        Tokens tokens = scan(c.text);
        const auto amounts = find_amounts(c.text, tokens, program().vocabulary());
        REQUIRE(amounts.size() == 1);
        CHECK(amounts[0].percent.min == doctest::Approx(c.min));
        CHECK(amounts[0].percent.max == doctest::Approx(c.max));
        CHECK(tokens.front().has(silent) == false);
    }
}

TEST_CASE("numbers that state no concentration") {
    for (const std::string text : {"PEG-40", "C12-15", "CI 77891", "1,2-Hexanediol", "SD Alcohol 40-B", "50 ml",
                                   "99999999999999999999 %", "%", "Urea"}) {
        CAPTURE(text);
        Tokens tokens = scan(text);
        CHECK(find_amounts(text, tokens, program().vocabulary()).empty());
    }
}

TEST_CASE("a purpose behind the amount belongs to it") {
    const std::string text = "Zinc Oxide 5.0% ........ Sunscreen\nAqua";
    Tokens tokens = scan(text);
    const auto amounts = find_amounts(text, tokens, program().vocabulary());
    REQUIRE(amounts.size() == 1);
    CHECK(std::string(text.substr(tokens[amounts[0].to].from)) == "Aqua");
}
