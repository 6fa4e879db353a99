// catalog/fill.h: a stream of bytes or text, as whoever has it hands it on.
// Promises: pieces may be of any size; an error ends the stream.
// Must not know: where the bytes come from.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "base/result.h"

namespace incilint::catalog {

/// Appends about `bytes` more bytes to `out` (at least one; a little more where something is unpacked); false: the
/// stream has ended and nothing was appended.
using Fill = std::function<base::Expected<bool>(std::string& out, std::size_t bytes)>;

/// The same stream, where a fault that came with bytes is told after them, and from then on.
[[nodiscard]] inline Fill fault_after_bytes(Fill stream) {
    return [stream = std::move(stream), fault = std::optional<base::Diagnostic>()](
               std::string& out, std::size_t bytes) mutable -> base::Expected<bool> {
        if (fault) return base::Error{*fault};
        const std::size_t before = out.size();
        auto got = stream(out, bytes);
        if (got) return got;
        fault = got.error();
        if (out.size() > before) return true;
        return got;
    };
}

}  // namespace incilint::catalog
