// yaml/messages.h: libyaml's words for a fault → ours.
// Promises: never empty; a fault it does not know keeps libyaml's words.
// Must not know: documents; of the text only the character at the fault.
#pragma once

#include <string>
#include <string_view>

namespace incilint::yaml {

struct Message {
    std::string text;
    std::string hint;
    bool at_context = false;  ///< the place to tell is where the thing began, not where its reading ended
};
/// `context` is what libyaml was reading, `at` the text from the fault on.
[[nodiscard]] Message message_for(std::string_view problem, std::string_view context, std::string_view at);

}  // namespace incilint::yaml
