// catalog/unpack.h: a stream that may be packed (gzip, zstd: known by their first bytes) as the bytes inside.
// Promises: streams; all members of a gzip file and all frames of a zstd file are read; what is cut off, damaged,
// followed by other bytes, or grows beyond all measure is an error, never a short answer; what stands before damage
// comes out the same whatever the sizes of reads.
// Must not know: what the bytes mean.
#pragma once

#include <string>

#include "catalog/fill.h"

namespace incilint::catalog {

/// Bytes may grow up to this many times …
inline constexpr std::size_t most_growth = 1000;
/// … once more than this many came out.
inline constexpr std::size_t free_growth_bytes = std::size_t{256} << 20;

[[nodiscard]] Fill unpacked(Fill bytes, const std::string& file);

}  // namespace incilint::catalog
