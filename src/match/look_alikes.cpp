#include "match/look_alikes.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "match/matcher.h"
#include "match/part_matcher.h"

namespace incilint::match {
namespace {

struct Catcher {
    const rules::Rule* rule = nullptr;
    const rules::Word* term = nullptr;
};

std::set<std::string, std::less<>> normal_texts(const std::vector<rules::Word>& words,
                                                const lexicon::Dictionary& dictionary) {
    std::set<std::string, std::less<>> out;
    for (const rules::Word& word : words) out.insert(dictionary.normal(word.text));
    return out;
}

}  // namespace

base::Expected<std::vector<LookAlike>, base::Diagnostics> look_alikes(const rules::RuleSet& joined,
                                                                      const Program& program,
                                                                      const ProgramImages& images) {
    std::vector<LookAlike> out;
    // 1. Each glob and pattern of a rule is a part.
    std::vector<Catcher> catchers;
    PartList list(joined);
    for (const rules::Rule& rule : joined.rules) {
        if (!rule.enabled || !rule.ingredient) continue;
        const auto& nodes = rule.ingredient->nodes;
        std::set<std::uint32_t> excepted(rule.ingredient->except.begin(), rule.ingredient->except.end());
        for (std::uint32_t i = 0; i < nodes.size(); ++i) {
            const bool text = nodes[i].kind == rules::TermKind::glob || nodes[i].kind == rules::TermKind::pattern;
            if (excepted.contains(i)) excepted.insert(nodes[i].children.begin(), nodes[i].children.end());
            if (!text || excepted.contains(i)) continue;
            catchers.push_back({&rule, &nodes[i].word});
            list.add(*rule.ingredient, i);
        }
    }
    if (catchers.empty()) return out;
    const auto parts = list.compile(images);
    if (!parts) return base::Error{parts.error()};
    // 2. What other rules are tested not to name.
    const Matcher matcher(program);
    const lexicon::Dictionary& dictionary = program.dictionary();
    std::map<const rules::Rule*, std::set<std::string, std::less<>>> own_tests;
    for (const Catcher& catcher : catchers)
        own_tests.try_emplace(catcher.rule, normal_texts(catcher.rule->tests.match, dictionary));
    std::set<std::string> told;
    for (const rules::Rule& other : joined.rules) {
        if (!other.enabled || !other.ingredient) continue;
        for (const rules::Word& word : other.tests.no_match) {
            const Resolved known = matcher.resolve(word.text, {.correct_spelling = false});
            std::set<std::string_view> named_by;
            for (const std::uint32_t expression : known.expressions) {
                const rules::Rule& rule = program.rules()[matcher.rule_of(expression)];
                if (rule.ingredient) named_by.insert(rule.id.text);
            }
            if (named_by.size() != 1 || *named_by.begin() == other.id.text) continue;
            const std::vector<bool> holds = parts_that_hold(*parts, word.text);
            for (std::size_t i = 0; i < catchers.size(); ++i) {
                const rules::Rule& rule = *catchers[i].rule;
                if (!holds[i] || *named_by.begin() != rule.id.text || rule.effect != other.effect) continue;
                if (!rule.category.empty() && rule.category != other.category) continue;
                if (own_tests[&rule].contains(dictionary.normal(word.text))) continue;
                if (!told.insert(rule.id.text + "\n" + word.text).second) continue;
                out.push_back({*catchers[i].term, rule.id.text, word.text, other.id.text});
            }
        }
    }
    return out;
}

}  // namespace incilint::match
