// catalog/extent.h: where a record of a delimited text begins and ends, without reading its fields.
// Promises: row starts are never guessed: quotes are followed from the first byte on; the same records whatever the
// pieces a text comes in; linear time, for what an open quote swallowed holds no quote that could stay open again.
// Must not know: what is in the fields, files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "catalog/index.h"

namespace incilint::catalog {

/// A record, a blank line, a record that swallows what follows it (an open quote, a row that is too long), or more
/// bytes are needed to tell.
enum class Found : std::uint8_t { record, blank, runaway, more };

struct Extent {
    Found found = Found::more;
    std::size_t end = 0;       ///< byte of the line end (or of the end of the text)
    std::size_t next = 0;      ///< byte after the line end
    std::size_t fault_at = 0;  ///< runaway: the last quote that opened, else the beginning of the record
    bool too_long = false;     ///< runaway: the limit was hit, not the end of the text
};

/// Follows the records of one text from the first on. A runaway gives up its line; reading goes on behind it.
class ExtentFinder {
  public:
    ExtentFinder(char delimiter, std::size_t most_bytes, Isa isa = best_isa())
        : delimiter_(delimiter), most_bytes_(most_bytes), isa_(isa) {}
    /// Records are lines: no byte is a quote or a delimiter.
    [[nodiscard]] static ExtentFinder lines(std::size_t most_bytes, Isa isa = best_isa()) {
        ExtentFinder out('\n', most_bytes, isa);
        out.quote_ = '\n';
        return out;
    }

    /// The record at `at`. `last`: the text ends the stream. A runaway whose line end is not in the text has
    /// `next` = npos: all bytes up to the next line end belong to it.
    [[nodiscard]] Extent find(std::string_view text, std::size_t at, bool last) const;

    [[nodiscard]] char delimiter() const { return delimiter_; }
    [[nodiscard]] std::size_t most_bytes() const { return most_bytes_; }
    [[nodiscard]] Isa isa() const { return isa_; }

  private:
    enum class State : std::uint8_t { line_end, outside, open_quote };
    struct Followed {
        State state{};
        std::size_t at = 0;        ///< byte of the line end, or the end of the text
        std::size_t fault_at = 0;  ///< the last quote that opened, else the beginning of the record
    };
    [[nodiscard]] Followed follow(std::string_view text, std::size_t at) const;
    [[nodiscard]] Extent ended(std::string_view text, std::size_t at, std::size_t end, bool last) const;
    [[nodiscard]] Extent runaway(std::string_view text, std::size_t at, std::size_t fault_at, bool last) const;

    char quote_ = '"';
    char delimiter_;
    std::size_t most_bytes_;
    Isa isa_;
};

/// Byte after the line end that stands at or after `at`; `end` gets the byte of the line end itself. Where there is
/// none both are text.size().
[[nodiscard]] std::size_t line_after(std::string_view text, std::size_t at, std::size_t& end);

}  // namespace incilint::catalog
