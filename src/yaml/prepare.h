// yaml/prepare.h: what is checked and put right in a text before libyaml may see it.
// Promises: linear time; the first fault found is told at its place; the depth of flow collections and the number of
// values and anchors are within the limits; `text` means the same as the input.
// Must not know: libyaml, nodes, what the keys mean.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "yaml/document.h"
#include "yaml/stand_ins.h"

namespace incilint::yaml {

/// Characters from the `at`th on (in Prepared::text) stand `by` characters further on in the input.
struct Shift {
    std::size_t at = 0;
    std::size_t by = 0;
};

/// A text that libyaml may read: well-formed UTF-8 without BOM, NUL, control characters, tabs as indent.
struct Prepared {
    std::string text;
    std::vector<Shift> shifts;  ///< ascending; where an escaped surrogate pair (JSON) became one character
    StandIns stand_ins;         ///< to be taken out of each scalar
    /// Where a bracket stands that seems never to be closed, a byte of the input; explains what libyaml stumbles over.
    std::optional<std::size_t> unclosed;
    [[nodiscard]] std::size_t original(std::size_t character) const;
};

/// `text` without its byte order mark; places count from there.
[[nodiscard]] std::string_view without_bom(std::string_view text);

/// Checks `text` (without BOM). `file` is only printed.
[[nodiscard]] base::Expected<Prepared> prepare(std::string_view text, const std::string& file, const Limits& limits);

}  // namespace incilint::yaml
