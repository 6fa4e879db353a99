#include "catalog/index.h"

#include <string>

#include <doctest/doctest.h>

#include "base/text.h"

using namespace incilint::catalog;

TEST_CASE("every instruction set finds the same bytes") {
    std::string text;
    for (std::size_t i = 0; i < 300; ++i) text += "ab\n,\"\r\xe9\0"[(i * 7 + i / 11 + i * i / 5) % 8];
    for (std::size_t begin = 0; begin < 40; ++begin) {
        for (std::size_t size :
             {std::size_t{0}, std::size_t{1}, std::size_t{15}, std::size_t{16}, std::size_t{33}, std::size_t{200}}) {
            const std::string_view part = std::string_view(text).substr(begin, size);
            for (const Marks marks : {Marks{'"', '\n', '\r'}, Marks{'z', 'z', 'z'}, Marks{'\0', ',', '\xe9'}}) {
                for (std::size_t at = 0; at <= part.size(); ++at) {
                    const std::size_t want = next_mark(part, at, marks, Isa::portable);
                    CHECK(next_mark(part, at, marks, best_isa()) == want);
                    if (best_isa() == Isa::avx2) CHECK(next_mark(part, at, marks, Isa::sse2) == want);
                }
            }
            CHECK(count_line_ends(part, best_isa()) == count_line_ends(part, Isa::portable));
            if (best_isa() == Isa::avx2)
                CHECK(count_line_ends(part, Isa::sse2) == count_line_ends(part, Isa::portable));
        }
    }
}

TEST_CASE("line ends are LF, CR LF and CR") {
    CHECK(count_line_ends("a\nb\r\nc\rd", Isa::portable) == 3);
    CHECK(count_line_ends("\r", best_isa()) == 1);
    CHECK(count_line_ends("\r\r\n\n", best_isa()) == 3);
}

TEST_CASE("line ends of long texts are counted whole") {
    const std::string text(20000, '\n');  // more than a byte of each lane holds
    for (const Isa isa : {Isa::portable, Isa::sse2, best_isa()})
        if (isa <= best_isa()) CHECK(count_line_ends(text, isa) == text.size());
}

TEST_CASE("ill-formed bytes are found where the slow search finds them") {
    for (std::size_t pad = 0; pad < 140; ++pad) {
        for (const std::string bad : {"\xff", "\xc3", "é", "\xed\xa0\x80", "😀", "\xf0\x9f"}) {
            const std::string text = std::string(pad, 'x') + bad + std::string(pad, 'y');
            CHECK(find_ill_formed(text) == incilint::base::first_ill_formed(text));
        }
    }
}
