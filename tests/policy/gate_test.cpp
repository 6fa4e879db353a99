#include "policy/gate.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace incilint::policy;

TEST_CASE("a gate is inclusive and says why it fails") {
    struct Case {
        Tally tally;
        FailOn fail_on;
        std::string reason;  ///< empty: passes
    };
    const std::vector<Case> cases = {
        {{0, 0, 0}, FailOn::note, ""},
        {{2, 1, 3}, FailOn::never, ""},
        {{0, 5, 5}, FailOn::error, ""},
        {{0, 0, 5}, FailOn::warning, ""},
        {{1, 0, 0}, FailOn::error, "1 finding at or above 'error': 1 error"},
        {{2, 7, 9}, FailOn::error, "2 findings at or above 'error': 2 errors"},
        {{1, 2, 9}, FailOn::warning, "3 findings at or above 'warning': 1 error, 2 warnings"},
        {{0, 0, 1}, FailOn::note, "1 finding at or above 'note': 1 note"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.reason);
        CHECK(gate(c.tally, c.fail_on).value_or("") == c.reason);
    }
}

TEST_CASE("thresholds have words") {
    for (const FailOn f : {FailOn::never, FailOn::error, FailOn::warning, FailOn::note})
        CHECK(fail_on_named(word(f)) == f);
    CHECK(!fail_on_named("info"));
    CHECK(!fail_on_named(""));
}
