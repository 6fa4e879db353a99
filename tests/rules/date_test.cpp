#include "rules/date.h"

#include <doctest/doctest.h>

using namespace incilint::rules;

TEST_CASE("days are read in one form, and only those that exist") {
    for (const char* good : {"2022-03-01", "2024-02-29", "2000-02-29", "2026-12-31", "1000-01-01"}) {
        CAPTURE(good);
        REQUIRE(date_named(good));
        CHECK(word(*date_named(good)) == good);
    }
    for (const char* bad : {"", "2022-3-01", "2022-03-1", "2023-02-29", "1900-02-29", "2022-13-01", "2022-00-10",
                            "2022-04-31", "2022-01-00", "0999-01-01", "01-03-2022", "2022/03/01", "2022-03-01 ",
                            "+022-03-01", "2022-03-01T00:00", "2O22-03-01"}) {
        CAPTURE(bad);
        CHECK_FALSE(date_named(bad));
    }
    CHECK(*date_named("2022-03-01") > *date_named("2022-02-28"));
    CHECK(*date_named("2021-12-31") < *date_named("2022-01-01"));
}
