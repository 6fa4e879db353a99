#include "match/compile.h"

#include <array>
#include <set>
#include <utility>

#include "lexicon/build.h"
#include "match/candidates.h"
#include "match/check_rules.h"
#include "match/parts.h"
#include "match/resolve_terms.h"
#include "match/sections.h"
#include "rules/load.h"

namespace incilint::match {
namespace {

using base::Diagnostics;

lexicon::HouseName house_name(const rules::HouseIngredient& ingredient) {
    lexicon::HouseName name;
    name.inci = ingredient.inci.text;
    name.where = ingredient.inci.where;
    for (const rules::Word& synonym : ingredient.synonyms) name.synonyms.push_back(synonym.text);
    for (const rules::Word& word : ingredient.classes) name.classes.push_back(word.text);
    return name;
}

/// The names of a house image, to be joined with those of rule sets: a dictionary holds one house image.
std::vector<lexicon::HouseName> names_of(const lexicon::Dictionary& with_house, std::size_t base_size) {
    std::vector<lexicon::HouseName> names;
    for (std::size_t id = base_size; id < with_house.size(); ++id) {
        const auto ingredient = with_house.ingredient(lexicon::IngredientId{static_cast<std::uint32_t>(id)});
        lexicon::HouseName name;
        name.inci = ingredient.inci;
        const auto known = with_house.names(ingredient.id);
        for (std::size_t i = 1; i < known.size(); ++i) name.synonyms.emplace_back(known[i]);
        for (const lexicon::ClassId own : ingredient.classes) name.classes.emplace_back(with_house.class_name(own));
        names.push_back(std::move(name));
    }
    return names;
}

/// The house image of `--data` joined with the `ingredients:` of the rule sets, which win where both hold a name.
base::Expected<std::string, Diagnostics> join_house(const lexicon::Dictionary& base, std::string_view house_image,
                                                    const rules::RuleSet& joined) {
    if (joined.ingredients.empty()) return std::string{house_image};
    std::vector<lexicon::HouseName> names;
    for (const rules::HouseIngredient& ingredient : joined.ingredients) names.push_back(house_name(ingredient));
    if (!house_image.empty()) {
        const auto with_house = base.with_house(house_image);
        if (!with_house) return base::Error{Diagnostics{with_house.error()}};
        std::set<std::string> taken;
        for (const lexicon::HouseName& name : names) taken.insert(base.normal(name.inci));
        for (lexicon::HouseName& name : names_of(*with_house, base.size())) {
            if (taken.insert(base.normal(name.inci)).second) names.push_back(std::move(name));
        }
    }
    return lexicon::build_house_image(names, base);
}

/// What the program keeps of a rule: all but its tests, and nothing of rules that are switched off.
std::vector<rules::Rule> kept_rules(std::vector<rules::Rule> rules) {
    std::erase_if(rules, [](const rules::Rule& rule) { return !rule.enabled; });
    for (rules::Rule& rule : rules) rule.tests = {};
    return rules;
}

Code resolve(const rules::RuleSet& joined, const std::vector<rules::Rule>& kept, const lexicon::Dictionary& dictionary,
             Diagnostics& faults) {
    TermResolver resolver(dictionary, joined.sets, faults);
    for (const rules::Rule& rule : kept) {
        check_rule(rule, faults);
        if (rule.ingredient) resolver.add_root(*rule.ingredient);
        if (rule.label) {
            for (const rules::IngredientExpr& expr : rule.label->ingredients) resolver.add_root(expr);
        }
        resolver.end_rule();
    }
    resolver.check_sets();
    return resolver.take();
}

}  // namespace

base::Expected<Compiled, Diagnostics> compile_parts(CompileInput input) {
    // 1. One set of rules; each given set stays known by its name and digest.
    RuleBook book;
    for (const rules::RuleSet& set : input.rule_sets) book.sets.push_back({set.id.text, set.version, set.digest});
    auto joined = rules::join_rules(std::move(input.rule_sets));
    if (!joined) return base::Error{joined.error()};

    // 2. The names that rules may speak of.
    auto dictionary = lexicon::Dictionary::open(input.dictionary_image);
    if (!dictionary) return base::Error{Diagnostics{dictionary.error()}};
    const auto house = join_house(*dictionary, input.house_image, *joined);
    if (!house) return base::Error{house.error()};
    if (!house->empty()) dictionary = dictionary->with_house(*house);
    if (!dictionary) return base::Error{Diagnostics{dictionary.error()}};

    // 3. Words become identities; every fault is told at once.
    Diagnostics of_verdict;
    book.verdict = std::move(joined->verdict);
    if (book.verdict) check_verdict(*book.verdict, joined->rules, of_verdict);
    Diagnostics faults;
    book.rules = kept_rules(std::move(joined->rules));
    Code code = resolve(*joined, book.rules, *dictionary, faults);
    faults.insert(faults.end(), of_verdict.begin(), of_verdict.end());
    if (!faults.empty()) return base::Error{std::move(faults)};

    // 4. The parts.
    std::string candidates = build_candidates(code, *dictionary);
    return Compiled{input.dictionary_image, input.vocabulary_image, *house,
                    std::move(book),        std::move(code),        std::move(candidates)};
}

base::Expected<std::string, Diagnostics> compile(CompileInput input) {
    auto made = compile_parts(std::move(input));
    if (!made) return base::Error{made.error()};
    const std::string rules = store(std::move(made->book));
    const std::string code = store(made->code);
    const auto section = [](Part part, std::string_view bytes) {
        return Section{static_cast<std::uint32_t>(part), bytes};
    };
    return write_sections(program_magic, std::array{
                                             section(Part::dictionary, made->dictionary),
                                             section(Part::house, made->house),
                                             section(Part::vocabulary, made->vocabulary),
                                             section(Part::rules, rules),
                                             section(Part::code, code),
                                             section(Part::candidates, made->candidates),
                                         });
}

base::Expected<ProgramImages> images_of(std::string_view program_image) {
    const auto sections = read_sections(program_magic, program_image);
    if (!sections) return base::Error{sections.error()};
    const auto part = [&](Part wanted) { return section_of(*sections, static_cast<std::uint32_t>(wanted)); };
    return ProgramImages{part(Part::dictionary), part(Part::house), part(Part::vocabulary)};
}

}  // namespace incilint::match
