#include "report/line_hash.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>

#include <fmt/core.h>

#include "base/text.h"

namespace incilint::report {
namespace {

constexpr std::size_t window = 100;
constexpr std::uint64_t factor = 37;
constexpr char16_t end_of_file = 0xFFFF;

constexpr std::uint64_t power(std::uint64_t base, std::size_t exponent) {
    std::uint64_t out = 1;
    for (std::size_t i = 0; i < exponent; ++i) out *= base;
    return out;
}

constexpr std::uint64_t leaving = power(factor, window);

class LineHasher {
  public:
    void unit(char16_t unit) {
        // Blanks never count; the LF of a CR LF was counted as its CR.
        if (unit == u' ' || unit == u'\t' || (after_cr_ && unit == u'\n')) {
            after_cr_ = false;
            return;
        }
        after_cr_ = unit == u'\r';
        if (after_cr_) unit = u'\n';
        give();
        if (line_begins_) begun_[at_] = true;
        line_begins_ = unit == u'\n';
        roll(unit);
    }
    std::vector<std::string> finish() {
        unit(end_of_file);
        for (std::size_t i = 0; i < window; ++i) {
            give();
            roll(0);
        }
        return std::move(hashes_);
    }

  private:
    /// A line that began a window ago has its hash now.
    void give() {
        if (!begun_[at_]) return;
        begun_[at_] = false;
        const std::string hash = fmt::format("{:x}", hash_);
        hashes_.push_back(fmt::format("{}:{}", hash, ++seen_[hash]));
    }
    void roll(char16_t unit) {
        hash_ = factor * hash_ + unit - leaving * units_[at_];
        units_[at_] = unit;
        at_ = (at_ + 1) % window;
    }

    std::array<char16_t, window> units_{};
    std::array<bool, window> begun_{};
    std::size_t at_ = 0;
    std::uint64_t hash_ = 0;
    bool line_begins_ = true;
    bool after_cr_ = false;
    std::unordered_map<std::string, std::size_t> seen_;
    std::vector<std::string> hashes_;
};

}  // namespace

std::vector<std::string> line_hashes(std::string_view text) {
    LineHasher hasher;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint c = base::decode(text, at);
        at += c.length;
        if (c.value < 0x10000) {
            hasher.unit(static_cast<char16_t>(c.value));
            continue;
        }
        hasher.unit(static_cast<char16_t>(0xD800 + ((c.value - 0x10000) >> 10)));
        hasher.unit(static_cast<char16_t>(0xDC00 + ((c.value - 0x10000) & 0x3FF)));
    }
    return hasher.finish();
}

}  // namespace incilint::report
