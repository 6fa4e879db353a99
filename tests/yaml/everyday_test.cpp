#include "yaml/everyday.h"

#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "two_readings.h"

using namespace incilint;

namespace {

/// Everyday YAML and what stands at its edge, to be mixed and damaged.
const std::vector<std::string> pieces = {
    "a: b\n",
    "key-1: some text\n",
    "  nested: 1 %\n",
    "list:\n",
    "- item\n",
    "  - item: x\n",
    "    more: y",
    "\n",
    "# comment\n",
    "  # comment\n",
    " # c",
    "[a, b c, \"d\"]",
    "\"\\n\\\\\"",
    "\"\\t\"",
    "{a: b}",
    "{a: [x, {y: z}]}",
    "[\n  a,\n  b,\n",
    "  ]\n",
    ": ",
    ":",
    "\"q\\\"x\"",
    "'it''s'",
    "- ",
    "-1",
    "null",
    "~",
    "é",
    "[]",
    "{}",
    ",",
    "? x",
    "&a ",
    "*a",
    "!t ",
    "|\n  text\n",
    ">-\n  text\n",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "<<: x\n",
    " ",
    "   ",
    "\"open",
    "'open",
    "a:b",
    "a#b",
    "x: y: z\n",
    "\"k\": v\n",
    "when: {a: 1}\n",
    "@x",
};

}  // namespace

TEST_CASE("everyday YAML is read as yaml-cpp reads it, the rest is left alone") {
    struct Row {
        std::string text;
        bool everyday;
    };
    const Row table[] = {
        {"a: 1\n", true},
        {"# c\n\na: x y # c\nb:\n  - 1\n  - k: 'it''s'\n    l: [a, \"b\\\"\", {c: d}]\n\n  # c\n  - {}\ne: []\n", true},
        {"a:\n- b\n- c: d\n  e: f\ng: h", true},
        {"a:\n  [\n    b, c d, # c\n    e,\n  ]\nf: {g: h,\n  i: [j\n  ]}\n", true},
        {"\xef\xbb\xbf"
         "é: 1\n",
         false},
        {"a: é \nb: a:b#c\n", true},
        {"a: -1\nb: (x)\nc: 1,000\n", true},
        {"", false},
        {"a:\n", false},
        {"a: b\n  c\n", false},
        {"a: \"b\n  c\"\n", false},
        {"a: |\n  b\n", false},
        {"a: &x b\n", false},
        {"a: !t b\n", false},
        {"a: ~\n", false},
        {"a: b\na: c\n", false},
        {"a: b\n c: d\n", false},
        {"a: [b\n", false},
        {"a: [b: c]\n", false},
        {"a: {b}\n", false},
        {"a: b: c\n", false},
        {"---\na: b\n", false},
        {"a: b\r\nc: # d\r\n  - 'e'\r\n  - [f,\r\n    g]\r\n\r\nh: \"i\"\r\n", true},
        {"a: [\nb]\n", false},
    };
    for (const Row& row : table) {
        CAPTURE(row.text);
        const yaml::TwoReadings read = yaml::read_twice(row.text);
        CHECK(read.everyday == row.everyday);
        CHECK(read.quick == read.thorough);
    }
}

TEST_CASE("mixed and damaged texts: either nothing or what yaml-cpp makes of them") {
    std::mt19937 dice(20260927);
    const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(dice() % bound); };
    std::size_t taken = 0;
    for (int round = 0; round < 60000; ++round) {
        std::string text;
        for (std::size_t n = 1 + below(9); n > 0; --n) text += pieces[below(pieces.size())];
        for (std::size_t at = text.find('\n'); round % 4 == 0 && at != text.npos; at = text.find('\n', at + 2))
            text.insert(at, 1, '\r');
        const yaml::TwoReadings read = yaml::read_twice(text);
        taken += read.everyday ? 1U : 0U;
        if (read.quick != read.thorough) {
            CAPTURE(text);
            CHECK(read.quick == read.thorough);
            break;
        }
    }
    CHECK(taken > 1000);
}

TEST_CASE("the built-in rules are everyday YAML; damaged copies are read as yaml-cpp reads them or not at all") {
    std::mt19937 dice(7);
    for (const std::string id :
         {"microbiome", "fragrance-allergens", "preservatives", "eu-restricted", "eu-prohibited"}) {
        std::ifstream in(std::string(INCILINT_SOURCE) + "/rules/" + id + ".yaml", std::ios::binary);
        const std::string whole{std::istreambuf_iterator<char>(in), {}};
        REQUIRE(!whole.empty());
        CAPTURE(id);
        const yaml::TwoReadings read = yaml::read_twice(whole);
        CHECK(read.everyday);
        CHECK(read.quick == read.thorough);
        const std::string head = whole.substr(0, std::min<std::size_t>(whole.size(), 6000));
        for (int round = 0; round < 300; ++round) {
            std::string text = head;
            const std::size_t at = dice() % text.size();
            const std::string other = "\n :-#[]{},'\"x";
            if (dice() % 2 == 0)
                text.erase(at, 1 + dice() % 3);
            else
                text.insert(at, 1, other[dice() % other.size()]);
            const yaml::TwoReadings damaged = yaml::read_twice(text);
            CAPTURE(at);
            REQUIRE(damaged.quick == damaged.thorough);
        }
    }
}
