// catalog/index.h: finds the bytes that cut a text into fields and lines, many bytes at a time.
// Promises: every instruction set gives the same answer; reads no byte past the text.
// Must not know: what the bytes mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace incilint::catalog {

/// Ways to look; `portable` works on every machine, the others where best_isa says so.
enum class Isa : std::uint8_t { portable, sse2, avx2 };
[[nodiscard]] Isa best_isa();

/// The bytes that are looked for; two of them may be the same.
struct Marks {
    char a = 0;
    char b = 0;
    char c = 0;
};

/// The first byte at or after `at` that is one of the marks; text.size() where none is.
[[nodiscard]] std::size_t next_mark(std::string_view text, std::size_t at, Marks marks, Isa isa);

/// Number of line ends: LF, CR LF (once), CR alone. A CR at the very end of the text counts.
[[nodiscard]] std::size_t count_line_ends(std::string_view text, Isa isa);

/// As base::first_ill_formed, but quick over plain ASCII.
[[nodiscard]] std::optional<std::size_t> find_ill_formed(std::string_view text);

}  // namespace incilint::catalog
