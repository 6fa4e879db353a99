// builtin/make.h: data/ and rules/ → the bytes that the binary embeds.
// Promises: the same texts give the same bytes; every fault of every file is told.
// Must not know: files (texts come in, bytes go out), the embedded bytes.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace incilint::builtin {

/// Texts by file name ("ingredients.tsv", "microbiome.yaml"); `folder` is put before the names in messages.
struct Folder {
    std::string folder;
    std::map<std::string, std::string, std::less<>> texts;
};

/// The rule sets of the default program, in their order of report. Those of EU law stay silent without a market and a
/// day.
inline constexpr std::string_view default_rule_sets[] = {"microbiome", "eu-restricted", "eu-prohibited", "label"};

[[nodiscard]] base::Expected<std::string, base::Diagnostics> make(const Folder& data, const Folder& rules);

}  // namespace incilint::builtin
