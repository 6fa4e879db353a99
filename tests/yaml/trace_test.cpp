#include "yaml/trace.h"

#include <string>

#include <doctest/doctest.h>

using namespace incilint;

namespace {

std::size_t origin(const std::vector<yaml::Piece>& pieces, std::size_t at) {
    yaml::Piece last = pieces.front();
    for (const yaml::Piece& piece : pieces) {
        if (piece.value <= at) last = piece;
    }
    return last.text + (at - last.value);
}

}  // namespace

TEST_CASE("each byte of a scalar leads to the byte of the file that made it") {
    // The value of key a; every letter of it must stand at its origin.
    const std::string table[] = {
        "a: Aqua, Glycerin\n",
        "\xef\xbb\xbf# é\na: Aqua,\n  Glycerin,   Parfum\n\n  Linalool   \nb: 1\n",
        "a: 'It''s Aqua,\n   B ''C'''\n",
        "a: \"Aqua, \\\"B\\\" \\\n   C\\tD,\n  E\\u00e9F \\x41 G\"\n",
        "{\"a\": \"Aqua\\/B \\ud83e\\uddfc C\\nD\"}",
        "a: |\n  Aqua,\n    B\n\n  C\nb: 1\n",
        "a: |-\n\n  Aqua,\n  B\n",
        "a: |2\n    Aqua,\n  B\n",
        "a: >\n  Aqua, B\n  C\n\n  D\n   E\n  F\n",
        "a: >-\r\n  Aqua, B\r\n  C\r\n",
        "a: |\r\n  Aqua, B\r\n  C\r\nb: 1\r\n",
        "a: &x \"Aqua, \\\"B\"\n",
        "x: &x 'Aqua, B'\na: *x\n",
        "a: !<!> Aqua, B\n",
        "a: &x ! A, B\n",
        "a: !  A",
        "a: !\n  A, B",
        "a: \u2028Aqua,\u0085 \ufeffB\n",
        "\u2028: x\na: >+\n  \u2028Aqua,\n  B\n\n\n",
        "x:\n  -\t1\na: |\n  Aqua,\n  \tB\n  \t\n  C\n",
        "a: |\n  \tAqua,\n  B\n",
        "a: >\n\n  \tAqua,\n  B\n  C\n\n  D\n",
        "a: Aqua,\n  - \tB,\n  C\n",
        "{\"b\": {\"x\": 1\n\t},\n\t\"a\": \"Aqua,\n\t\tB\"\n}",
    };
    for (const std::string& text : table) {
        CAPTURE(text);
        const auto read = yaml::parse(text, "f");
        REQUIRE(read);
        const yaml::Node* node = read->find("a");
        REQUIRE(node != nullptr);
        const auto pieces = yaml::trace(text, *node);
        for (std::size_t i = 0; i < node->text.size(); ++i) {
            const char c = node->text[i];
            CAPTURE(i);
            const std::size_t at = origin(pieces, i);
            REQUIRE(at < text.size());
            const bool escaped = text[at] == '\\';
            if (c >= 'A' && c <= 'z' && !escaped) CHECK(text[at] == c);
            if (c == ',') CHECK(text[at] == c);
        }
    }
}

TEST_CASE("pieces") {
    const std::string text = "a: \"x\\\"y\"\n";
    const auto read = yaml::parse(text, "f");
    REQUIRE(read);
    CHECK(yaml::trace(text, *read->find("a")) == std::vector<yaml::Piece>{{0, 4}, {2, 7}});
}
