// policy/keys.h: every key of a configuration with its kind, words, default and meaning, in one place: loader, `--set`,
// environment, `config show`, `init` and JSON Schema agree on it.
// Promises: constant tables.
// Must not know: files, what is done with the values.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace incilint::policy {

enum class Kind : std::uint8_t { word, text, texts, flag, count, score, percent, day, code };

struct Key {
    std::string_view name;  ///< with dots; "severities.*": any word behind the dot
    Kind kind{};
    std::string_view words;     ///< what a word may be, divided by blanks
    std::string_view fallback;  ///< as written; empty: none
    std::string_view meaning;
    bool by_path = false;      ///< may stand in an override
    std::string_view tails{};  ///< of a name with '*': what may stand for it, divided by blanks; empty: any word
};
[[nodiscard]] std::span<const Key> keys();
/// The key of a dotted name; null where there is none.
[[nodiscard]] const Key* find_key(std::string_view name);
/// What may stand for the '*' of a name; empty: any word.
[[nodiscard]] std::vector<std::string> tails_of(const Key& key);
/// The names of all keys, for near matches.
[[nodiscard]] std::vector<std::string> key_names();

}  // namespace incilint::policy
