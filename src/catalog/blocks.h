// catalog/blocks.h: cuts the stream of a CSV (TSV, …) into blocks of whole records, in constant memory.
// Promises: the same records, rejects, lines and numbers as catalog/rows.h finds in the whole text, whatever the sizes
// of blocks and reads; memory is bound by one block and two rows of the most that a row may have.
// Must not know: ingredients, files, encodings (the text is UTF-8, or rows of it are rejected).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "catalog/fill.h"
#include "catalog/rows.h"

namespace incilint::catalog {

/// A record that was given up, with its bytes as far as they are kept.
struct Gap {
    Reject reject;  ///< spans and places are bytes of the whole text
    std::string raw;
};

/// Whole records of a catalog, and how much stands in front of them.
struct Block {
    std::string text;
    std::size_t offset = 0;   ///< bytes of the text in front of it
    std::uint32_t line = 1;   ///< physical line of its first byte
    std::size_t records = 0;  ///< records in front of it
    std::optional<Gap> gap;   ///< a record behind the text that runs away
};

/// Most bytes of a rejected record that are kept.
inline constexpr std::size_t most_raw_bytes = std::size_t{64} << 10;

struct BlockOptions {
    char likely_delimiter = ',';
    std::size_t max_row_bytes = RowReader::default_max_row_bytes;
    std::size_t block_bytes = std::size_t{256} << 10;
    bool json_lines = false;   ///< records are lines that hold JSON objects; headers are the keys of the first ones
    bool as_it_comes = false;  ///< cut what a read gives, do not wait for a full block; only the header is looked at
    Isa isa = best_isa();
};

class BlockReader {
  public:
    /// Reads as far as the header. The fault of a header that cannot be read has code `row/…`, no header
    /// `catalog/empty`.
    [[nodiscard]] static base::Expected<BlockReader> open(Fill fill, const std::string& file,
                                                          const BlockOptions& options);

    [[nodiscard]] const Row& header() const { return header_; }
    [[nodiscard]] char delimiter() const { return finder_.delimiter(); }
    /// False: there are no more records. An error of the stream comes after what could be read.
    [[nodiscard]] base::Expected<bool> next(Block& out);
    /// Bytes of text that were handed out.
    [[nodiscard]] std::size_t bytes() const { return offset_; }

  private:
    BlockReader(Fill fill, const BlockOptions& options, ExtentFinder finder)
        : fill_(std::move(fill)), options_(options), finder_(finder) {}
    [[nodiscard]] base::Expected<bool> more(std::size_t bytes);
    [[nodiscard]] base::Expected<bool> find_header(const std::string& file);
    [[nodiscard]] base::Expected<bool> find_keys(const std::string& file);
    [[nodiscard]] base::Expected<bool> skip_line(std::size_t& line_end);
    void drop(std::size_t bytes);
    void take(Block& out, std::size_t bytes);
    [[nodiscard]] Gap gap_of(const Extent& extent, std::size_t at);

    Fill fill_;
    BlockOptions options_;
    ExtentFinder finder_;
    std::string buffer_;
    bool last_ = false;  ///< the stream has ended
    std::size_t offset_ = 0;
    std::uint32_t line_ = 1;
    std::size_t records_ = 0;
    Row header_;
};

}  // namespace incilint::catalog
