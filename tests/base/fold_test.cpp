#include "base/fold.h"

#include <random>

#include <doctest/doctest.h>

#include "base/text.h"

using namespace incilint::base;

TEST_CASE("fold makes one text of what looks or reads the same") {
    struct Row {
        std::string_view text, folded;
    };
    const Row rows[] = {
        {"SODIUM Lauryl", "sodium lauryl"},
        {"Ma\xc3\xafs", "ma\xc3\xafs"},
        {"Mai\xcc\x88s", "ma\xc3\xafs"},                               // decomposed
        {"\xef\xbc\xa1\xef\xbd\x91\xef\xbd\x95\xef\xbd\x81", "aqua"},  // full-width
        {"\xef\xac\x81sh", "fish"},                                    // ligature
        {"Wei\xc3\x9f", "weiss"},
        {"H\xe2\x82\x82O", "h2o"},
        {"so\xc2\xad"
         "dium\xe2\x80\x8b",
         "sodium"},  // soft hyphen, zero-width space
        {"\xd0\x92\xd0\x9e\xd0\x94\xd0\x90", "\xd0\xb2\xd0\xbe\xd0\xb4\xd0\xb0"},
        {"a\xff"
         "b",
         "a\xef\xbf\xbd"
         "b"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(fold(row.text) == row.folded);
    }
}

TEST_CASE("folding twice changes nothing: every code point alone and between letters") {
    for (char32_t value = 0; value <= 0x10ffff; ++value) {
        if (value >= 0xd800 && value <= 0xdfff) continue;
        std::string text = "a";
        append(text, value);
        text +=
            "\xcc\x81"
            "b";
        const std::string once = fold(text);
        if (fold(once) != once) FAIL("code point ", static_cast<unsigned>(value));
    }
}

TEST_CASE("folding twice changes nothing: random bytes and random marks") {
    std::mt19937 random(11);
    for (int turn = 0; turn < 3000; ++turn) {
        std::string text;
        for (auto i = random() % 60; i > 0; --i) {
            if (turn % 2 == 0) {
                text.push_back(static_cast<char>(random() & 0xff));
            } else {
                const auto value = random() % 4 == 0 ? random() % 0x3000 : 0x300 + random() % 0x60;
                append(text, static_cast<char32_t>(value));
            }
        }
        const std::string once = fold(text);
        CHECK(fold(once) == once);
        CHECK_FALSE(first_ill_formed(once).has_value());
    }
}

TEST_CASE("a run of combining marks costs linear time") {
    std::string text = "a";
    for (int i = 0; i < 300000; ++i) text += i % 2 == 0 ? "\xcc\x81" : "\xcc\xa3";
    CHECK(fold(text).size() < 200);
}

TEST_CASE("folds_as_ascii is true only where folding is lower-casing") {
    CHECK(folds_as_ascii("PEG-40"));
    CHECK(folds_as_ascii(""));
    CHECK_FALSE(folds_as_ascii("a\xc2\xa0"));
}
