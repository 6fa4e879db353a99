#include "report/card.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/core.h>

#include "lexicon/tsv.h"
#include "report/rule_words.h"

namespace incilint::report {
namespace {

constexpr std::size_t most_synonyms = 12;

using Strings = std::vector<std::string>;

Strings texts_of(const std::vector<rules::Word>& words) {
    Strings out;
    for (const rules::Word& word : words) out.push_back(word.text);
    return out;
}

/// Without what JSON alone should hold.
std::vector<Sheet> evidence_of(const rules::Rule& rule, const Cite& cite) {
    std::vector<Sheet> out;
    for (const rules::Evidence& evidence : rule.evidence) {
        const std::string citation = cite(evidence.source.text);
        std::string shown = citation;
        if (!evidence.source.text.empty()) shown = evidence.source.text + (citation.empty() ? "" : ": ") + citation;
        Sheet made;
        made.fields = {{"grade", "", evidence.grade},
                       {"source", "", evidence.source.text},
                       {"says", evidence.grade, evidence.says.empty() ? std::string("(no words)") : evidence.says},
                       {"citation", "", citation},
                       {"", "source", shown}};
        out.push_back(std::move(made));
    }
    return out;
}

std::string looks_at(const rules::Rule& rule) {
    if (rule.ingredient) return words_of(*rule.ingredient);
    if (rule.label) return "the list as a whole: " + words_of(*rule.label);
    return rule.detector ? "the reader's check " + rule.detector->text : std::string();
}

/// What a rule says and on what it stands, the same for all cards.
void add_rule_fields(Sheet& out, const rules::Rule& rule, const Cite& cite) {
    const std::vector<Field> fields = {
        {"effect", "effect", std::string(rules::word(rule.effect))},
        {"category", "category", rule.category},
        {"severity", "", std::string(rules::word(rule.severity))},
        {"severities", "severity", severity_words(rule)},
        {"condition", "condition", words_of(rule.when)},
        {"basis", "basis", rule.basis},
        {"weight", "", rule.weight},
        {"", "weight", rule.weight == 0 ? std::string() : fmt::format("{}", rule.weight)},
        {"group", "", rule.group},
        {"looks_at", "looks at", looks_at(rule)},
        {"message", "says", rule.message},
        {"alternatives", "instead", texts_of(rule.alternatives)},
        {"evidence", "evidence", evidence_of(rule, cite)},
    };
    out.fields.insert(out.fields.end(), fields.begin(), fields.end());
}

std::vector<Sheet> rules_of(const std::vector<NamedBy>& named, const Cite& cite) {
    std::vector<Sheet> out;
    for (const NamedBy& by : named) {
        Sheet made;
        made.title = by.rule->id.text + ": " + by.rule->title;
        made.fields = {{"id", "", by.rule->id.text},
                       {"title", "", by.rule->title},
                       {"alone", "finding", by.alone},
                       {"target", "", std::string(by.rule->ingredient ? "ingredient" : "label")}};
        add_rule_fields(made, *by.rule, cite);
        out.push_back(std::move(made));
    }
    return out;
}

std::string how_words(const lexicon::Recognition& known) {
    switch (known.how) {
        case lexicon::How::exact:
            return "exact: it is the INCI name";
        case lexicon::How::synonym:
            return "synonym: another name of it";
        case lexicon::How::structure:
            return known.id ? "structure: by how the name is built"
                            : "structure: by how the name is built; no row of the dictionary stands behind it";
        case lexicon::How::spelling:
            return "spelling: no known name, read as the one name that is nearest to it";
    }
    return "";
}

std::vector<Sheet> classes_of(const lexicon::Recognition& known, const lexicon::Dictionary& dictionary) {
    std::vector<Sheet> out;
    for (const lexicon::ClassId own : known.classes) {
        Strings above;
        std::string chain;
        for (auto at = dictionary.parent(own); at; at = dictionary.parent(*at)) {
            above.emplace_back(dictionary.class_name(*at));
            chain.append(chain.empty() ? "in " : ", in ").append(above.back());
        }
        Sheet made;
        made.fields = {{"class", "class", std::string(dictionary.class_name(own))},
                       {"parents", "", above},
                       {"", "parents", chain},
                       {"meaning", "meaning", std::string(dictionary.class_meaning(own))}};
        out.push_back(std::move(made));
    }
    return out;
}

std::vector<Sheet> caps_of(const lexicon::Ingredient& row) {
    std::vector<Sheet> out;
    for (const std::string_view text : lexicon::cell_list(row.caps)) {
        const auto cap = lexicon::read_cap(text);
        if (!cap) continue;
        Sheet made;
        made.fields = {{"annex_entry", "", std::string(cap->annex_entry)},
                       {"percent", "", cap->percent},
                       {"use", "", std::string(cap->use)},
                       {"as", "", std::string(cap->as)},
                       {"", "limit", fmt::format("at most {} %", cap->percent)},
                       {"", "entry", fmt::format("Regulation (EC) 1223/2009, annex entry {}", cap->annex_entry)},
                       {"", "use", std::string(cap->use)},
                       {"", "counted as", cap->as.empty() ? std::string() : fmt::format("counted as {}", cap->as)}};
        out.push_back(std::move(made));
    }
    return out;
}

std::vector<Sheet> sources_of(std::string_view keys, const Cite& cite) {
    std::vector<Sheet> out;
    for (const std::string_view key : lexicon::cell_list(keys)) {
        Sheet made;
        made.fields = {{"source", "source", std::string(key)}, {"citation", "citation", cite(key)}};
        out.push_back(std::move(made));
    }
    return out;
}

void add_identity(Sheet& out, lexicon::IngredientId id, const lexicon::Dictionary& dictionary, const Cite& cite) {
    const lexicon::Ingredient row = dictionary.ingredient(id);
    Strings names;
    for (const std::string_view name : dictionary.names(id)) names.emplace_back(name);
    if (!names.empty()) names.erase(names.begin());
    const std::size_t count = names.size();
    std::ranges::stable_sort(names, {}, &std::string::size);  // "sls" before what is spelt out
    const bool cut = count > most_synonyms;
    if (cut) names.resize(most_synonyms);
    Strings functions;
    for (const std::string_view function : lexicon::cell_list(row.functions)) functions.emplace_back(function);
    Strings cas;
    for (const std::string_view number : lexicon::cell_list(row.cas)) cas.emplace_back(number);
    const std::vector<Field> fields = {
        {"cas", "CAS", cas},
        {"synonyms", "also called", names},
        {"synonym_count", cut ? "names in all" : "", count},
        {"functions", "functions", functions},
        {"limits", "EU limits", caps_of(row), Layout::table},
        {"sources", "row from", sources_of(row.source, cite), Layout::table},
    };
    out.fields.insert(out.fields.end(), fields.begin(), fields.end());
}

}  // namespace

Sheet set_sheet(const match::RuleSetInfo& set) {
    Sheet out;
    out.fields = {{"id", "set", set.id}, {"version", "version", set.version}, {"digest", "digest", set.digest}};
    return out;
}

Sheet rule_card(const RuleFacts& facts, const Cite& cite) {
    const rules::Rule& rule = *facts.rule;
    Sheet out;
    out.title = rule.id.text + ": " + rule.title;
    out.fields = {{"kind", "", std::string("rule")}, {"id", "", rule.id.text}, {"title", "", rule.title}};
    add_rule_fields(out, rule, cite);
    out.fields.push_back({"severity_here", "set here to", facts.here});
    out.fields.push_back({"suppressible", "", rule.suppressible});
    out.fields.push_back({"named", "", facts.named});
    out.fields.push_back({"examples", "", facts.examples});
    if (facts.named > 0) {
        std::string text = std::to_string(facts.named) + (facts.named == 1 ? " known name: " : " known names: ");
        for (std::size_t i = 0; i < facts.examples.size(); ++i) text.append(i ? ", " : "").append(facts.examples[i]);
        if (facts.named > facts.examples.size()) text.append(", …");
        out.fields.push_back({"", "names", text});
    }
    const rules::RuleTests none;
    const rules::RuleTests& tests = facts.tests ? *facts.tests : none;
    out.fields.push_back({"test_match", "tested on", texts_of(tests.match)});
    out.fields.push_back({"test_no_match", "not on", texts_of(tests.no_match)});
    return out;
}

Sheet ingredient_card(const IngredientFacts& facts, const lexicon::Dictionary& dictionary, const Cite& cite) {
    const lexicon::Recognition& known = facts.recognition;
    Sheet out;
    out.title = known.inci;
    out.fields = {{"kind", "", std::string("ingredient")},
                  {"asked", "asked for", facts.asked},
                  {"normal_form", "normal form", facts.normal},
                  {"recognised", "", true},
                  {"how", "", std::string(lexicon::word(known.how))},
                  {"", "recognised", how_words(known)},
                  {"inci", "INCI name", known.inci}};
    if (known.id) add_identity(out, *known.id, dictionary, cite);
    out.fields.push_back({"classes", "classes", classes_of(known, dictionary), Layout::table});
    out.fields.push_back({"categories", "", facts.listed_in});
    out.fields.push_back({"", "listed in", facts.listed_in.empty() ? Strings{"no category"} : facts.listed_in});
    out.fields.push_back({"look_alikes", "not to confuse", facts.look_alikes});
    out.fields.push_back({"not_meant_by", "not meant by", facts.not_meant_by});
    out.fields.push_back({"similar", "similar names", facts.similar});
    out.fields.push_back({"rules", "rules that name it", rules_of(facts.rules, cite)});
    return out;
}

Sheet unknown_card(const UnknownFacts& facts, const lexicon::Dictionary& dictionary, const Cite& cite) {
    const auto reading = dictionary.structure().read(facts.normal);
    Sheet out;
    out.title = facts.asked;
    out.fields = {{"kind", "", std::string("unknown")},
                  {"asked", "", facts.asked},
                  {"normal_form", "normal form", facts.normal},
                  {"recognised", "", false},
                  {"", "recognised", std::string("no: the dictionary holds no such name, spelt thus or nearly thus")},
                  {"structure", "", reading ? reading->inci : std::string()},
                  {"", "structure", reading ? reading->inci : std::string("built like no kind of name that is known")},
                  {"known_parts", "known parts", facts.known_parts},
                  {"new_words", "new words", facts.new_words},
                  {"similar", "nearest names", facts.similar},
                  {"rules", "rules that look at its text", rules_of(facts.rules, cite)},
                  {"", "own names", std::string("--data FILE, or `ingredients:` of a rule file, makes a name known")}};
    return out;
}

}  // namespace incilint::report
