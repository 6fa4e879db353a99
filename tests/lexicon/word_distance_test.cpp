#include <algorithm>
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "full_matrix.h"
#include "lexicon/spelling_words.h"

using namespace incilint::lexicon;

TEST_CASE("word distances are those of the full matrix") {
    std::mt19937 random(7);
    for (int turn = 0; turn < 20000; ++turn) {
        std::string a(random() % 9, 'a');
        std::string b(random() % 9, 'a');
        for (char& byte : a) byte = static_cast<char>('a' + random() % 3);
        for (char& byte : b) byte = static_cast<char>('a' + random() % 3);
        const std::size_t limit = random() % 4;
        REQUIRE(word_distance(a, b, limit) == std::min(full_matrix(a, b), limit + 1));
        // A sketch never says that a near word is far.
        const auto most = static_cast<int>(limit);
        if (full_matrix(a, b) <= limit) REQUIRE(may_be_near(sketch_of(a), sketch_of(b), most));
    }
}

TEST_CASE("sketches tell far words without their letters") {
    CHECK(!may_be_near(sketch_of("glycerin"), sketch_of("glycerines"), 1));
    CHECK(!may_be_near(sketch_of("hydrolyzed"), sketch_of("hydropathy"), 2));
    CHECK(may_be_near(sketch_of("hydrolysed"), sketch_of("hydrolyzed"), 1));
    CHECK(may_be_near(sketch_of("yy"), sketch_of("zz"), 0));  // one bit for both
}

TEST_CASE("long words that begin or end alike are as far apart as the full matrix says") {
    std::mt19937 random(13);
    for (int turn = 0; turn < 5000; ++turn) {
        std::string a(random() % (longest_misspelt + 1), 'a');
        for (char& byte : a) byte = static_cast<char>('a' + random() % 4);
        std::string b = a;
        for (std::size_t edit = 0, count = random() % 5; edit < count && !b.empty(); ++edit) {
            const std::size_t at = random() % b.size();
            const char letter = static_cast<char>('a' + random() % 4);
            const auto kind = random() % 4;
            if (kind == 0) b.erase(at, 1);
            if (kind == 1 && b.size() < longest_misspelt) b.insert(at, 1, letter);
            if (kind == 2) b[at] = letter;
            if (kind == 3 && at + 1 < b.size()) std::swap(b[at], b[at + 1]);
        }
        const std::size_t limit = random() % 4;
        CAPTURE(a);
        CAPTURE(b);
        if (full_matrix(a, b) <= limit) REQUIRE(may_be_near(sketch_of(a), sketch_of(b), static_cast<int>(limit)));
        REQUIRE(word_distance(a, b, limit) == std::min(full_matrix(a, b), limit + 1));
    }
    const std::string longest(longest_misspelt, 'a');
    CHECK(word_distance(longest, longest, 2) == 0);
    CHECK(word_distance(longest, longest + 'a', 2) == 3);
}
