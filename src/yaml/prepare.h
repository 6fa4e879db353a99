// yaml/prepare.h: what is checked and put right in a text before yaml-cpp may see it.
// Promises: linear time; the first fault found is told at its place; what yaml-cpp would read whole into memory (flow
// collections) is within the limits on depth and nodes, and so are values and anchors of block text; `text` means the
// same as the input. Must not know: yaml-cpp, nodes, what the keys mean.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "yaml/document.h"

namespace incilint::yaml {

/// Bytes from `at` on (in Prepared::text) stand `by` bytes further on in the input.
struct Shift {
    std::size_t at = 0;
    std::size_t by = 0;
};

/// A text that yaml-cpp may read: well-formed UTF-8 without BOM, NUL, control characters, tabs as indent.
struct Prepared {
    std::string text;
    std::vector<Shift> shifts;  ///< ascending; where an escaped surrogate pair (JSON) became one character
    std::size_t values = 0;     ///< about as many nodes as the text has, for whoever reserves room
    /// Where a bracket stands that seems never to be closed, in the input; explains what yaml-cpp then stumbles over.
    std::optional<std::size_t> unclosed;
    [[nodiscard]] std::size_t original(std::size_t at) const;
};

/// `text` without its byte order mark; places count from there.
[[nodiscard]] std::string_view without_bom(std::string_view text);

/// Checks `text` (without BOM). `file` is only printed.
[[nodiscard]] base::Expected<Prepared> prepare(std::string_view text, const std::string& file, const Limits& limits);

}  // namespace incilint::yaml
