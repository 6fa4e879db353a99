// cli/scan_progress.h: how far a scan is, for a person at a terminal.
// Promises: writes to standard error only where that is a terminal, CI is not set and nobody asked for quiet; a few
// times a second at most. Must not know: what is scanned.
#pragma once

#include <chrono>
#include <cstddef>

namespace incilint::cli {

class Progress {
  public:
    /// `size`: bytes of the input, 0 where not known.
    Progress(std::size_t size, bool quiet);
    void show(std::size_t rows, std::size_t bytes);
    /// Takes the line away.
    void clear();

  private:
    bool on_ = false;
    bool shown_ = false;
    std::size_t size_ = 0;
    std::chrono::steady_clock::time_point begin_;
    std::chrono::steady_clock::time_point last_;
};

}  // namespace incilint::cli
