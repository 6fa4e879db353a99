#include "match/place.h"

#include <doctest/doctest.h>

using namespace incilint;
using match::Level;

namespace {

label::Product product_of(std::size_t entries) {
    label::Product product;
    product.entries.resize(entries);
    return product;
}

}  // namespace

TEST_CASE("levels follow the rank by the shares of the rule set") {
    const auto places = match::places_of(product_of(10), rules::VerdictModel{});
    const Level expected[] = {Level::top,        Level::top,        Level::top,   Level::above, Level::above,
                              Level::straddling, Level::straddling, Level::below, Level::below, Level::below};
    for (std::size_t i = 0; i < places.size(); ++i) {
        CAPTURE(i);
        CHECK(places[i].rank == i + 1);
        CHECK(places[i].count == 10);
        CHECK(places[i].level == expected[i]);
    }
}

TEST_CASE("where order means nothing there is no rank and no level") {
    auto product = product_of(4);
    product.order = label::Order::alphabetical;
    for (const auto& place : match::places_of(product, {})) {
        CHECK_FALSE(place.rank);
        CHECK(place.level == Level::unknown);
    }
    product.order = label::Order::descending;
    product.entries[3].section = label::Section::may_contain;
    const auto places = match::places_of(product, {});
    CHECK(places[2].count == 3);
    CHECK_FALSE(places[3].rank);
    CHECK(places[3].level == Level::unknown);
}

TEST_CASE("each section counts for itself, and active ones are not ranked") {
    auto product = product_of(5);
    product.entries[0].section = label::Section::active;
    for (std::size_t i = 1; i < 5; ++i) product.entries[i].section = label::Section::inactive;
    const auto places = match::places_of(product, {});
    CHECK_FALSE(places[0].rank);
    CHECK(places[1].rank == 1);
    CHECK(places[4].rank == 4);
    CHECK(places[4].count == 4);
}

TEST_CASE("a stated percent decides the level") {
    auto product = product_of(10);
    product.entries[0].percent = label::Percent{0.5, 0.5};
    product.entries[1].percent = label::Percent{0, 0.1};
    product.entries[2].percent = label::Percent{5, 10};
    product.entries[8].percent = label::Percent{2, 2};
    product.entries[9].percent = label::Percent{0.5, 5};
    const auto places = match::places_of(product, {});
    CHECK(places[0].level == Level::below);
    CHECK(places[1].level == Level::trace);
    CHECK(places[2].level == Level::top);
    CHECK(places[8].level == Level::above);
    CHECK(places[9].level == Level::straddling);
}

TEST_CASE("the parts of a blend share its rank") {
    auto product = product_of(6);
    product.entries[2].part_of_group = true;
    product.entries[3].part_of_group = true;
    const auto places = match::places_of(product, {});
    const std::uint32_t expected[] = {1, 2, 2, 2, 3, 4};
    for (std::size_t i = 0; i < places.size(); ++i) CHECK(places[i].rank == expected[i]);
    CHECK(places[0].count == 4);
}
