#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "catalog/encoding.h"
#include "catalog/index.h"
#include "catalog/unicode.h"

namespace incilint::catalog {
namespace {

// As much as look_at() looks at: the first line, or so many bytes of it; never as much as a read happened to give.
constexpr std::size_t most_head_bytes = 8192;
constexpr std::size_t least_head_bytes = 4;

/// The part of the bytes that tells the encoding; nothing: more of them are needed.
std::optional<std::string_view> head_of(std::string_view bytes) {
    if (bytes.size() < least_head_bytes) return std::nullopt;
    const std::size_t line_end = bytes.substr(0, most_head_bytes).find('\n');
    if (line_end != bytes.npos) return bytes.substr(0, std::max(line_end + 1, least_head_bytes));
    if (bytes.size() < most_head_bytes) return std::nullopt;
    return bytes.substr(0, most_head_bytes);
}

bool is_units16(Encoding encoding) {
    return encoding == Encoding::utf16le || encoding == Encoding::utf16be;
}

/// How many of the bytes hold whole characters; the others wait for the next piece.
std::size_t whole(std::string_view bytes, Encoding encoding) {
    if (encoding == Encoding::cp1252 || encoding == Encoding::latin1) return bytes.size();
    if (!is_units16(encoding)) return bytes.size() / 4 * 4;
    const std::size_t even = bytes.size() / 2 * 2;
    if (even < 2) return even;
    const auto high = static_cast<unsigned char>(bytes[encoding == Encoding::utf16le ? even - 1 : even - 2]);
    return high >= 0xD8 && high <= 0xDB ? even - 2 : even;
}

class Decoder {
  public:
    Decoder(Fill bytes, std::string file, Encoding asked)
        : bytes_(std::move(bytes)), file_(std::move(file)), encoding_(asked) {}

    base::Expected<bool> fill(std::string& out, std::size_t bytes) {
        if (!opened_) {
            auto opened = open();
            if (!opened) return opened;
        }
        if (encoding_ == Encoding::utf8) {
            if (waiting_.empty()) return bytes_(out, bytes);
            out.append(std::exchange(waiting_, {}));
            return true;
        }
        const std::size_t before = out.size();
        while (out.size() == before) {
            // What waits is told before a fault behind it.
            std::size_t now = whole(waiting_, encoding_);
            if (now == 0) {
                auto filled = bytes_(waiting_, bytes);
                if (!filled) return filled;
                if (!*filled && waiting_.empty()) return false;
                now = *filled ? whole(waiting_, encoding_) : waiting_.size();
            }
            if (auto fault = convert(std::string_view(waiting_).substr(0, now), out, before))
                return base::Error{std::move(*fault)};
            waiting_.erase(0, now);
            offset_ += now;
        }
        const std::string_view given = std::string_view(out).substr(before);
        lines_ += line_ends(given);
        if (!given.empty()) ends_in_cr_ = given.back() == '\r';
        return true;
    }

  private:
    base::Expected<bool> open() {
        std::optional<std::string_view> head;
        while (!(head = head_of(waiting_))) {
            auto filled = bytes_(waiting_, most_head_bytes);
            if (!filled && waiting_.empty()) return filled;
            if (filled && *filled) continue;
            head = waiting_;
            break;
        }
        const auto opening = look_at(*head, file_, encoding_);
        if (!opening) return base::Error{opening.error()};
        opened_ = true;
        encoding_ = opening->encoding;
        offset_ = opening->mark_bytes;
        waiting_.erase(0, opening->mark_bytes);
        return true;
    }

    /// Those that were not counted yet: a CR LF may be cut in two.
    std::size_t line_ends(std::string_view text) const {
        const bool counted = ends_in_cr_ && text.starts_with('\n');
        return count_line_ends(text, best_isa()) - (counted ? 1 : 0);
    }

    /// `before`: bytes of `out` that earlier calls gave out.
    std::optional<base::Diagnostic> convert(std::string_view bytes, std::string& out, std::size_t before) const {
        UnitFault bad;
        if (encoding_ == Encoding::latin1) {
            latin1_to_utf8(bytes, out);
        } else if (encoding_ == Encoding::cp1252) {
            if (const auto at = cp1252_to_utf8(bytes, out)) bad = {"a byte without meaning in cp1252", *at};
        } else if (is_units16(encoding_)) {
            bad = utf16_to_utf8(bytes, encoding_ == Encoding::utf16be, out);
        } else {
            bad = utf32_to_utf8(bytes, encoding_ == Encoding::utf32be, out);
        }
        if (bad.what.empty()) return std::nullopt;
        const std::size_t line = lines_ + line_ends(std::string_view(out).substr(before)) + 1;
        return base::Diagnostic{"encoding/ill-formed-" + std::string(word(encoding_)),
                                {file_, static_cast<int>(line), 0},
                                std::string(bad.what) + " at byte offset " + std::to_string(offset_ + bad.at),
                                "the file may be cut off, or written in another encoding"};
    }

    Fill bytes_;
    std::string file_;
    Encoding encoding_;
    bool opened_ = false;
    std::string waiting_;
    std::size_t offset_ = 0;
    std::size_t lines_ = 0;
    bool ends_in_cr_ = false;
};

}  // namespace

Fill decoded(Fill bytes, const std::string& file, Encoding encoding) {
    const auto decoder = std::make_shared<Decoder>(std::move(bytes), file, encoding);
    return fault_after_bytes([decoder](std::string& out, std::size_t wanted) { return decoder->fill(out, wanted); });
}

}  // namespace incilint::catalog
