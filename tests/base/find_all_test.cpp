#include "base/find_all.h"

#include <string>

#include <doctest/doctest.h>

using namespace incilint;

TEST_CASE("a byte is found wherever it stands") {
    std::vector<std::uint32_t> at{7, 7, 7};
    for (std::size_t size = 0; size < 70; ++size) {
        for (std::size_t place = 0; place < size; ++place) {
            std::string text(size, ' ');
            text[place] = ',';
            base::find_all(text, ',', at);
            CHECK(at == std::vector<std::uint32_t>{static_cast<std::uint32_t>(place)});
        }
        base::find_all(std::string(size, ' '), ',', at);
        CHECK(at.empty());
        base::find_all(std::string(size, ','), ',', at);
        CHECK(at.size() == size);
    }
    base::find_all("Aqua, Talc,Mica , Inulin, ", ',', at);
    CHECK(at == std::vector<std::uint32_t>{4, 10, 16, 24});
}
