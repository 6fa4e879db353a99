#include "cli/scan_progress.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include <unistd.h>

#include "cli/output.h"

namespace incilint::cli {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds pause{200};

std::string rounded(double value) {
    return std::to_string(std::llround(value));
}

}  // namespace

Progress::Progress(std::size_t size, bool quiet) : size_(size), begin_(Clock::now()), last_(begin_) {
    const char* ci = std::getenv("CI");
    on_ = !quiet && ::isatty(2) == 1 && (!ci || *ci == '\0');
}

void Progress::show(std::size_t rows, std::size_t bytes) {
    if (!on_) return;
    const auto now = Clock::now();
    if (now - last_ < pause) return;
    last_ = now;
    shown_ = true;
    const double seconds = std::max(std::chrono::duration<double>(now - begin_).count(), 0.001);
    std::string line = "\r\x1b[K" + std::to_string(rows) + " rows, " + rounded(static_cast<double>(bytes) / 1e6) +
                       " MB, " + rounded(static_cast<double>(rows) / seconds) + " rows a second";
    if (size_ > 0 && bytes > 0 && bytes <= size_) {
        const double left = seconds * static_cast<double>(size_ - bytes) / static_cast<double>(bytes);
        line.append(", ").append(std::to_string(bytes * 100 / size_)).append(" %, ");
        line.append(rounded(left)).append(" s left");
    }
    (void)write_all(2, line);
}

void Progress::clear() {
    if (shown_) (void)write_all(2, "\r\x1b[K");
    shown_ = false;
}

}  // namespace incilint::cli
