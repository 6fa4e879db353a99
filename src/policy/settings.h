// policy/settings.h: the settings of a run: what files, environment and command line say, the strongest last.
// Promises: a later layer replaces a value and a list as a whole; each value knows where it came from; words, numbers
// and days are checked when they are set, so that reading them cannot fail.
// Must not know: files, environment, command line; what settings do.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "policy/keys.h"

namespace incilint::policy {

enum class Origin : std::uint8_t { fallback, file, environment, flag };

struct Value {
    std::vector<std::string> items;  ///< one, but for lists
    Origin origin = Origin::fallback;
    base::Where where;  ///< of a file, or the name of a flag or variable in `file`
};

/// The values of some files only: `overrides` of a configuration.
struct Override {
    std::vector<std::string> files;  ///< patterns as in .gitignore
    std::map<std::string, Value> values;
    base::Where where;
};

class Settings {
  public:
    /// With the defaults.
    Settings();
    void set(const std::string& key, Value value);
    /// Reads "KEY=VALUE"; lists are divided by commas.
    [[nodiscard]] std::optional<base::Diagnostic> assign(std::string_view assignment, Origin origin, base::Where where);
    void add(Override part) { overrides_.push_back(std::move(part)); }

    /// What holds for one file; `path` is from the folder of the configuration.
    [[nodiscard]] Settings for_file(std::string_view path) const;
    /// The same, by the overrides that name it.
    [[nodiscard]] Settings with(const std::vector<const Override*>& overrides) const;
    [[nodiscard]] const std::vector<Override>& overrides() const { return overrides_; }
    /// The overrides that name the file.
    [[nodiscard]] std::vector<const Override*> overrides_of(std::string_view path) const;

    /// What the settings say of rules that are not among the known ones, a diagnostic each.
    [[nodiscard]] base::Diagnostics unknown_rules(const std::vector<std::string>& known) const;

    [[nodiscard]] const Value* find(std::string_view key) const;
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    [[nodiscard]] bool flag(std::string_view key) const { return text(key) == "true"; }
    [[nodiscard]] std::optional<std::size_t> count(std::string_view key) const;
    [[nodiscard]] std::optional<double> percent(std::string_view key) const;
    /// The word set for a rule by its id, else by its family ("fragrance/*"); empty: none.
    [[nodiscard]] std::string severity_of(std::string_view rule) const;
    /// Whether a list of rules and families holds a rule.
    [[nodiscard]] bool lists_rule(std::string_view key, std::string_view rule) const;
    [[nodiscard]] const std::map<std::string, Value>& all() const { return values_; }

  private:
    std::map<std::string, Value> values_;
    std::vector<Override> overrides_;
};

/// The note that records of one file share a key: a finding of policy that speaks of an input.
inline constexpr std::string_view duplicate_key = "product/duplicate-key";
/// What a file says of a product and no rule knows; they speak of inputs too, and may be suppressed.
inline constexpr std::string_view unknown_market = "product/unknown-market";
inline constexpr std::string_view unknown_type = "product/unknown-type";
inline constexpr std::string_view unknown_area = "product/unknown-area";
/// A pattern of the configuration that names no file.
inline constexpr std::string_view idle_pattern = "config/idle";
/// Those that may be suppressed.
[[nodiscard]] std::span<const std::string_view> rules_of_inputs();
/// The ids of what policy itself may find, the gates left out.
[[nodiscard]] std::span<const std::string_view> own_rules();

/// Checks one item of a key; the canonical form, or what it should be ("one of: …", "a number of 0 or more").
[[nodiscard]] base::Expected<std::string, std::string> checked(const Key& key, std::string_view item);

}  // namespace incilint::policy
