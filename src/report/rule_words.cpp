#include "report/rule_words.h"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include <fmt/core.h>

namespace incilint::report {
namespace {

void add(std::string& out, std::string_view part, std::string_view between = "; ") {
    if (part.empty()) return;
    out.append(out.empty() ? "" : between).append(part);
}

template <class Values, class Text>
std::string any_of(const Values& values, const Text& text) {
    std::string out;
    for (const auto& value : values) add(out, text(value), " or ");
    return out;
}

/// "1 to 3", "at least 1", "at most 3".
std::string range(const rules::Range& range, std::string_view unit) {
    if (range.at_least && range.at_most) {
        if (*range.at_least == *range.at_most) return fmt::format("{}{}", *range.at_least, unit);
        return fmt::format("{} to {}{}", *range.at_least, *range.at_most, unit);
    }
    if (range.at_least) return fmt::format("at least {}{}", *range.at_least, unit);
    return range.at_most ? fmt::format("at most {}{}", *range.at_most, unit) : std::string();
}

std::string_view kind_word(rules::TermKind kind) {
    switch (kind) {
        case rules::TermKind::name:
            return "";
        case rules::TermKind::class_:
            return "class ";
        case rules::TermKind::glob:
            return "names like ";
        case rules::TermKind::pattern:
            return "names that meet /";
        case rules::TermKind::set:
            return "set ";
        default:
            return "";
    }
}

/// Children first: writes each node's words from those of its children, so that no depth can overrun the stack.
template <class Node, class Leaf>
std::string tree_words(const std::vector<Node>& nodes, std::uint32_t root, std::string_view all_joint,
                       const Leaf& leaf) {
    std::vector<std::string> words(nodes.size());
    std::vector<std::pair<std::uint32_t, bool>> open{{root, false}};
    while (!open.empty()) {
        const auto [index, ready] = open.back();
        open.pop_back();
        const Node& node = nodes[index];
        if (!ready) {
            open.emplace_back(index, true);
            for (const std::uint32_t child : node.children) open.emplace_back(child, false);
            continue;
        }
        if (node.children.empty()) {
            words[index] = leaf(node);
            continue;
        }
        using Kind = decltype(node.kind);
        std::string out;
        for (const std::uint32_t child : node.children)
            add(out, words[child], node.kind == Kind::all ? all_joint : std::string_view(" or "));
        const bool several = node.children.size() > 1 && index != root;
        words[index] = node.kind == Kind::not_ ? "none of (" + out + ")" : several ? "(" + out + ")" : out;
    }
    return words[root];
}

std::string ingredient_words(const rules::IngredientExpr& expr, std::uint32_t root) {
    return tree_words(expr.nodes, root, " and ", [](const rules::Term& term) {
        std::string out(kind_word(term.kind));
        out.append(term.word.text);
        if (term.kind == rules::TermKind::pattern) out.push_back('/');
        return out;
    });
}

}  // namespace

std::string words_of(const rules::When& when) {
    const auto text = [](const auto& value) { return std::string(rules::word(value)); };
    std::string out;
    if (!when.product.empty()) add(out, any_of(when.product, text) + " products");
    if (!when.area.empty()) add(out, "for " + any_of(when.area, text));
    if (!when.market.empty()) add(out, "market " + any_of(when.market, [](const std::string& code) { return code; }));
    if (when.concentration) add(out, range(*when.concentration, " %"));
    if (when.rank) add(out, "place " + range(*when.rank, ""));
    if (when.rank_from_end) add(out, "place " + range(*when.rank_from_end, "") + " from the end");
    if (when.since) add(out, "law since " + rules::word(*when.since));
    if (when.until) add(out, "law until " + rules::word(*when.until));
    return out;
}

std::string words_of(const rules::IngredientExpr& expr) {
    std::string out = ingredient_words(expr, expr.root);
    std::string but;
    for (const std::uint32_t except : expr.except) add(but, ingredient_words(expr, except), ", ");
    if (!but.empty()) out.append("; but not ").append(but);
    return out;
}

std::string words_of(const rules::LabelExpr& expr) {
    std::string out = tree_words(expr.nodes, expr.root, " and ", [&](const rules::LabelTerm& term) {
        if (term.kind == rules::LabelTermKind::ingredient)
            return "(" + words_of(expr.ingredients[term.ingredient]) + ")";
        const auto text = [](const rules::Word& word) { return word.text; };
        const bool detector = term.kind == rules::LabelTermKind::detector;
        return (detector ? "the reader's check " : "a finding of ") + any_of(term.words, text);
    });
    switch (expr.within) {
        case rules::Within::whole:
            break;
        case rules::Within::first_third:
            out.append("; in the first third of the list");
            break;
        case rules::Within::first_three:
            out.append("; among the first three");
            break;
        case rules::Within::first_five:
            out.append("; among the first five");
            break;
    }
    return out;
}

std::string severity_words(const rules::Rule& rule) {
    std::string out;
    for (const rules::Grade& grade : rule.grades) {
        std::string part = grade.severity ? std::string(rules::word(*grade.severity)) : std::string("no finding");
        add(out, part.append(" where ").append(words_of(grade.when)));
    }
    add(out, (rule.grades.empty() ? "" : "else ") + std::string(rules::word(rule.severity)));
    if (rule.otherwise)
        add(out, "possible " + std::string(rules::word(*rule.otherwise)) + " where the condition cannot be told");
    return out;
}

}  // namespace incilint::report
