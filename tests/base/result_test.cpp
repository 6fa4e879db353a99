#include "base/result.h"

#include <doctest/doctest.h>

using namespace incilint::base;

namespace {

Diagnostic fault(std::string file, int line, int column, std::string text, std::string hint) {
    Diagnostic made;
    made.where.file = std::move(file);
    made.where.line = line;
    made.where.column = column;
    made.text = std::move(text);
    made.hint = std::move(hint);
    return made;
}

}  // namespace

TEST_CASE("describe says where, what and what to do, as far as known") {
    CHECK(describe(fault("rules.yaml", 3, 7, "unknown key \"tilte\"", "did you mean \"title\"?")) ==
          "rules.yaml:3:7: unknown key \"tilte\" (did you mean \"title\"?)");
    CHECK(describe(fault("rules.yaml", 3, 0, "text", "")) == "rules.yaml:3: text");
    CHECK(describe(fault("", 0, 0, "text", "")) == "text");
    CHECK(describe(fault("x\x1b.yaml", 0, 0, "a\nb", "")) == "x\\x1b.yaml: a\\nb");
}

TEST_CASE("an Expected holds a value or an error, also where both have one type") {
    const Expected<std::string, std::string> good(std::string("v"));
    const Expected<std::string, std::string> bad(Error{std::string("e")});
    REQUIRE(good.has_value());
    CHECK(*good == "v");
    REQUIRE_FALSE(bad.has_value());
    CHECK(bad.error() == "e");
}
