// yaml/messages.h: yaml-cpp's words for a fault → ours.
// Promises: never empty; a fault it does not know keeps yaml-cpp's words.
// Must not know: where the fault is.
#pragma once

#include <string>
#include <string_view>

namespace incilint::yaml {

struct Message {
    std::string text;
    std::string hint;
};
[[nodiscard]] Message message_for(std::string_view yaml_cpp_words);

}  // namespace incilint::yaml
