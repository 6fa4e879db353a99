#include "match/sections.h"

#include <array>

#include <doctest/doctest.h>

using namespace incilint::match;

namespace {

constexpr std::string_view magic = "TESTFILE";

std::string sample() {
    return write_sections(magic, std::array{Section{1, "one"}, Section{7, "seven"}});
}

}  // namespace

TEST_CASE("sections come back as they were written") {
    const std::string file = sample();
    const auto sections = read_sections(magic, file);
    REQUIRE(sections);
    CHECK(section_of(*sections, 1) == "one");
    CHECK(section_of(*sections, 7) == "seven");
    CHECK(section_of(*sections, 2).empty());
    CHECK(is_intact(file));
}

TEST_CASE("a damaged file is refused or at least known to be damaged") {
    const std::string file = sample();
    for (std::size_t size = 0; size < file.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(is_intact(file.substr(0, size)));
        const auto sections = read_sections(magic, std::string_view{file}.substr(0, size));
        if (sections) CHECK(sections->size() <= 2);
    }
    for (std::size_t at = 0; at < file.size(); ++at) {
        std::string broken = file;
        broken[at] = static_cast<char>(broken[at] ^ 0x55);
        CAPTURE(at);
        const bool is_outside = at < magic.size() + 8;  // magic, version and count are checked by read_sections
        CHECK((is_outside || !is_intact(broken)));
        if (at < magic.size() + 4) CHECK_FALSE(read_sections(magic, broken));
    }
    CHECK_FALSE(read_sections("OTHERFIL", file));
}
