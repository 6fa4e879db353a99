#include "base/byte_mask.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace incilint;

namespace {

std::vector<std::size_t> places(std::string_view text, char mark) {
    std::vector<std::size_t> out;
    for (std::size_t at = 0; at < text.size(); at += base::mask_bytes) {
        const std::uint64_t mask = base::byte_mask(text, at, mark);
        for (std::size_t i = 0; i < base::mask_bytes; ++i)
            if ((mask >> i & 1U) != 0) out.push_back(at + i);
    }
    return out;
}

}  // namespace

TEST_CASE("a byte is found wherever it stands, and none behind the text") {
    for (std::size_t size = 0; size < 150; ++size) {
        const std::string beyond(size + 70, ',');
        CHECK(places(std::string_view(beyond).substr(0, size), ',').size() == size);
        CHECK(places(std::string(size, ' '), ',').empty());
        for (std::size_t place = 0; place < size; ++place) {
            std::string text(size, ' ');
            text[place] = ',';
            CHECK(places(text, ',') == std::vector<std::size_t>{place});
        }
    }
    CHECK(places("Aqua, Talc,Mica , Inulin, ", ',') == std::vector<std::size_t>{4, 10, 16, 24});
}
