// builtin/contents.h: what the embedded file holds. For the .cpp files of builtin/ only.
// Promises: one place for magic and section numbers.
// Must not know: how the sections are made.
#pragma once

#include <cstdint>
#include <string_view>

namespace incilint::builtin {

inline constexpr std::string_view magic = "INCIBLTN";

/// `rule_sets` holds the default sets as match/rules_io.h stores them, `rule_texts` counted strings: id, YAML, id, YAML
/// …; `plain_names` the digest of the dictionary as a counted string, then a bit for each of its ingredients.
enum class Content : std::uint32_t { program = 1, rule_texts, sources, rule_sets, plain_names };

}  // namespace incilint::builtin
