#include "base/text.h"

#include <random>

#include <doctest/doctest.h>

using namespace incilint::base;

TEST_CASE("decode takes the shortest well-formed sequence and one byte of anything else") {
    struct Row {
        std::string_view text;
        char32_t value;
        int length;
        bool valid;
    };
    const Row rows[] = {
        {"a", 'a', 1, true},
        {"\xc3\xa9x", 0xe9, 2, true},
        {"\xe2\x80\xa2", 0x2022, 3, true},
        {"\xf0\x9f\x98\x80", 0x1f600, 4, true},
        {"\xc0\x80", 0xfffd, 1, false},          // overlong NUL
        {"\xe0\x80\xaf", 0xfffd, 1, false},      // overlong slash
        {"\xed\xa0\x80", 0xfffd, 1, false},      // surrogate
        {"\xf4\x90\x80\x80", 0xfffd, 1, false},  // beyond U+10FFFF
        {"\xf5\x80\x80\x80", 0xfffd, 1, false},
        {"\xe2\x80", 0xfffd, 1, false},  // cut short
        {"\x80", 0xfffd, 1, false},
        {"\xff", 0xfffd, 1, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const CodePoint point = decode(row.text, 0);
        CHECK(point.value == row.value);
        CHECK(point.length == row.length);
        CHECK(point.valid == row.valid);
    }
}

TEST_CASE("append and decode are each other's inverse on every scalar value") {
    for (char32_t value = 0; value <= 0x10ffff; ++value) {
        std::string text;
        append(text, value);
        const CodePoint point = decode(text, 0);
        const bool surrogate = value >= 0xd800 && value <= 0xdfff;
        const bool good =
            point.value == (surrogate ? char32_t{0xfffd} : value) && point.length == text.size() && point.valid;
        if (!good) FAIL("value ", static_cast<unsigned>(value));
    }
}

TEST_CASE("first_ill_formed") {
    CHECK_FALSE(first_ill_formed("").has_value());
    CHECK_FALSE(first_ill_formed("Aqua, Kakaobutter \xc3\xa9").has_value());
    CHECK(first_ill_formed("ab\xff").value() == 2);
    CHECK(first_ill_formed("\xc3\xa9\xc3").value() == 2);
}

TEST_CASE("LineIndex counts lines as people do, columns in code points") {
    const std::string_view text = "ab\n\xc3\xa9\xe2\x80\xa2z\r\nlast\rx\n";
    const LineIndex index(text);
    CHECK(index.lines() == 5);
    CHECK(index.at(0) == Position{1, 1});
    CHECK(index.at(2) == Position{1, 3});
    CHECK(index.at(3) == Position{2, 1});
    CHECK(index.at(5) == Position{2, 2});
    CHECK(index.at(8) == Position{2, 3});
    CHECK(index.at(11) == Position{3, 1});
    CHECK(index.at(16) == Position{4, 1});
    CHECK(index.at(text.size()) == Position{5, 1});
    CHECK(index.at(9999) == Position{5, 1});
    CHECK(index.line(1) == "ab");
    CHECK(index.line(2) == "\xc3\xa9\xe2\x80\xa2z");
    CHECK(index.line(3) == "last");
    CHECK(index.line(4) == "x");
    CHECK(index.line(5).empty());
    CHECK(index.line(0).empty());
    CHECK(index.line(6).empty());
    CHECK(LineIndex("").at(0) == Position{1, 1});
}

TEST_CASE("LineIndex counts columns of long lines alike from their stops") {
    std::string text = "short\n";
    for (int i = 0; i < 3000; ++i) text += i % 7 == 0 ? "\xc3\xa9" : i % 11 == 0 ? "\xff" : "a";
    text += "\n" + std::string(2000, 'b');
    const LineIndex index(text);
    std::uint32_t column = 1;
    for (std::size_t at = 6; text[at] != '\n'; at += decode(text, at).length, ++column)
        REQUIRE(index.at(at) == Position{2, column});
    CHECK(column == 3001);
    CHECK(index.at(text.size()) == Position{3, 2001});
}

TEST_CASE("trim removes white space of every width, and nothing else") {
    CHECK(trim("  a b \t\r\n") == "a b");
    CHECK(trim("\xc2\xa0\xe3\x80\x80"
               "Aqua\xe2\x80\x83") == "Aqua");
    CHECK(trim(" \xe3\x80\x80 ").empty());
    CHECK(trim("").empty());
    CHECK(trim("\xa0 a") == "\xa0 a");  // an ill-formed byte is no white space
    CHECK(trim("a \x80") == "a \x80");
    CHECK(trim("xx  yy  zz", Span{2, 8}) == Span{4, 6});
}

TEST_CASE("kinds of characters") {
    CHECK(is_letter('Q'));
    CHECK(is_letter(0x416));
    CHECK(is_letter(0x6c34));
    CHECK_FALSE(is_letter('1'));
    CHECK_FALSE(is_letter('-'));
    CHECK(is_digit('7'));
    CHECK(is_digit(0x0663));
    CHECK_FALSE(is_digit(0xb2));
    CHECK(is_upper(0x160));
    CHECK_FALSE(is_upper('a'));
    CHECK(is_space(0xa0));
    CHECK(is_space(0x3000));
    CHECK_FALSE(is_space(0x200b));
    CHECK(is_invisible(0x200b));
    CHECK(is_invisible(0x202e));
    CHECK(is_invisible(0xe0041));
    CHECK_FALSE(is_invisible('a'));
    CHECK_FALSE(is_invisible(0x416));
}

TEST_CASE("printable shows what a terminal must not act on") {
    CHECK(printable("Aqua \xc3\xa9") == "Aqua \xc3\xa9");
    CHECK(printable("a\x1b[31m") == "a\\x1b[31m");
    CHECK(printable("\x7f") == "\\x7f");
    CHECK(printable("\xc2\x9b") == "\\x9b");
    CHECK(printable("\xe2\x80\xae") == "\\u{202e}");
    CHECK(printable("\xf3\xa0\x81\x81") == "\\u{e0041}");
    CHECK(printable("a\xff") == "a\\xff");
    CHECK(printable("a\nb\tc") == "a\\nb\\tc");
    CHECK(printable("a\r\nb\rc", true) == "a\r\nb\\rc");
    CHECK(printable(std::string_view("\0", 1)) == "\\x00");
}

TEST_CASE("printable output is well-formed and holds no control character, whatever comes in") {
    std::mt19937 random(7);
    for (int turn = 0; turn < 2000; ++turn) {
        std::string text;
        for (auto i = random() % 40; i > 0; --i) text.push_back(static_cast<char>(random() & 0xff));
        const std::string shown = printable(text);
        CHECK_FALSE(first_ill_formed(shown).has_value());
        for (std::size_t at = 0; at < shown.size();) {
            const CodePoint point = decode(shown, at);
            const bool control = point.value < 0x20 || (point.value >= 0x7f && point.value < 0xa0);
            CHECK_FALSE((control || is_invisible(point.value)));
            at += point.length;
        }
    }
}
