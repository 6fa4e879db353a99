#include "base/near.h"

#include <algorithm>
#include <random>
#include <vector>

#include <doctest/doctest.h>

using namespace incilint::base;

namespace {

/// The full matrix, as the textbook has it.
std::size_t slow_distance(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            cost[i][j] = std::min(
                {cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

}  // namespace

TEST_CASE("edit_distance agrees with the full matrix up to its limit") {
    std::mt19937 random(3);
    for (int turn = 0; turn < 20000; ++turn) {
        std::string a, b;
        for (auto i = random() % 9; i > 0; --i) a.push_back(static_cast<char>('a' + random() % 3));
        for (auto i = random() % 9; i > 0; --i) b.push_back(static_cast<char>('a' + random() % 3));
        const std::size_t limit = random() % 5;
        CAPTURE(a);
        CAPTURE(b);
        CAPTURE(limit);
        REQUIRE(edit_distance(a, b, limit) == std::min(slow_distance(a, b), limit + 1));
    }
}

TEST_CASE("nearest gives a word that a person may have meant, or none") {
    const std::vector<std::string> words = {"severity", "category", "effect", "title", "tests"};
    CHECK(nearest("serverity", words) == "severity");
    CHECK(nearest("catgeory", words) == "category");
    CHECK(nearest("titel", words) == "title");
    CHECK(nearest("test", words) == "tests");
    CHECK(nearest("effect", words) == "effect");
    CHECK(nearest("sev", words) == "severity");
    CHECK(nearest("warn", std::vector<std::string>{"error", "warning", "note"}) == "warning");
    CHECK_FALSE(nearest("tex", std::vector<std::string>{"text-a", "text-b"}).has_value());
    CHECK_FALSE(nearest("zebra", words).has_value());
    CHECK_FALSE(nearest("x", words).has_value());
    const std::vector<std::string> ties = {"abd", "abe"};
    CHECK(nearest("abc", ties) == "abd");
}
