#include "catalog/encoding.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace incilint::catalog;
using namespace std::string_literals;

namespace {

std::string code_of(std::string bytes, Encoding encoding = Encoding::automatic) {
    const auto got = decode(std::move(bytes), "f", encoding);
    return got ? "" : got.error().code;
}

}  // namespace

TEST_CASE("text is decoded by its mark or by what was declared") {
    struct Case {
        std::string bytes;
        Encoding declared;
        std::string text;
        Encoding found;
    };
    const std::vector<Case> cases = {
        {"Aqua", Encoding::automatic, "Aqua", Encoding::utf8},
        {"", Encoding::automatic, "", Encoding::utf8},
        {"\xef\xbb\xbf"
         "Cr\xc3\xa8me",
         Encoding::automatic, "Crème", Encoding::utf8},
        {"\xef\xbb\xbf\xef\xbb\xbf"
         "A",
         Encoding::automatic,
         "\xef\xbb\xbf"
         "A",
         Encoding::utf8},
        {"\xff\xfe"
         "A\0\xe8\0"s,
         Encoding::automatic, "Aè", Encoding::utf16le},
        {"\xfe\xff\0A\0\xe8"s, Encoding::automatic, "Aè", Encoding::utf16be},
        {"\xff\xfe\x3d\xd8\x00\xde"s, Encoding::automatic, "\xf0\x9f\x98\x80", Encoding::utf16le},
        {"\xff\xfe\0\0A\0\0\0"s, Encoding::automatic, "A", Encoding::utf32le},
        {"\0\0\xfe\xff\0\0\0A"s, Encoding::automatic, "A", Encoding::utf32be},
        {"A\0q\0"s, Encoding::utf16le, "Aq", Encoding::utf16le},
        {"Cr\xe8me \x80", Encoding::cp1252, "Crème €", Encoding::cp1252},
        {"Cr\xe8me", Encoding::latin1, "Crème", Encoding::latin1},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const auto got = decode(c.bytes, "f", c.declared);
        REQUIRE(got);
        CHECK(got->text == c.text);
        CHECK(got->encoding == c.found);
    }
}

TEST_CASE("what is no text is refused with the reason") {
    CHECK(code_of("\x1f\x8b\x08\0"s) == "encoding/binary");
    CHECK(code_of("PK\x03\x04"
                  "abc") == "encoding/binary");
    CHECK(code_of("\x89PNG\r\n\x1a\n") == "encoding/binary");
    CHECK(code_of(std::string(4096, '\0')) == "encoding/binary");
    CHECK(code_of("A\0q\0u\0a\0"s) == "encoding/no-mark");
    CHECK(code_of("\0A\0q\0u\0a"s) == "encoding/no-mark");
    CHECK(code_of("\xff\xfe"
                  "A\0q"s) == "encoding/ill-formed-utf-16le");
    CHECK(code_of("\xff\xfe\x00\xd8"
                  "A\0"s) == "encoding/ill-formed-utf-16le");
    CHECK(code_of("\xff\xfe"
                  "A\0"s,
                  Encoding::cp1252) == "encoding/contradiction");
    CHECK(code_of("A\x81", Encoding::cp1252) == "encoding/ill-formed-cp1252");
    for (const char* bad : {"\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82", "\xff"}) {
        CAPTURE(bad);
        CHECK(code_of("Aqua "s + bad) == "encoding/ill-formed-utf-8");
    }
}

TEST_CASE("an ill-formed byte is told with its place and a way out") {
    const auto got = decode("Aqua,\nCr\xe8me", "label.txt", Encoding::automatic);
    REQUIRE(!got);
    CHECK(got.error().where == incilint::base::Where{"label.txt", 2, 3});
    CHECK(got.error().text == "byte 0xE8 at offset 8 is not UTF-8");
    CHECK(got.error().hint.find("--encoding cp1252") != std::string::npos);
}

TEST_CASE("a NUL is told with its place") {
    CHECK(!find_nul("Aqua", "f"));
    const auto nul = find_nul("A\nq\0"s, "f");
    REQUIRE(nul);
    CHECK(nul->where == incilint::base::Where{"f", 2, 2});
}

TEST_CASE("encodings are named without case") {
    CHECK(encoding_named("UTF-16LE") == Encoding::utf16le);
    CHECK(encoding_named("windows-1252") == Encoding::cp1252);
    CHECK(encoding_named("auto") == Encoding::automatic);
    CHECK(!encoding_named("ebcdic"));
}
