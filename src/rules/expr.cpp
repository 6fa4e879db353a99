#include "rules/expr.h"

#include <algorithm>
#include <array>
#include <utility>

#include "rules/keys.h"

namespace incilint::rules {
namespace {

using yaml::Kind;
using yaml::Member;
using yaml::Node;

std::uint32_t put(IngredientExpr& out, TermKind kind, Word word, std::vector<std::uint32_t> children) {
    out.nodes.push_back({kind, std::move(word), std::move(children)});
    return static_cast<std::uint32_t>(out.nodes.size() - 1);
}

std::uint32_t put(LabelExpr& out, LabelTerm term) {
    out.nodes.push_back(std::move(term));
    return static_cast<std::uint32_t>(out.nodes.size() - 1);
}

/// The one key of a term that says what it is; `aside` may stand beside it.
const Member* kind_of(const Node& node, std::string_view what, Words known, std::string_view aside,
                      const Reader& reader) {
    if (node.kind == Kind::scalar) {
        reader.wrong(node, what, "a map", concat({"write {name: ", node.text.size() < 40 ? node.text : "…", "}"}));
        return nullptr;
    }
    if (node.kind == Kind::sequence) {
        reader.wrong(node, what, "a map", "write {any: […]} or {all: […]}");
        return nullptr;
    }
    if (!reader.map_of(node, what, known)) return nullptr;
    const Member* kind = nullptr;
    bool strange = false;
    for (const Member& member : node.members) {
        const bool is_known = std::find(known.begin(), known.end(), member.key) != known.end();
        strange = strange || !is_known;
        if (!is_known || member.key == aside) continue;
        if (kind != nullptr) {
            reader.fault(member.key_mark, "rules/two-kinds",
                         concat({"'", kind->key, "' and '", member.key, "' in one term"}),
                         "put them in any: […] or all: […]");
            return nullptr;
        }
        kind = &member;
    }
    if (kind == nullptr && !strange) {
        reader.fault(node.mark, "rules/missing-key", concat({what, " says nothing"}), "one of: name, class, any, …");
    }
    return kind;
}

/// The items of a list, or the one value.
std::vector<const Node*> items_of(const Node& node, std::string_view what, bool single, const Reader& reader) {
    std::vector<const Node*> out;
    if (node.kind == Kind::sequence) {
        if (node.items.empty()) reader.fault(node.mark, "rules/wrong-type", concat({what, " is an empty list"}));
        for (const Node& item : node.items) out.push_back(&item);
    } else if (single) {
        out.push_back(&node);
    } else {
        reader.wrong(node, what, "a list");
    }
    return out;
}

std::optional<TermKind> leaf_kind(std::string_view key) {
    constexpr std::array kinds = {TermKind::name, TermKind::class_, TermKind::glob, TermKind::pattern, TermKind::set};
    const auto found = std::find(keys::leaves.begin(), keys::leaves.end(), key);
    if (found == keys::leaves.end()) return std::nullopt;
    return kinds[static_cast<std::size_t>(found - keys::leaves.begin())];
}

std::optional<std::uint32_t> read_leaf(const Member& member, TermKind kind, IngredientExpr& out, const Reader& reader) {
    std::vector<Word> words = reader.texts(member.value, member.key);
    std::vector<std::uint32_t> children;
    for (Word& word : words) {
        if ((kind == TermKind::glob || kind == TermKind::pattern) && word.text.size() > max_pattern) {
            add_fault(reader.faults(), word.where, "rules/out-of-range",
                      concat({"a ", member.key, " longer than ", std::to_string(max_pattern), " bytes"}));
            continue;
        }
        children.push_back(put(out, kind, std::move(word), {}));
    }
    if (children.empty()) return std::nullopt;
    if (children.size() == 1) return children.front();
    return put(out, TermKind::any, {}, std::move(children));
}

std::optional<std::uint32_t> read_term(const Node& node, IngredientExpr& out, const Reader& reader);

std::vector<std::uint32_t> read_terms(const Node& node, std::string_view what, bool single, IngredientExpr& out,
                                      const Reader& reader) {
    std::vector<std::uint32_t> children;
    for (const Node* item : items_of(node, what, single, reader)) {
        if (const auto child = read_term(*item, out, reader)) children.push_back(*child);
    }
    return children;
}

/// A term without its `except`.
std::optional<std::uint32_t> read_core(const Node& node, IngredientExpr& out, const Reader& reader) {
    const Member* kind = kind_of(node, "an ingredient term", keys::term, "except", reader);
    if (kind == nullptr) return std::nullopt;
    if (const auto leaf = leaf_kind(kind->key)) return read_leaf(*kind, *leaf, out, reader);
    const bool negated = kind->key == "not";
    auto children = read_terms(kind->value, kind->key, negated, out, reader);
    if (children.empty()) return std::nullopt;
    if (!negated) return put(out, kind->key == "any" ? TermKind::any : TermKind::all, {}, std::move(children));
    if (children.size() > 1) children = {put(out, TermKind::any, {}, std::move(children))};
    return put(out, TermKind::not_, {}, std::move(children));
}

std::vector<std::uint32_t> read_except(const Node& node, IngredientExpr& out, const Reader& reader) {
    const Node* except = node.kind == Kind::map ? node.find("except") : nullptr;
    return except == nullptr ? std::vector<std::uint32_t>{} : read_terms(*except, "except", true, out, reader);
}

/// A term inside another one: its `except` becomes all of it and none of the exceptions.
std::optional<std::uint32_t> read_term(const Node& node, IngredientExpr& out, const Reader& reader) {
    const auto core = read_core(node, out, reader);
    auto except = read_except(node, out, reader);
    if (!core || except.empty()) return core;
    const std::uint32_t any = put(out, TermKind::any, {}, std::move(except));
    const std::uint32_t none = put(out, TermKind::not_, {}, {any});
    return put(out, TermKind::all, {}, {*core, none});
}

std::optional<std::uint32_t> read_label_term(const Node& node, std::string_view aside, LabelExpr& out,
                                             const Reader& reader);

std::optional<std::uint32_t> put_ingredient(LabelExpr& out, std::optional<IngredientExpr> expr) {
    if (!expr) return std::nullopt;
    LabelTerm term;
    term.kind = LabelTermKind::ingredient;
    term.ingredient = static_cast<std::uint32_t>(out.ingredients.size());
    out.ingredients.push_back(std::move(*expr));
    return put(out, std::move(term));
}

std::optional<std::uint32_t> read_label_leaf(const Member& kind, LabelExpr& out, const Reader& reader) {
    if (kind.key == "ingredient") return put_ingredient(out, read_ingredient_expr(kind.value, reader));
    if (const auto leaf = leaf_kind(kind.key)) {
        IngredientExpr expr;
        const auto root = read_leaf(kind, *leaf, expr, reader);
        if (!root) return std::nullopt;
        expr.root = *root;
        return put_ingredient(out, std::move(expr));
    }
    LabelTerm term;
    if (kind.key == "detector") {
        term.kind = LabelTermKind::detector;
        if (auto word = reader.kebab(kind.value, "detector")) term.words.push_back(std::move(*word));
    } else {
        term.kind = LabelTermKind::category;
        term.words = reader.kebabs(kind.value, "category");
    }
    if (term.words.empty()) return std::nullopt;
    return put(out, std::move(term));
}

std::optional<std::uint32_t> read_label_term(const Node& node, std::string_view aside, LabelExpr& out,
                                             const Reader& reader) {
    std::vector<std::string_view> known(keys::label_term.begin(), keys::label_term.end());
    if (!aside.empty()) known.push_back(aside);
    const Member* kind = kind_of(node, "a label term", known, aside, reader);
    if (kind == nullptr) return std::nullopt;
    const bool negated = kind->key == "not";
    if (!negated && kind->key != "any" && kind->key != "all") return read_label_leaf(*kind, out, reader);
    LabelTerm term;
    for (const Node* item : items_of(kind->value, kind->key, negated, reader)) {
        if (const auto child = read_label_term(*item, "", out, reader)) term.children.push_back(*child);
    }
    if (term.children.empty()) return std::nullopt;
    term.kind = kind->key == "all" ? LabelTermKind::all : LabelTermKind::any;
    if (!negated) return put(out, std::move(term));
    LabelTerm none;
    none.kind = LabelTermKind::not_;
    if (term.children.size() == 1) {
        none.children = std::move(term.children);
    } else {
        none.children = {put(out, std::move(term))};
    }
    return put(out, std::move(none));
}

}  // namespace

std::optional<IngredientExpr> read_ingredient_expr(const Node& node, const Reader& reader) {
    IngredientExpr out;
    const auto root = read_core(node, out, reader);
    out.except = read_except(node, out, reader);
    if (!root) return std::nullopt;
    out.root = *root;
    return out;
}

std::optional<LabelExpr> read_label_expr(const Node& node, const Reader& reader) {
    LabelExpr out;
    const auto root = read_label_term(node, "within", out, reader);
    if (const Node* within = node.kind == Kind::map ? node.find("within") : nullptr) {
        if (const auto found = reader.choice(*within, "within", keys::within)) {
            out.within = static_cast<Within>(*found);
        }
    }
    if (!root) return std::nullopt;
    out.root = *root;
    return out;
}

}  // namespace incilint::rules
