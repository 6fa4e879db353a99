#include "cli/other_files.h"

#include <algorithm>

#include "policy/config.h"
#include "policy/suppression.h"

namespace incilint::cli {

bool is_rule_file(std::string_view text) {
    return text.starts_with("rules:") || text.find("\nrules:") != text.npos;
}

bool steers_a_run(std::string_view text) {
    // A market alone may be said of products, too.
    if (const auto file = policy::read_config(text, ""))
        return !file->overrides.empty() || !file->extends.empty() ||
               std::ranges::any_of(file->values, [](const auto& value) { return value.first != "market"; });
    return text.find("suppressions:") != text.npos && policy::read_side_file(text, "").has_value();
}

}  // namespace incilint::cli
