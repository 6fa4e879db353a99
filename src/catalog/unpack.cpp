#include "catalog/unpack.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include <zlib.h>
#include <zstd.h>

namespace incilint::catalog {
namespace {

// Windows beyond 16 MiB (zstd --long) are refused: memory is bound.
constexpr int most_window_log = 24;

enum class Packing : std::uint8_t { unknown, none, gzip, zstd };
/// What a step of unpacking came to: more to do, a whole member done, damaged.
enum class Step : std::uint8_t { going, member_end, damaged, window };

Packing packing_of(std::string_view head) {
    using std::string_view_literals::operator""sv;
    if (head.starts_with("\x1f\x8b"sv)) return Packing::gzip;
    if (head.starts_with("\x28\xb5\x2f\xfd"sv)) return Packing::zstd;
    return Packing::none;
}

class Unpacker {
  public:
    Unpacker(Fill bytes, std::string file) : bytes_(std::move(bytes)), file_(std::move(file)) {}
    Unpacker(const Unpacker&) = delete;
    Unpacker& operator=(const Unpacker&) = delete;
    ~Unpacker() {
        if (packing_ == Packing::gzip) ::inflateEnd(&gzip_);
        if (zstd_) ::ZSTD_freeDStream(zstd_);
    }

    base::Expected<bool> fill(std::string& out, std::size_t wanted) {
        if (packing_ == Packing::unknown) {
            auto opened = open();
            if (!opened) return opened;
        }
        if (packing_ == Packing::none) {
            if (packed_.empty()) return bytes_(out, wanted);
            out.append(std::exchange(packed_, {}));
            return true;
        }
        const std::size_t before = out.size();
        while (out.size() == before) {
            if (used_ == packed_.size() && !full_) {
                auto more = refill();
                if (!more) return more;
                if (!*more) return in_member_ ? cut_off() : base::Expected<bool>(false);
            }
            if (const auto trouble = begin_member()) return base::Error{*trouble};
            if (!in_member_) continue;
            out.resize(before + wanted);
            std::size_t made = 0;
            const Step step = packing_ == Packing::gzip ? inflate(out.data() + before, wanted, made)
                                                        : expand(out.data() + before, wanted, made);
            out.resize(before + made);
            made_ += made;
            full_ = made == wanted && step == Step::going;
            if (step == Step::damaged) return fault("unpack/damaged", "the packed data is damaged", "");
            if (step == Step::window)
                return fault("unpack/window", "packed with a window that takes too much memory",
                             "pack it without --long");
            if (step == Step::member_end) in_member_ = false;
            if (made_ > free_growth_bytes && made_ / most_growth > taken_)
                return fault("unpack/growth",
                             "unpacks to more than " + std::to_string(most_growth) + " times its size: given up",
                             "unpack it first, if that is meant");
        }
        return true;
    }

  private:
    base::Error<base::Diagnostic> fault(std::string code, std::string text, std::string hint) const {
        return base::Error{base::Diagnostic{std::move(code), {file_, 0, 0}, std::move(text), std::move(hint)}};
    }
    base::Expected<bool> cut_off() const {
        return fault("unpack/cut-off", "the packed data ends in its middle", "the file was not copied whole");
    }

    base::Expected<bool> refill() {
        packed_.clear();
        used_ = 0;
        auto more = bytes_(packed_, std::size_t{64} << 10);
        taken_ += packed_.size();
        return more;
    }

    base::Expected<bool> open() {
        while (packed_.size() < 4) {
            auto more = bytes_(packed_, 64);
            if (!more) return more;
            if (!*more) break;
        }
        taken_ = packed_.size();
        packing_ = packing_of(packed_);
        if (packing_ == Packing::gzip && ::inflateInit2(&gzip_, 15 + 16) != Z_OK) {
            packing_ = Packing::none;
            return fault("unpack/memory", "not enough memory to unpack", "");
        }
        if (packing_ == Packing::zstd) {
            zstd_ = ::ZSTD_createDStream();
            if (!zstd_) return fault("unpack/memory", "not enough memory to unpack", "");
            ::ZSTD_DCtx_setParameter(zstd_, ZSTD_d_windowLogMax, most_window_log);
        }
        return true;
    }

    /// Between two members: another one may follow, or NULs that fill up a tape block; anything else is foreign.
    std::optional<base::Diagnostic> begin_member() {
        if (in_member_) return std::nullopt;
        if (packing_ == Packing::gzip && members_ > 0) {
            while (used_ < packed_.size() && packed_[used_] == '\0') ++used_;
            if (used_ == packed_.size()) return std::nullopt;
            if (packed_[used_] != '\x1f')
                return fault("unpack/trailing", "other bytes follow the packed data", "").value;
            ::inflateReset(&gzip_);
        }
        ++members_;
        in_member_ = true;
        return std::nullopt;
    }

    Step inflate(char* out, std::size_t room, std::size_t& made) {
        gzip_.next_in = reinterpret_cast<Bytef*>(packed_.data() + used_);
        gzip_.avail_in = static_cast<uInt>(packed_.size() - used_);
        gzip_.next_out = reinterpret_cast<Bytef*>(out);
        gzip_.avail_out = static_cast<uInt>(room);
        const int result = ::inflate(&gzip_, Z_NO_FLUSH);
        used_ = packed_.size() - gzip_.avail_in;
        made = room - gzip_.avail_out;
        if (result == Z_STREAM_END) return Step::member_end;
        return result == Z_OK || result == Z_BUF_ERROR ? Step::going : Step::damaged;
    }

    /// First a call that takes packed bytes and gives nothing out, then one the other way round: the library forgets
    /// what it wrote in a call that fails, and what stands before damage would depend on the sizes of reads.
    Step expand(char* out, std::size_t room, std::size_t& made) {
        std::size_t result = 1;
        ZSTD_outBuffer to{out, 0, 0};
        if (!full_) {
            ZSTD_inBuffer in{packed_.data(), packed_.size(), used_};
            result = ::ZSTD_decompressStream(zstd_, &to, &in);
            used_ = in.pos;
        }
        if (result != 0 && ::ZSTD_isError(result) == 0) {
            to.size = room;
            ZSTD_inBuffer nothing{packed_.data(), 0, 0};
            result = ::ZSTD_decompressStream(zstd_, &to, &nothing);
            made = to.pos;
        }
        if (::ZSTD_isError(result) != 0) {
            const std::string_view why = ::ZSTD_getErrorName(result);
            return why.find("memory") != why.npos || why.find("window") != why.npos ? Step::window : Step::damaged;
        }
        return result == 0 ? Step::member_end : Step::going;
    }

    Fill bytes_;
    std::string file_;
    Packing packing_ = Packing::unknown;
    std::string packed_;
    std::size_t used_ = 0;   ///< of packed_
    std::size_t taken_ = 0;  ///< packed bytes so far
    std::size_t made_ = 0;   ///< unpacked bytes so far
    std::size_t members_ = 0;
    bool in_member_ = false;
    bool full_ = false;  ///< the last step had no more room: bytes may wait inside
    z_stream gzip_{};
    ZSTD_DStream* zstd_ = nullptr;
};

}  // namespace

Fill unpacked(Fill bytes, const std::string& file) {
    const auto unpacker = std::make_shared<Unpacker>(std::move(bytes), file);
    return fault_after_bytes([unpacker](std::string& out, std::size_t wanted) { return unpacker->fill(out, wanted); });
}

}  // namespace incilint::catalog
