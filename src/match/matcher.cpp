#include "match/matcher.h"

#include <algorithm>

#include "match/parts.h"

namespace incilint::match {

Matcher::Matcher(const Program& program) : program_(program), parts_(*program.parts_) {}

std::uint32_t Matcher::rule_of(std::uint32_t expression) const {
    return parts_.rule_of[expression];
}
std::uint32_t Matcher::first(std::uint32_t rule) const {
    return parts_.code.rule_first[rule];
}
const Groups& Matcher::groups() const {
    return parts_.groups;
}

const std::vector<std::int64_t>& Matcher::caps() const {
    return parts_.caps;
}
bool Matcher::is_of(const Program& program) const {
    return program.parts_.get() == &parts_;
}
bool Matcher::has_verdict() const {
    return parts_.book.verdict.has_value();
}

Resolved Matcher::resolve(std::string_view name, const lexicon::RecogniseOptions& options,
                          lexicon::RecogniseMemo* shared) const {
    Resolved resolved;
    if (name.size() > longest_name) return resolved;
    resolved.recognition = lexicon::recognise(name, *parts_.dictionary, options, shared);
    if (!resolved.recognition) {
        add_by_text(name, resolved.expressions);
    } else if (resolved.recognition->id) {
        parts_.candidates.append_to(resolved.expressions, *resolved.recognition->id);
    } else {
        add_by_class(*resolved.recognition, resolved.expressions);
    }
    for (const std::uint32_t expression : resolved.expressions) {
        const rules::Rule& rule = parts_.book.rules[rule_of(expression)];
        if (rule.ingredient && !rule.category.empty()) resolved.listed_in.push_back(rule.category);
    }
    std::ranges::sort(resolved.listed_in);
    resolved.listed_in.erase(std::unique(resolved.listed_in.begin(), resolved.listed_in.end()),
                             resolved.listed_in.end());
    return resolved;
}

/// A name that a structure built: no row of the dictionary stands behind it, so that no table knows it.
void Matcher::add_by_class(const lexicon::Recognition& recognition, std::vector<std::uint32_t>& out) const {
    const lexicon::Dictionary& dictionary = *parts_.dictionary;
    const std::string normal = dictionary.normal(recognition.inci);
    const std::vector<std::uint32_t> globs = parts_.glob_index.matching(parts_.globs, words_of(normal));
    const auto leaf = [&](const Node& node) {
        switch (node.op) {
            case Op::built_name:
                return parts_.code.texts[node.a] == normal;
            case Op::class_:
                return std::ranges::any_of(recognition.classes, [&](lexicon::ClassId own) {
                    return dictionary.is_a(own, static_cast<lexicon::ClassId>(node.a));
                });
            case Op::glob:
                return std::ranges::binary_search(globs, node.a);
            case Op::pattern:
                return parts_.patterns[node.a]->matches(normal);
            default:
                return false;
        }
    };
    std::vector<char> truth;
    evaluate(parts_.code, truth, leaf);
    for (std::uint32_t e = 0; e < parts_.code.roots.size(); ++e) {
        if (truth[parts_.code.roots[e]]) out.push_back(e);
    }
}

/// A name that nothing recognised: only a glob or a pattern can say anything of it, so that an expression that would
/// hold for any name at all ("not a sulfate") does not.
void Matcher::add_by_text(std::string_view name, std::vector<std::uint32_t>& out) const {
    if (parts_.glob_index.empty() && parts_.pattern_nodes.empty()) return;
    const Code& code = parts_.code;
    const std::string normal = parts_.dictionary->normal(name);
    const std::vector<std::uint32_t> globs = parts_.glob_index.matching(parts_.globs, words_of(normal));
    const auto leaf = [&](const Node& node) {
        if (node.op == Op::glob) return std::ranges::binary_search(globs, node.a);
        return node.op == Op::pattern && parts_.patterns[node.a]->matches(normal);
    };
    const auto holds = [&](std::uint32_t node) { return leaf(code.nodes[node]); };
    if (globs.empty() && std::ranges::none_of(parts_.pattern_nodes, holds)) return;
    std::vector<char> truth;
    evaluate(code, truth, leaf);
    for (std::uint32_t e = 0; e < code.roots.size(); ++e) {
        if (truth[code.roots[e]] && !parts_.holds_for_nothing[e]) out.push_back(e);
    }
}

}  // namespace incilint::match
