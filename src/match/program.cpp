#include "match/program.h"

#include <utility>

#include "match/factors.h"
#include "match/parts.h"
#include "match/sections.h"

namespace incilint::match {
namespace {

base::Error<base::Diagnostic> damaged(std::string text) {
    return base::Error{base::Diagnostic{"program/damaged", {}, std::move(text), "compile the rules again"}};
}

/// The dictionary with the names of the house, as compile() saw it.
base::Expected<lexicon::Dictionary> open_dictionary(std::string_view image, std::string_view house) {
    auto dictionary = lexicon::Dictionary::open(image);
    if (!house.empty() && dictionary) return dictionary->with_house(house);
    return dictionary;
}

}  // namespace

base::Expected<Program> Program::open(std::string_view image, bool keep) {
    auto parts = std::make_shared<Parts>();
    if (keep) parts->owned = image;
    const auto sections = read_sections(program_magic, keep ? std::string_view{parts->owned} : image);
    if (!sections) return base::Error{sections.error()};
    const auto part = [&](Part wanted) { return section_of(*sections, static_cast<std::uint32_t>(wanted)); };
    auto book = load_rule_book(part(Part::rules));
    if (!book) return damaged("the rules of this program are damaged");
    auto code = load_code(part(Part::code));
    if (!code) return damaged("the expressions of this program are damaged");
    parts->book = std::move(*book);
    parts->code = std::move(*code);
    return open(std::move(parts),
                {part(Part::dictionary), part(Part::house), part(Part::vocabulary), part(Part::candidates)});
}

base::Expected<Program> Program::open(Compiled compiled) {
    auto parts = std::make_shared<Parts>();
    parts->compiled = std::move(compiled);
    Compiled& in = parts->compiled;
    parts->book = std::move(in.book);
    parts->code = std::move(in.code);
    const Bytes bytes{in.dictionary, in.house, in.vocabulary, in.candidates};
    return open(std::move(parts), bytes);
}

base::Expected<Program> Program::open(std::shared_ptr<Parts> parts, const Bytes& bytes) {
    auto dictionary = open_dictionary(bytes.dictionary, bytes.house);
    if (!dictionary) return base::Error{dictionary.error()};
    parts->dictionary = std::move(*dictionary);
    auto vocabulary = label::Vocabulary::open(bytes.vocabulary);
    if (!vocabulary) return base::Error{vocabulary.error()};
    parts->vocabulary = *vocabulary;

    parts->verdict = parts->book.verdict.value_or(rules::VerdictModel{});
    parts->groups = group_rules(parts->book.rules);
    parts->caps = caps_of(parts->groups, parts->verdict);

    const std::size_t ingredients = parts->dictionary->size();
    const Code& c = parts->code;
    if (!is_sound(c, ingredients, parts->dictionary->class_count()) ||
        c.rule_first.size() != parts->book.rules.size() + 1) {
        return damaged("the expressions of this program are damaged");
    }
    parts->candidates = Candidates(bytes.candidates, ingredients, c.roots.size());
    if (!parts->candidates.ok()) return damaged("the candidate table of this program is damaged");

    parts->globs.resize(c.texts.size());
    parts->patterns.resize(c.texts.size());
    for (std::uint32_t i = 0; i < c.nodes.size(); ++i) {
        const Node& node = c.nodes[i];
        if (node.op == Op::glob) {
            parts->globs[node.a] = load_glob(c.texts[node.a]);
        } else if (node.op == Op::pattern) {
            auto pattern = Pattern::make(c.texts[node.a]);
            if (!pattern) return damaged("a pattern of this program is damaged: " + pattern.error());
            parts->patterns[node.a] = std::move(*pattern);
            parts->pattern_nodes.push_back(i);
        }
    }
    parts->glob_index = GlobIndex(parts->globs);
    std::vector<char> truth;
    evaluate(c, truth, [](const Node&) { return false; });
    for (const std::uint32_t root : c.roots) parts->holds_for_nothing.push_back(truth[root]);
    for (std::uint32_t r = 0; r + 1 < c.rule_first.size(); ++r) {
        parts->rule_of.resize(c.rule_first[r + 1], r);
    }
    Program program;
    program.parts_ = std::move(parts);
    return program;
}

const lexicon::Dictionary& Program::dictionary() const {
    return *parts_->dictionary;
}
const label::Vocabulary& Program::vocabulary() const {
    return *parts_->vocabulary;
}
const std::vector<rules::Rule>& Program::rules() const {
    return parts_->book.rules;
}
const rules::VerdictModel& Program::verdict() const {
    return parts_->verdict;
}
const std::vector<RuleSetInfo>& Program::rule_sets() const {
    return parts_->book.sets;
}

}  // namespace incilint::match
