#include "match/pattern.h"

#include <doctest/doctest.h>

using incilint::match::Pattern;

TEST_CASE("the literal before a pattern is one that every match holds") {
    struct Row {
        const char* pattern;
        const char* literal;
    };
    const Row rows[] = {
        {"^sodium .* sulfate$", " sulfate"},
        {"sulf(a|o)te", ""},
        {"sulfates?", "sulfate"},
        {"sulfat{2}e", "sulfa"},
        {"abc*d", "ab"},
        {"[a-c]xyz", "xyz"},
        {"(abc)?d", "d"},
        {"(?i)ABC", ""},
        {"a\\.bcd", "bcd"},
        {"\\pLabc", ""},
        {"\\x61bc", ""},
        {"[[:alpha:]]abc", ""},
        {"[\\]]abc", ""},
        {"c1[0-9]-1[0-9] olefin", " olefin"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.pattern);
        const auto pattern = Pattern::make(row.pattern);
        REQUIRE(pattern);
        CHECK(pattern->literal() == row.literal);
    }
}

TEST_CASE("patterns are searched for and may be anchored") {
    const auto pattern = Pattern::make("^c\\d+ \\d+ olefin");
    REQUIRE(pattern);
    CHECK(pattern->matches("c14 16 olefin sulfonate"));
    CHECK_FALSE(pattern->matches("sodium c14 16 olefin sulfonate"));
}

TEST_CASE("what RE2 refuses is told") {
    for (const char* text : {"(", "[z-a]", "a**", "(?=x)", "\\1"}) {
        CAPTURE(text);
        const auto pattern = Pattern::make(text);
        REQUIRE_FALSE(pattern);
        CHECK_FALSE(pattern.error().empty());
    }
}
