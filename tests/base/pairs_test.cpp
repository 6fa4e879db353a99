#include "base/pairs.h"

#include <string>

#include <doctest/doctest.h>

using namespace incilint;

TEST_CASE("pairs are found wherever they stand") {
    for (std::size_t size = 0; size < 70; ++size) {
        for (std::size_t place = 0; place + 1 < size; ++place) {
            std::string text(size, ',');
            text[place + 1] = ' ';
            std::vector<std::uint32_t> at;
            base::find_pairs(text, ',', ' ', at);
            CHECK(at == std::vector<std::uint32_t>{static_cast<std::uint32_t>(place)});
        }
        std::vector<std::uint32_t> none;
        base::find_pairs(std::string(size, ' '), ',', ' ', none);
        CHECK(none.empty());
    }
    std::vector<std::uint32_t> at;
    base::find_pairs("Aqua, Talc,Mica , Inulin, ", ',', ' ', at);
    CHECK(at == std::vector<std::uint32_t>{4, 16, 24});
}
