#include "match/expr.h"

#include "base/bytes.h"

namespace incilint::match {
namespace {

void write_numbers(base::ByteWriter& out, const std::vector<std::uint32_t>& numbers) {
    out.u32(static_cast<std::uint32_t>(numbers.size()));
    for (const std::uint32_t number : numbers) out.u32(number);
}

/// A count of things of at least `size` bytes each that the rest of `bytes` can hold.
std::optional<std::size_t> read_count(base::ByteReader& in, std::string_view bytes, std::size_t size) {
    const std::size_t count = in.u32();
    if (in.failed() || count > (bytes.size() - in.at()) / size) return std::nullopt;
    return count;
}

bool read_numbers(base::ByteReader& in, std::string_view bytes, std::vector<std::uint32_t>& numbers) {
    const auto count = read_count(in, bytes, 4);
    if (!count) return false;
    numbers.reserve(*count);
    for (std::size_t i = 0; i < *count; ++i) numbers.push_back(in.u32());
    return true;
}

}  // namespace

std::string store(const Code& code) {
    base::ByteWriter out;
    out.u32(static_cast<std::uint32_t>(code.nodes.size()));
    for (const Node& node : code.nodes) {
        out.u32(static_cast<std::uint32_t>(node.op));
        out.u32(node.a);
        out.u32(node.b);
    }
    write_numbers(out, code.children);
    out.u32(static_cast<std::uint32_t>(code.texts.size()));
    for (const std::string& text : code.texts) out.text(text);
    write_numbers(out, code.roots);
    write_numbers(out, code.rule_first);
    return out.take();
}

std::optional<Code> load_code(std::string_view bytes) {
    base::ByteReader in(bytes);
    Code code;
    const auto nodes = read_count(in, bytes, 12);
    if (!nodes) return std::nullopt;
    code.nodes.reserve(*nodes);
    for (std::size_t i = 0; i < *nodes; ++i) {
        const std::uint32_t op = in.u32();
        if (op >= op_count) return std::nullopt;
        Node node{static_cast<Op>(op)};
        node.a = in.u32();
        node.b = in.u32();
        code.nodes.push_back(node);
    }
    if (!read_numbers(in, bytes, code.children)) return std::nullopt;
    const auto texts = read_count(in, bytes, 4);
    if (!texts) return std::nullopt;
    code.texts.reserve(*texts);
    for (std::size_t i = 0; i < *texts; ++i) code.texts.emplace_back(in.text());
    if (!read_numbers(in, bytes, code.roots) || !read_numbers(in, bytes, code.rule_first)) return std::nullopt;
    return in.failed() ? std::nullopt : std::optional{std::move(code)};
}

bool is_sound(const Code& code, std::size_t ingredients, std::size_t classes) {
    for (std::size_t i = 0; i < code.nodes.size(); ++i) {
        const Node& node = code.nodes[i];
        switch (node.op) {
            case Op::name:
                if (node.a >= ingredients) return false;
                break;
            case Op::class_:
                if (node.a >= classes) return false;
                break;
            case Op::built_name:
            case Op::glob:
            case Op::pattern:
                if (node.a >= code.texts.size()) return false;
                break;
            case Op::not_:
                if (node.a >= i) return false;
                break;
            case Op::any:
            case Op::all:
                if (node.a > code.children.size() || node.b > code.children.size() - node.a) return false;
                for (std::uint32_t c = 0; c < node.b; ++c) {
                    if (code.children[node.a + c] >= i) return false;
                }
                break;
        }
    }
    for (const std::uint32_t root : code.roots) {
        if (root >= code.nodes.size()) return false;
    }
    for (std::size_t r = 0; r < code.rule_first.size(); ++r) {
        if (code.rule_first[r] > code.roots.size()) return false;
        if (r > 0 && code.rule_first[r] < code.rule_first[r - 1]) return false;
    }
    return !code.rule_first.empty() && code.rule_first.front() == 0 && code.rule_first.back() == code.roots.size();
}

}  // namespace incilint::match
