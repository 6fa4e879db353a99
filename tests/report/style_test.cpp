#include "report/style.h"

#include <string>

#include <doctest/doctest.h>

#include "report/excerpt.h"

using namespace incilint::report;
using incilint::base::Span;

TEST_CASE("widths are those of a terminal") {
    CHECK(display_width("Aqua") == 4);
    CHECK(display_width("Crème") == 5);
    CHECK(display_width("Cre\xcc\x80me") == 5);
    CHECK(display_width("水、BG") == 6);
    CHECK(display_width("") == 0);
    CHECK(head("水水水", 5) == "水水");
    CHECK(tail("水水水", 5) == "水水");
    CHECK(head("Aqua", 10) == "Aqua");
    CHECK(tail("Aqua", 2) == "ua");
    CHECK(tail("Aqua", 0) == "");
    CHECK(padded("水", 4) == "水  ");
    CHECK(padded("Aqua", 2) == "Aqua");
}

TEST_CASE("untrusted text comes out escaped and cut") {
    CHECK(shown("a\x1b[31m") == "a\\x1b[31m");
    CHECK(shown("Aqua\nTalc") == "Aqua\\nTalc");
    CHECK(shown("Glycerin", 5) == "Glyc…");
    CHECK(shown("Talc", 4) == "Talc");
    const std::string huge(1'000'000, 'x');
    CHECK(display_width(shown(huge, 20)) == 20);
}

TEST_CASE("colour only where it is asked for") {
    CHECK(paint({}, Hue::red, "error") == "error");
    CHECK(paint({.colour = true}, Hue::red, "error") == "\x1b[1;31merror\x1b[0m");
    CHECK(paint({.colour = true}, Hue::plain, "x") == "x");
}

TEST_CASE("words are wrapped, never broken") {
    CHECK(wrapped("one two three", 9, 2) == "one two\n  three");
    CHECK(wrapped("one", 2, 0) == "one");
    CHECK(wrapped("", 10, 0) == "");
    CHECK(wrapped("supercalifragilistic a", 8, 1) == "supercalifragilistic\n a");
}

TEST_CASE("carets stand under what they mean") {
    const std::string text = "Aqua, Glycerin,\n水、Parfum, \x1bTalc\r\nMica";
    const auto at = [&](const std::string& word) {
        const std::size_t from = text.find(word);
        return excerpt(text, {from, from + word.size()}, 60);
    };
    CHECK(at("Glycerin").line == "Aqua, Glycerin,");
    CHECK(at("Glycerin").carets == "      ^^^^^^^^");
    CHECK(at("Parfum").line == "水、Parfum, \\x1bTalc");
    CHECK(at("Parfum").carets == "    ^^^^^^");
    CHECK(at("Talc").carets == "                ^^^^");
    CHECK(at("Mica").line == "Mica");
    const Excerpt empty = excerpt(text, {0, 0}, 60);
    CHECK(empty.carets == "^");
    // Over a line break: only the first line is shown and marked.
    CHECK(excerpt(text, {6, text.find("Parfum")}, 60).carets == "      ^^^^^^^^^");
    CHECK(excerpt("", {0, 0}, 60).line == "");
    CHECK(excerpt("Aqua", {40, 50}, 60).carets == "    ^");
}

TEST_CASE("long lines are cut to a window around what is meant") {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "Glycerin, ";
    const std::size_t from = text.size() / 2;
    text.insert(from, "Parfum, ");
    const Excerpt cut = excerpt(text, {from, from + 6}, 80);
    CHECK(display_width(cut.line) <= 82);
    CHECK(cut.line.starts_with("…"));
    CHECK(cut.line.ends_with("…"));
    const std::size_t caret = cut.carets.find('^');
    REQUIRE(caret != std::string::npos);
    CHECK(display_width(cut.line.substr(0, cut.line.find("Parfum"))) == caret);
    CHECK(cut.carets.size() == caret + 6);
    const Excerpt marked = excerpt(text, {0, text.size()}, 80);
    CHECK(display_width(marked.line) <= 82);
}
