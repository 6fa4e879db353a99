// rules/reader.h: typed values out of YAML nodes, each fault told at its place.
// Promises: a value that is not as it should be is reported once and comes back empty; reading goes on.
// Must not know: what the values are for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/rule.h"
#include "yaml/document.h"

namespace incilint::rules {

using Words = std::span<const std::string_view>;

/// The parts one after the other.
[[nodiscard]] std::string concat(std::initializer_list<std::string_view> parts);
/// 'text', escaped for a terminal and cut where it is long.
[[nodiscard]] std::string quoted(std::string_view text);
/// "did you mean 'x'?", else the words to choose from where they are few, else nothing.
[[nodiscard]] std::string suggestion(std::string_view text, Words known);
[[nodiscard]] std::string suggestion(std::string_view text, const std::vector<std::string>& known);
/// Lower-case words of a-z and 0-9 joined by single hyphens, at most 64 bytes.
[[nodiscard]] bool is_kebab(std::string_view text);
/// Two of them joined by a slash: `family/name`.
[[nodiscard]] bool is_rule_id(std::string_view text);
void add_fault(base::Diagnostics& faults, base::Where where, std::string_view code, std::string text,
               std::string hint = "");

/// Reads nodes of one file. `what` names the value in messages ("title").
class Reader {
  public:
    Reader(std::string file, base::Diagnostics& faults) : file_(std::move(file)), faults_(&faults) {}

    [[nodiscard]] base::Where at(yaml::Mark mark) const { return {file_, mark.line, mark.column}; }
    [[nodiscard]] base::Diagnostics& faults() const { return *faults_; }
    void fault(yaml::Mark mark, std::string_view code, std::string text, std::string hint = "") const {
        add_fault(*faults_, at(mark), code, std::move(text), std::move(hint));
    }
    /// rules/wrong-type: "WHAT must be EXPECTED".
    void wrong(const yaml::Node& node, std::string_view what, std::string_view expected, std::string hint = "") const;

    [[nodiscard]] bool map(const yaml::Node& node, std::string_view what) const;
    [[nodiscard]] bool list(const yaml::Node& node, std::string_view what) const;
    /// A map of which each unknown key is reported. False where it is no map.
    [[nodiscard]] bool map_of(const yaml::Node& node, std::string_view what, Words known) const;
    void unknown_key(const yaml::Member& member, std::string_view what, Words known) const;
    [[nodiscard]] const yaml::Node* required(const yaml::Node& map, std::string_view key, std::string_view what) const;

    /// A text that is not empty.
    [[nodiscard]] std::optional<Word> text(const yaml::Node& node, std::string_view what) const;
    [[nodiscard]] std::optional<Word> kebab(const yaml::Node& node, std::string_view what) const;
    /// One text or a list of texts; a list may not be empty.
    [[nodiscard]] std::vector<Word> texts(const yaml::Node& node, std::string_view what) const;
    [[nodiscard]] std::vector<Word> kebabs(const yaml::Node& node, std::string_view what) const;
    /// One of `known`: its index.
    [[nodiscard]] std::optional<std::size_t> choice(const yaml::Node& node, std::string_view what, Words known) const;
    /// One of them, or a list: their indices.
    [[nodiscard]] std::vector<std::size_t> choices(const yaml::Node& node, std::string_view what, Words known) const;
    [[nodiscard]] std::optional<bool> boolean(const yaml::Node& node, std::string_view what) const;
    /// A plain decimal in [low, high]; `high` empty: no upper end.
    [[nodiscard]] std::optional<double> number(const yaml::Node& node, std::string_view what, double low,
                                               std::optional<double> high) const;
    [[nodiscard]] std::optional<std::int64_t> integer(const yaml::Node& node, std::string_view what, std::int64_t low,
                                                      std::int64_t high) const;
    /// "0.5 %" → 0.5; 0 … 100.
    [[nodiscard]] std::optional<double> percent(const yaml::Node& node, std::string_view what) const;

  private:
    [[nodiscard]] bool in_range(const yaml::Node& node, std::string_view what, double value, double low,
                                std::optional<double> high) const;
    std::string file_;
    base::Diagnostics* faults_;
};

}  // namespace incilint::rules
