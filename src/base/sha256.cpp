#include <bit>

#include "base/hash.h"

namespace incilint::base {
namespace {

/// FIPS 180-4, 4.2.2: fractional parts of the cube roots of the first 64 primes.
constexpr std::array<std::uint32_t, 64> round_constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using State = std::array<std::uint32_t, 8>;

std::uint32_t big_endian(std::string_view block, std::size_t at) {
    const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<std::uint8_t>(block[at + i])}; };
    return byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3);
}

void compress(State& state, std::string_view block) {
    std::array<std::uint32_t, 64> words{};
    for (std::size_t i = 0; i < 16; ++i) words[i] = big_endian(block, i * 4);
    for (std::size_t i = 16; i < 64; ++i) {
        const std::uint32_t a = words[i - 15];
        const std::uint32_t b = words[i - 2];
        words[i] = words[i - 16] + words[i - 7] + (std::rotr(a, 7) ^ std::rotr(a, 18) ^ a >> 3) +
                   (std::rotr(b, 17) ^ std::rotr(b, 19) ^ b >> 10);
    }
    auto [a, b, c, d, e, f, g, h] = state;
    std::size_t i = 0;
    // The names go round with the rounds, eight of which bring them back: nothing is moved from one to the next.
    const auto round = [&](std::uint32_t x, std::uint32_t y, std::uint32_t z, std::uint32_t& to, std::uint32_t u,
                           std::uint32_t v, std::uint32_t w, std::uint32_t& last) {
        last += (std::rotr(u, 6) ^ std::rotr(u, 11) ^ std::rotr(u, 25)) + (w ^ (u & (v ^ w))) + round_constants[i] +
                words[i];
        ++i;
        to += last;
        last += (std::rotr(x, 2) ^ std::rotr(x, 13) ^ std::rotr(x, 22)) + ((x & y) | (z & (x | y)));
    };
    while (i < 64) {
        round(a, b, c, d, e, f, g, h);
        round(h, a, b, c, d, e, f, g);
        round(g, h, a, b, c, d, e, f);
        round(f, g, h, a, b, c, d, e);
        round(e, f, g, h, a, b, c, d);
        round(d, e, f, g, h, a, b, c);
        round(c, d, e, f, g, h, a, b);
        round(b, c, d, e, f, g, h, a);
    }
    const State now = {a, b, c, d, e, f, g, h};
    for (std::size_t k = 0; k < 8; ++k) state[k] += now[k];
}

}  // namespace

std::array<std::uint8_t, 32> sha256(std::string_view bytes) {
    State state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::size_t at = 0;
    for (; bytes.size() - at >= 64; at += 64) compress(state, bytes.substr(at, 64));

    std::string tail(bytes.substr(at));
    tail.push_back('\x80');
    while (tail.size() % 64 != 56) tail.push_back('\0');
    const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
    for (int shift = 56; shift >= 0; shift -= 8) tail.push_back(static_cast<char>(bits >> shift & 0xff));
    for (std::size_t i = 0; i < tail.size(); i += 64) compress(state, std::string_view(tail).substr(i, 64));

    std::array<std::uint8_t, 32> digest{};
    for (std::size_t i = 0; i < 32; ++i)
        digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)) & 0xff);
    return digest;
}

std::string sha256_hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(64);
    for (const std::uint8_t byte : sha256(bytes)) {
        out.push_back(digits[byte >> 4]);
        out.push_back(digits[byte & 15]);
    }
    return out;
}

}  // namespace incilint::base
