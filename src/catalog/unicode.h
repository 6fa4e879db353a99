// catalog/unicode.h: the plain decoders behind catalog/encoding.h.
// Promises: append UTF-8 to `out`; stop at the first fault, with what was good already in `out`; linear time.
// Must not know: byte order marks, diagnostics, files.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace incilint::catalog {

/// What is wrong with 16- or 32-bit units, and at which byte; empty `what`: nothing.
struct UnitFault {
    std::string_view what;
    std::size_t at = 0;
};

[[nodiscard]] UnitFault utf16_to_utf8(std::string_view bytes, bool big_endian, std::string& out);
[[nodiscard]] UnitFault utf32_to_utf8(std::string_view bytes, bool big_endian, std::string& out);
/// The offset of the first of the five bytes that Windows-1252 leaves undefined.
[[nodiscard]] std::optional<std::size_t> cp1252_to_utf8(std::string_view bytes, std::string& out);
void latin1_to_utf8(std::string_view bytes, std::string& out);

}  // namespace incilint::catalog
