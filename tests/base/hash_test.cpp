#include "base/hash.h"

#include <bit>
#include <set>

#include <doctest/doctest.h>

using namespace incilint::base;

TEST_CASE("hash64 is the same on every machine: these values are part of the image format") {
    CHECK(hash64("") == 11398792299036626594U);
    CHECK(hash64("a") == 7348122265504819138U);
    CHECK(hash64("aqua") == 10909145642148202007U);
    CHECK(hash64("limonene") == 14364356130498906172U);
    CHECK(hash64("sodium lauryl sulfate") == 480448703960332239U);
    CHECK(hash64("aqua", 1) == 1879218569155885949U);
}

TEST_CASE("hash64 spreads near keys of every length") {
    std::set<std::uint64_t> seen;
    std::size_t made = 0;
    std::array<int, 64> flips{};
    for (std::size_t length = 1; length <= 70; ++length) {
        const std::string text(length, 'e');
        const std::uint64_t plain = hash64(text);
        seen.insert(plain), ++made;
        for (std::size_t at = 0; at < length; ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                std::string other = text;
                other[at] = static_cast<char>(other[at] ^ (1 << bit));
                const std::uint64_t value = hash64(other);
                seen.insert(value), ++made;
                for (int out = 0; out < 64; ++out)
                    flips[static_cast<std::size_t>(out)] += (value ^ plain) >> out & 1 ? 1 : 0;
            }
        }
    }
    CHECK(seen.size() == made);
    const double turns = static_cast<double>(made) - 70;
    for (const int count : flips) {
        CHECK(count > turns * 0.46);
        CHECK(count < turns * 0.54);
    }
}

TEST_CASE("sha256 gives the digests of FIPS 180-4") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256_hex(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}
