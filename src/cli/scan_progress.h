// cli/scan_progress.h: how far a scan is, for a person at a terminal.
// Promises: writes to standard error only where that is a terminal that moves its cursor, CI is not set and nobody
// asked for quiet; one line no wider than the terminal, a few times a second at most, and gone at the end.
// Must not know: what is scanned.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace incilint::cli {

/// What stands in the line, the most wanted first: what does not fit into `columns` is left out. `size`: bytes of the
/// input, 0 where not known.
[[nodiscard]] std::string progress_line(std::size_t rows, std::size_t bytes, std::size_t size, double seconds,
                                        std::size_t columns);

class Progress {
  public:
    /// `wanted`: false where nobody asked for it, or where results go to the same terminal.
    Progress(std::size_t size, bool wanted);
    void show(std::size_t rows, std::size_t bytes);
    /// Takes the line away, so that something else may be said.
    void clear();

  private:
    bool on_ = false;
    bool shown_ = false;
    std::size_t size_ = 0;
    std::chrono::steady_clock::time_point begin_;
    std::chrono::steady_clock::time_point last_;
};

}  // namespace incilint::cli
