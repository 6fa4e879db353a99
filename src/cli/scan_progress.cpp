#include "cli/scan_progress.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <vector>

#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/output.h"

namespace incilint::cli {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds pause{200};
constexpr std::size_t usual_columns = 80;

std::string rounded(double value) {
    return std::to_string(std::llround(value));
}

/// "45 s", "3 min 20 s", "2 h 5 min".
std::string duration(double seconds) {
    const auto whole = std::llround(std::min(seconds, 1e9));
    if (whole < 60) return std::to_string(whole) + " s";
    if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    return std::to_string(whole / 3600) + " h " + std::to_string(whole / 60 % 60) + " min";
}

std::size_t columns_of_terminal() {
    winsize size{};
    if (::ioctl(2, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual_columns;
    return size.ws_col;
}

bool is_set(const char* name) {
    const char* value = std::getenv(name);
    return value && *value != '\0';
}

bool moves_its_cursor() {
    const char* terminal = std::getenv("TERM");
    return !terminal || std::string_view(terminal) != "dumb";
}

}  // namespace

std::string progress_line(std::size_t rows, std::size_t bytes, std::size_t size, double seconds, std::size_t columns) {
    const auto read = static_cast<double>(bytes);
    const bool known = size > 0 && bytes <= size;
    seconds = std::max(seconds, 0.001);
    std::vector<std::string> parts;
    parts.push_back(std::to_string(rows) + " rows");
    if (known) parts.push_back(std::to_string(bytes * 100 / size) + " %");
    if (known && bytes > 0) parts.push_back(duration(seconds * static_cast<double>(size - bytes) / read) + " left");
    parts.push_back(rounded(read / 1e6) + (known ? " of " + rounded(static_cast<double>(size) / 1e6) : "") + " MB");
    parts.push_back(rounded(static_cast<double>(rows) / seconds) + " rows a second");
    std::string out;
    for (const std::string& part : parts) {
        const std::string_view before = out.empty() ? "" : ", ";
        if (out.size() + before.size() + part.size() > columns) break;
        out.append(before).append(part);
    }
    return out;
}

Progress::Progress(std::size_t size, bool wanted) : size_(size), begin_(Clock::now()), last_(begin_) {
    on_ = wanted && ::isatty(2) == 1 && !is_set("CI") && moves_its_cursor();
}

void Progress::show(std::size_t rows, std::size_t bytes) {
    if (!on_) return;
    const auto now = Clock::now();
    if (now - last_ < pause) return;
    last_ = now;
    shown_ = true;
    // The last column stays free: a terminal may break the line behind it.
    const double seconds = std::chrono::duration<double>(now - begin_).count();
    (void)write_all(2, "\r\x1b[K" + progress_line(rows, bytes, size_, seconds, columns_of_terminal() - 1));
}

void Progress::clear() {
    if (shown_) (void)write_all(2, "\r\x1b[K");
    shown_ = false;
}

}  // namespace incilint::cli
