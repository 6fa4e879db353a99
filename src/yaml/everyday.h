// yaml/everyday.h: the YAML that people write every day, read without yaml-cpp, which takes most of a rule file's time.
// Promises: either nothing, or exactly the node that yaml-cpp's events would have made, places included; linear time.
// Nothing is no fault: whatever is rare, doubtful or wrong (anchors, tags, block scalars, texts over several lines,
// tabs, JSON's quoted keys, empty values, any error) is left to yaml-cpp, which alone says what is wrong. Must not
// know: yaml-cpp, messages, what the keys mean.
#pragma once

#include <optional>
#include <string_view>

#include "yaml/document.h"
#include "yaml/prepare.h"

namespace incilint::yaml {

/// `original` is what parse was given, `prepared` what became of it.
[[nodiscard]] std::optional<Node> read_everyday(const Prepared& prepared, std::string_view original,
                                                const Limits& limits);

}  // namespace incilint::yaml
