// cli/output.h: where a report goes: standard output, or a file that appears whole or not at all.
// Promises: every write is checked to the last flush; a regular file is written beside the target and renamed, so that
// a failure leaves the old one as it was; a broken pipe is told apart from a failure.
// Must not know: reports.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace incilint::cli {

enum class Written : std::uint8_t { ok, broken_pipe, failed };

/// Writes all bytes to a descriptor; errno tells why it failed.
[[nodiscard]] Written write_all(int descriptor, std::string_view bytes);

class Output {
  public:
    /// "" and "-" are standard output. An error if the file cannot be made.
    [[nodiscard]] static base::Expected<Output> open(const std::string& path);
    Output(Output&& other) noexcept;
    Output& operator=(Output&&) = delete;
    Output(const Output&) = delete;
    ~Output();

    /// After a failure every further write does nothing and fails alike.
    Written write(std::string_view bytes);
    /// Flushes, closes and puts the file in place.
    [[nodiscard]] Written commit();
    /// The reason of the failure.
    [[nodiscard]] const std::string& error() const { return error_; }
    /// True where the report goes to a terminal.
    [[nodiscard]] bool terminal() const;

  private:
    Output(int descriptor, std::string target, std::string temporary);
    Written fail(const char* what);
    /// Gives a file without a name the one of `temporary_`; false, with errno: it cannot be.
    [[nodiscard]] bool give_name();

    int descriptor_ = -1;
    std::string target_;     ///< empty: standard output
    std::string temporary_;  ///< empty: written in place (a device, a pipe), or without a name so far
    bool nameless_ = false;
    Written state_ = Written::ok;
    std::string error_;
};

}  // namespace incilint::cli
