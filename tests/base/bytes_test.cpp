#include "base/bytes.h"

#include <doctest/doctest.h>

using namespace incilint::base;

TEST_CASE("a reader gives back what a writer wrote, in little-endian bytes") {
    ByteWriter writer;
    writer.u8(0xab);
    writer.u16(0x1234);
    writer.u32(0xdeadbeef);
    writer.u64(0x0102030405060708);
    writer.f64(-2.5);
    writer.text("aqua");
    writer.align(8);
    const std::size_t size = writer.size();
    const std::string bytes = writer.take();
    CHECK(bytes.size() == size);
    CHECK(size % 8 == 0);
    CHECK(bytes.substr(0, 7) == "\xab\x34\x12\xef\xbe\xad\xde");

    ByteReader reader(bytes);
    CHECK(reader.u8() == 0xab);
    CHECK(reader.u16() == 0x1234);
    CHECK(reader.u32() == 0xdeadbeef);
    CHECK(reader.u64() == 0x0102030405060708);
    CHECK(reader.f64() == -2.5);
    CHECK(reader.text() == "aqua");
    CHECK_FALSE(reader.failed());
    CHECK(load_u32(bytes, 3) == 0xdeadbeef);
    CHECK(load_u16(bytes, 1) == 0x1234);
    CHECK(load_u64(bytes, 7) == 0x0102030405060708);
}

TEST_CASE("a reader never leaves its bytes and stays failed") {
    for (std::size_t size = 0; size < 8; ++size) {
        ByteReader reader(std::string_view("\x01\x01\x01\x01\x01\x01\x01\x01").substr(0, size));
        CHECK(reader.u64() == 0);
        CHECK(reader.failed());
        CHECK(reader.u8() == 0);
    }
    ByteReader counted(
        std::string_view("\xff\xff\xff\xff"
                         "ab",
                         6));
    CHECK(counted.text().empty());
    CHECK(counted.failed());
    ByteReader sought("abcd");
    sought.seek(4);
    CHECK_FALSE(sought.failed());
    sought.seek(5);
    CHECK(sought.failed());
}

TEST_CASE("patch_u32 fills in a number that was not known yet") {
    ByteWriter writer;
    writer.u32(0);
    writer.raw("xy");
    writer.patch_u32(0, 6);
    CHECK(writer.take() == std::string("\x06\0\0\0xy", 6));
}
