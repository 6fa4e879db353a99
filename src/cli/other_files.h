// cli/other_files.h: tells YAML that steers the program from product files, by what it holds.
// Promises: a file with the keys of a product is never taken for another one.
// Must not know: names of files, what is done with them.
#pragma once

#include <string_view>

namespace incilint::cli {

/// A folder of product files may hold rule sets too; they say what they are.
[[nodiscard]] bool is_rule_file(std::string_view text);
/// A configuration under another name, or one that this run does not heed; or a file of suppressions.
[[nodiscard]] bool steers_a_run(std::string_view text);

}  // namespace incilint::cli
