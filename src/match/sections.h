// match/sections.h: a file of sections: a short header, a table of offsets, then flat bytes.
// Promises: the same sections give the same bytes; a damaged header or table is refused, never followed; opening reads
// the table only (the digest is checked where somebody asks for it).
// Must not know: what a section holds.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace incilint::match {

/// A run of bytes and what it is; each kind occurs at most once in a file.
struct Section {
    std::uint32_t kind = 0;
    std::string_view bytes;
};

/// Most sections a file may have, so that a damaged count cannot ask for much.
inline constexpr std::uint32_t most_sections = 64;

/// `magic` names the format (8 bytes). The header holds a 64-bit hash of everything behind it:
/// against accidents, not against malice, since a user's rules are compiled at every start.
[[nodiscard]] std::string write_sections(std::string_view magic, std::span<const Section> sections);

[[nodiscard]] base::Expected<std::vector<Section>> read_sections(std::string_view magic, std::string_view file);

/// The bytes of a kind, empty where the file has none.
[[nodiscard]] std::string_view section_of(std::span<const Section> sections, std::uint32_t kind);

/// True where the digest in the header is that of the bytes behind it. Costs a pass over the file.
[[nodiscard]] bool is_intact(std::string_view file);

}  // namespace incilint::match
