// yaml/properties.h: where a scalar begins behind its anchor and its tag, whose mark it shares in libyaml.
// Promises: stays inside the text; looks at no more than anchors, tags and the white space behind them.
// Must not know: what a tag means, anything else of YAML.
#pragma once

#include <cstddef>
#include <string_view>

namespace incilint::yaml {

/// The byte behind anchors, tags and white space from `at` on; text.size() where nothing follows.
[[nodiscard]] inline std::size_t properties_end(std::string_view text, std::size_t at) {
    constexpr std::string_view white = " \t\r\n";
    constexpr std::string_view behind_anchor = " \t\r\n[]{},";
    constexpr std::string_view tag =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-#;/?:@&=+$_.~*'()%!";
    while (at < text.size() && (text[at] == '&' || text[at] == '!')) {
        if (text[at] == '&') {
            at = text.find_first_of(behind_anchor, at + 1);
        } else if (text.substr(at).starts_with("!<")) {
            at = text.find('>', at);
            if (at != text.npos) ++at;
        } else {
            at = text.find_first_not_of(tag, at + 1);
        }
        if (at != text.npos) at = text.find_first_not_of(white, at);
    }
    return at < text.size() ? at : text.size();
}

}  // namespace incilint::yaml
