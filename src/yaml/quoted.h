// yaml/quoted.h: whether a quoted scalar ends; yaml-cpp takes the end of the file for a closing quote.
// Promises: looks at no more than the scalar.
// Must not know: anything else of YAML.
#pragma once

#include <cstddef>
#include <string_view>

#include "yaml/properties.h"

namespace incilint::yaml {

/// True where `at` (after anchors and tags) starts a quoted text that is never closed.
[[nodiscard]] inline bool quote_is_open(std::string_view text, std::size_t at) {
    at = properties_end(text, at);
    if (at >= text.size() || (text[at] != '"' && text[at] != '\'')) return false;
    const char quote = text[at];
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\' && quote == '"') {
            ++at;
        } else if (text[at] == quote) {
            if (quote == '"' || at + 1 >= text.size() || text[at + 1] != quote) return false;
            ++at;
        }
    }
    return true;
}

}  // namespace incilint::yaml
