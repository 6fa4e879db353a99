// yaml/document.h: a strict reader of YAML (and so of JSON) with places, budgets and no surprises.
// Promises: no exception leaves; duplicate keys, aliases beyond the budget, cycles, merge keys, tags, tabs as indent,
// ill-formed UTF-8, NUL and several documents are errors at line:column (1-based, columns in code points); scalars stay
// text, so `no`, `012` and `1_000` mean what their reader says.
// Must not know: what the keys mean. It is the only room that sees libyaml.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace incilint::yaml {

/// A place: 1-based line and column, and the byte of the text handed to parse (its byte order mark counted).
struct Mark {
    int line = 0;
    int column = 0;
    std::size_t offset = 0;
};

enum class Kind : std::uint8_t { null, scalar, sequence, map };

struct Node;
struct Member;

/// A node of the document; children are owned by value.
struct Node {
    Kind kind = Kind::null;
    std::string text;     ///< scalar
    bool quoted = false;  ///< scalar in quotes or a block scalar: always text, never a number or bool
    Mark mark;
    std::vector<Node> items;      ///< sequence
    std::vector<Member> members;  ///< map, in file order, keys unique
    [[nodiscard]] const Node* find(std::string_view key) const;
};
struct Member {
    std::string key;
    Mark key_mark;
    Node value;
};

struct Limits {
    std::size_t max_bytes = 16u << 20;
    std::size_t max_nodes = 200'000;          ///< aliases count each time they are expanded
    std::size_t max_scalar_bytes = 8u << 20;  ///< all scalars together, aliases expanded
    int max_depth = 64;
    std::size_t max_anchors = 1'000;  ///< nobody writes that many by hand; a parser keeps each
};

[[nodiscard]] base::Expected<Node, base::Diagnostics> parse(std::string_view text, const std::string& file,
                                                            const Limits& limits = {});

/// Strict scalars, YAML 1.2 core: true/false; decimal integers; decimal numbers (no octal, hex, underscore, nan, inf).
[[nodiscard]] std::optional<bool> as_bool(const Node& node);
[[nodiscard]] std::optional<std::int64_t> as_integer(const Node& node);
[[nodiscard]] std::optional<double> as_number(const Node& node);

}  // namespace incilint::yaml
