// match/expr.h: ingredient expressions, resolved: names are identities, classes are numbers, sets are shared nodes.
// Promises: a node's children stand before it, so that one pass from the front evaluates all of them; reading damaged
// bytes fails, never follows them.
// Must not know: YAML, labels, what a rule does with its expression.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "match/glob.h"
#include "match/pattern.h"

namespace incilint::match {

/// `name` is an identity of the dictionary; `built_name` the normal form of a name that a structure yields and that no
/// row stands behind.
enum class Op : std::uint8_t { name, built_name, class_, glob, pattern, any, all, not_ };
inline constexpr std::uint32_t op_count = 8;

/// name: `a` is the ingredient; class_: the class; built_name, glob, pattern: index of a text; not_: the child;
/// any, all: `b` children from `children[a]` on.
struct Node {
    Op op = Op::any;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    friend bool operator==(const Node&, const Node&) = default;
};

/// All expressions of a program. A rule owns the expressions [rule_first[r], rule_first[r + 1]): one for `ingredient:`,
/// one for each ingredient term of `label:`.
struct Code {
    std::vector<Node> nodes;
    std::vector<std::uint32_t> children;
    std::vector<std::string> texts;
    std::vector<std::uint32_t> roots;       ///< by expression: its node
    std::vector<std::uint32_t> rule_first;  ///< one more than there are rules
};

[[nodiscard]] std::string store(const Code& code);
[[nodiscard]] std::optional<Code> load_code(std::string_view bytes);

/// True where every index of `code` stays inside, children before parents; `ingredients` and `classes` are counts.
[[nodiscard]] bool is_sound(const Code& code, std::size_t ingredients, std::size_t classes);

/// The truth of each node where `leaf(node)` says the truth of the leaves; `truth` is scratch and result.
template <class Leaf>
void evaluate(const Code& code, std::vector<char>& truth, const Leaf& leaf) {
    truth.assign(code.nodes.size(), 0);
    for (std::size_t i = 0; i < code.nodes.size(); ++i) {
        const Node& node = code.nodes[i];
        bool holds = false;
        switch (node.op) {
            case Op::any:
                for (std::uint32_t c = 0; c < node.b && !holds; ++c) holds = truth[code.children[node.a + c]] != 0;
                break;
            case Op::all:
                holds = true;
                for (std::uint32_t c = 0; c < node.b && holds; ++c) holds = truth[code.children[node.a + c]] != 0;
                break;
            case Op::not_:
                holds = truth[node.a] == 0;
                break;
            default:
                holds = leaf(node);
        }
        truth[i] = holds ? 1 : 0;
    }
}

}  // namespace incilint::match
