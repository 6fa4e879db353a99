// base/bytes.h: writes and reads flat images: little-endian numbers, counted strings, offset tables.
// Promises: a Reader never leaves its bytes; once it met a fault it stays failed and reads zeros; the same values give
// the same bytes on every machine.
// Must not know: what an image holds.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace incilint::base {

/// Appends little-endian values to a growing string of bytes.
class ByteWriter {
  public:
    /// So many bytes will come: one block of memory holds them.
    void reserve(std::size_t size) { out_.reserve(size); }
    void u8(std::uint8_t value) { out_.push_back(static_cast<char>(value)); }
    void u16(std::uint16_t value);
    void u32(std::uint32_t value);
    void u64(std::uint64_t value);
    void f64(double value);
    /// u32 length, then the bytes.
    void text(std::string_view value);
    void raw(std::string_view value) { out_.append(value); }
    /// Pads with zeros to a multiple of `alignment` bytes.
    void align(std::size_t alignment);
    [[nodiscard]] std::size_t size() const { return out_.size(); }
    /// Overwrites four bytes written before at `at`.
    void patch_u32(std::size_t at, std::uint32_t value);
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

/// Reads what a ByteWriter wrote, from bytes that may be damaged.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}
    [[nodiscard]] std::uint8_t u8();
    [[nodiscard]] std::uint16_t u16();
    [[nodiscard]] std::uint32_t u32();
    [[nodiscard]] std::uint64_t u64();
    [[nodiscard]] double f64();
    [[nodiscard]] std::string_view text();
    [[nodiscard]] std::string_view raw(std::size_t size);
    void seek(std::size_t at);
    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] bool failed() const { return failed_; }

  private:
    [[nodiscard]] bool has(std::size_t size);
    std::string_view bytes_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

/// A little-endian number at a byte offset, without bounds check: for images whose bounds were checked when opened.
/// Inline, because every look-up in an image runs on it.
template <class T>
[[nodiscard]] inline T load(std::string_view bytes, std::size_t at) {
    T value{};
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(&value, bytes.data() + at, sizeof(T));
    } else {
        for (std::size_t i = 0; i < sizeof(T); ++i)
            value = static_cast<T>(value | static_cast<T>(T{static_cast<unsigned char>(bytes[at + i])} << (8 * i)));
    }
    return value;
}
[[nodiscard]] inline std::uint16_t load_u16(std::string_view bytes, std::size_t at) {
    return load<std::uint16_t>(bytes, at);
}
[[nodiscard]] inline std::uint32_t load_u32(std::string_view bytes, std::size_t at) {
    return load<std::uint32_t>(bytes, at);
}
[[nodiscard]] inline std::uint64_t load_u64(std::string_view bytes, std::size_t at) {
    return load<std::uint64_t>(bytes, at);
}

}  // namespace incilint::base
