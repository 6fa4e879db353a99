// builtin/builtin.h: the default program and the texts it was made of, embedded in the binary.
// Promises: nothing is parsed or hashed to get at it; the bytes are those that builtin/make.h makes of data/ and
// rules/. Must not know: files, the user's rules.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "match/program.h"

namespace incilint::builtin {

/// The image of the default program (match/program.h); lives as long as the process.
[[nodiscard]] std::string_view image();

/// The default program, opened. An error means that the binary is damaged.
[[nodiscard]] base::Expected<match::Program> program();

/// The sets of the default program as loaded, in their order, for whoever joins more to them: without places in their
/// texts and without tests. Empty: the binary is damaged.
[[nodiscard]] std::vector<rules::RuleSet> rule_sets();

/// The YAML of a built-in rule set ("microbiome", "label"), so that `extends` can name it.
[[nodiscard]] std::optional<std::string_view> rule_text(std::string_view id);

/// The ids that rule_text knows, in order of the alphabet.
[[nodiscard]] std::vector<std::string_view> rule_ids();

/// The text of data/sources.tsv: what the keys of `evidence` stand for.
[[nodiscard]] std::string_view sources();

/// A bit for each ingredient of the program's dictionary: its INCI name, as it is written, is a plain slice, sure and
/// without stray brackets (label/plain.h). Empty where the dictionary is not the built-in one.
[[nodiscard]] std::string_view plain_names(const match::Program& program);

}  // namespace incilint::builtin
