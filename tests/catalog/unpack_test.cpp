#include "catalog/unpack.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>
#include <zlib.h>
#include <zstd.h>

using namespace incilint;
using namespace incilint::catalog;

namespace {

std::string gzipped(const std::string& text) {
    z_stream stream{};
    REQUIRE(::deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(::deflateBound(&stream, text.size()) + 64, '\0');
    std::string in = text;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    REQUIRE(::deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(out.size() - stream.avail_out);
    ::deflateEnd(&stream);
    return out;
}

std::string zstd_packed(const std::string& text) {
    std::string out(::ZSTD_compressBound(text.size()), '\0');
    out.resize(::ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
    return out;
}

/// What comes out before a fault, and its code.
std::string unpack_all(const std::string& packed, std::size_t piece, std::size_t room) {
    Fill fill = unpacked(
        [packed, at = std::size_t{0}, piece](std::string& out, std::size_t) mutable -> base::Expected<bool> {
            const std::size_t size = std::min(piece, packed.size() - at);
            out.append(packed, at, size);
            at += size;
            return size > 0;
        },
        "f");
    std::string out;
    while (true) {
        const auto more = fill(out, room);
        if (!more) return out + "!" + more.error().code;
        if (!*more) return out;
    }
}

/// What comes out, or the code of the fault.
std::string unpack(const std::string& packed, std::size_t piece, std::size_t room) {
    std::string out = unpack_all(packed, piece, room);
    const std::size_t fault = out.rfind('!');
    return fault == out.npos ? out : out.substr(fault);
}

}  // namespace

TEST_CASE("packed streams come out whole, in any pieces") {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += std::to_string(i * 7919 % 1000) + ",\"Aqua, Talc\"\n";
    for (const std::size_t piece : {std::size_t{1}, std::size_t{100}, std::size_t{1} << 20}) {
        for (const std::size_t room : {std::size_t{1}, std::size_t{4096}, std::size_t{1} << 20}) {
            if (piece * room < 4096) continue;
            CHECK(unpack(text, piece, room) == text);
            CHECK(unpack(gzipped(text), piece, room) == text);
            CHECK(unpack(zstd_packed(text), piece, room) == text);
            CHECK(unpack(gzipped(text) + gzipped("x") + std::string(512, '\0'), piece, room) == text + "x");
            CHECK(unpack(zstd_packed(text) + zstd_packed("x"), piece, room) == text + "x");
        }
    }
}

TEST_CASE("what is cut off, damaged or followed by other bytes is an error") {
    const std::string text(5000, 'x');
    for (const std::string& packed : {gzipped(text), zstd_packed(text)}) {
        for (std::size_t size = 5; size < packed.size(); ++size)
            CHECK(unpack(packed.substr(0, size), 64, 4096).starts_with("!unpack/"));
        CHECK(unpack(packed + "garbage", 64, 4096).starts_with("!unpack/"));
    }
    std::string damaged = gzipped(text);
    damaged[damaged.size() - 6] ^= 1;
    CHECK(unpack(damaged, 64, 4096) == "!unpack/damaged");
}

TEST_CASE("what stands before damage comes out the same in any pieces") {
    std::string text;
    unsigned random = 1;
    for (int i = 0; i < 40000; ++i) text += std::to_string((random = random * 1664525U + 1013904223U) >> 8) + ",Aqua\n";
    int faults = 0;
    // Several blocks of one frame, and several members.
    std::string members;
    for (int i = 0; i < 5; ++i) members += zstd_packed(text.substr(0, 300));
    for (const std::string& packed : {gzipped(text), zstd_packed(text), gzipped("a") + gzipped(text), members}) {
        for (const std::size_t at : {packed.size() / 3, packed.size() / 2, packed.size() - packed.size() / 9}) {
            std::string damaged = packed;
            for (std::size_t i = at; i < at + 12; ++i) damaged[i] = static_cast<char>(0xff);
            const std::string cut = packed.substr(0, at);
            const std::string whole = unpack_all(damaged, std::size_t{1} << 22, std::size_t{1} << 22);
            faults += whole.rfind("!unpack/") != whole.npos ? 1 : 0;
            for (const std::size_t piece : {std::size_t{1000}, std::size_t{70000}})
                for (const std::size_t room : {std::size_t{100}, std::size_t{5000}, std::size_t{1} << 20}) {
                    CHECK((unpack_all(damaged, piece, room) == whole));
                    CHECK(
                        (unpack_all(cut, piece, room) == unpack_all(cut, std::size_t{1} << 22, std::size_t{1} << 22)));
                }
        }
    }
    CHECK(faults >= 9);  // zstd without a checksum does not see all
}

TEST_CASE("a bomb is given up") {
    CHECK(unpack(zstd_packed(std::string(free_growth_bytes + (1 << 20), '\0')), 4096, 1 << 20) == "!unpack/growth");
}
