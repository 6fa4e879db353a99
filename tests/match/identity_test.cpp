#include "match/identity.h"

#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "match/screening.h"

using namespace incilint::match;

TEST_CASE("fingerprints never change: baselines in other people's repositories hold them") {
    // Made by hand: SHA-256 of "incilint/v1 LENGTH:RULE LENGTH:PRODUCT LENGTH:INGREDIENT OCCURRENCE", 32 digits of it.
    CHECK(fingerprint({"harsh-surfactant/lauryl-sulfate", "labels/wash.txt", "sodium lauryl sulfate", 1}) ==
          "2e5a2e05795cb5eeab2791dc8c5dea9f");
    CHECK(fingerprint({"label/no-list", "", "", 2}) == "b64fea73553b004f70a64981e4d4e0fc");
}

TEST_CASE("what differs in any part differs in its fingerprint") {
    const std::vector<Identity> all = {
        {"a", "b", "c", 1}, {"a", "b", "c", 2}, {"a", "b", "", 1},     {"a", "", "c", 1},    {"", "b", "c", 1},
        {"ab", "", "c", 1}, {"a", "bc", "", 1}, {"a", "b 1:c", "", 1}, {"a", "b", "c 1", 1}, {"a", "b", "c", 11},
    };
    std::set<std::string> seen;
    for (const Identity& identity : all) {
        CHECK(fingerprint(identity).size() == 32);
        CHECK(seen.insert(fingerprint(identity)).second);
    }
}

TEST_CASE("points name findings that were taken out of the list, too") {
    Screening screening;
    screening.findings.resize(2);
    screening.held.resize(1);
    screening.held[0].message = "held";
    CHECK(&finding_at(screening, 1) == &screening.findings[1]);
    CHECK(finding_at(screening, 2).message == "held");
}
