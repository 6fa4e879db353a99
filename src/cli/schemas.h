// cli/schemas.h: the JSON Schemas of rules/schema, report/schema and policy/schema, embedded.
// Promises: the bytes of the files; in order of their files.
// Must not know: what they say.
#pragma once

#include <string_view>
#include <vector>

namespace incilint::cli {

struct Schema {
    std::string_view name;  ///< "ruleset"
    std::string_view text;
};
[[nodiscard]] std::vector<Schema> schemas();

}  // namespace incilint::cli
