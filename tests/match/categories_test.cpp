// Every name of tests/golden/categories.test, through the default program.
#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "builtin/builtin.h"
#include "match/matcher.h"

using namespace incilint;

namespace {

/// "a, b" in order of the alphabet; "none" is nothing.
std::vector<std::string> list_of(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty() && text != "none") {
        const std::size_t end = std::min(text.find(", "), text.size());
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

TEST_CASE("names have the categories that were written down for them") {
    constexpr std::string_view arrow = " => ";
    constexpr std::size_t least = 400;
    const auto program = builtin::program();
    REQUIRE(program.has_value());
    const match::Matcher matcher(*program);
    std::ifstream file(std::string(INCILINT_TEST_DATA) + "/golden/categories.test");
    std::size_t names = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        CAPTURE(line);
        const std::size_t at = line.find(arrow);
        REQUIRE(at != std::string::npos);
        const match::Resolved resolved = matcher.resolve(line.substr(0, at), {});
        CHECK(resolved.listed_in == list_of(std::string_view(line).substr(at + arrow.size())));
        ++names;
    }
    CHECK(names >= least);
}
