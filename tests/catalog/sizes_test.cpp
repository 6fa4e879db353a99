// Finds of the fuzz target: bytes that were once read differently in small and in large pieces.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "read_stream.h"

using namespace incilint;

TEST_CASE("sizes: bytes are read to the same records and faults in reads and blocks of any size") {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(INCILINT_TEST_DATA "/fuzz/kept/catalog")) {
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string find((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
        if (find.size() < 3) continue;
        ++files;
        CAPTURE(entry.path().filename().string());
        // As tests/fuzz/catalog_fuzz.cpp does it: three bytes of settings stand in front.
        const auto encoding = static_cast<catalog::Encoding>(static_cast<unsigned char>(find[0]) % 8);
        const std::string_view bytes = std::string_view(find).substr(3);
        catalog::BlockOptions options;
        options.max_row_bytes = 1024;
        const std::string whole = tests::read_stream(bytes, encoding, std::size_t{1} << 20, options);
        options.isa = catalog::Isa::portable;
        for (const std::size_t piece : {1U, 2U, 3U, 7U, 64U})
            for (const std::size_t block : {1U, 5U, 35U, 256U}) {
                CAPTURE(piece);
                CAPTURE(block);
                options.block_bytes = block;
                CHECK(tests::read_stream(bytes, encoding, piece, options) == whole);
            }
    }
    CHECK(files >= 4);
}
