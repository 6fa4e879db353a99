// base/joined.h: words in a row.
// Promises: nothing before the first word, nothing behind the last. Must not know: what the words say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace incilint::base {

/// "a, b, c".
[[nodiscard]] inline std::string joined(const std::vector<std::string>& words, std::string_view between = ", ") {
    std::string out;
    for (const std::string& word : words) out.append(out.empty() ? "" : between).append(word);
    return out;
}

}  // namespace incilint::base
