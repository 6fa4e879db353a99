#include "base/bytes.h"

#include <array>
#include <bit>

namespace incilint::base {
namespace {

template <class Number>
void put(std::string& out, Number value) {
    std::array<char, sizeof(Number)> bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>((std::uint64_t{value} >> (8 * i)) & 0xff);
    out.append(bytes.data(), bytes.size());
}

}  // namespace

void ByteWriter::u16(std::uint16_t value) {
    put(out_, value);
}
void ByteWriter::u32(std::uint32_t value) {
    put(out_, value);
}
void ByteWriter::u64(std::uint64_t value) {
    put(out_, value);
}
void ByteWriter::f64(double value) {
    put(out_, std::bit_cast<std::uint64_t>(value));
}

void ByteWriter::text(std::string_view value) {
    u32(static_cast<std::uint32_t>(value.size()));
    raw(value);
}

void ByteWriter::align(std::size_t alignment) {
    while (out_.size() % alignment != 0) out_.push_back('\0');
}

void ByteWriter::patch_u32(std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) out_.at(at + i) = static_cast<char>((value >> (8 * i)) & 0xff);
}

bool ByteReader::has(std::size_t size) {
    if (failed_ || size > bytes_.size() - at_) failed_ = true;
    return !failed_;
}

std::string_view ByteReader::raw(std::size_t size) {
    if (!has(size)) return {};
    const std::string_view found = bytes_.substr(at_, size);
    at_ += size;
    return found;
}

std::uint8_t ByteReader::u8() {
    return has(1) ? static_cast<std::uint8_t>(bytes_[at_++]) : std::uint8_t{0};
}

std::uint16_t ByteReader::u16() {
    const std::string_view found = raw(2);
    return failed_ ? std::uint16_t{0} : load_u16(found, 0);
}

std::uint32_t ByteReader::u32() {
    const std::string_view found = raw(4);
    return failed_ ? 0U : load_u32(found, 0);
}

std::uint64_t ByteReader::u64() {
    const std::string_view found = raw(8);
    return failed_ ? 0U : load_u64(found, 0);
}

double ByteReader::f64() {
    return std::bit_cast<double>(u64());
}

std::string_view ByteReader::text() {
    return raw(u32());
}

void ByteReader::seek(std::size_t at) {
    if (at > bytes_.size()) {
        failed_ = true;
        return;
    }
    at_ = at;
}

}  // namespace incilint::base
