#include "report/card.h"

#include <algorithm>

#include "base/text.h"

namespace incilint::report {
namespace {

void line(std::string& out, const TextStyle& style, std::string_view what, std::string_view text) {
    if (text.empty()) return;
    out.append("  ").append(paint(style, Hue::dim, padded(what, 14)));
    out.append(wrapped(text, style.width, 16)).append("\n");
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out.append(out.empty() ? "" : ", ").append(word);
    return out;
}

void append_evidence(std::string& out, const rules::Rule& rule, const Cite& cite, const TextStyle& style) {
    for (const rules::Evidence& evidence : rule.evidence) {
        std::string text = shown(evidence.says, 600);
        text.append(" [").append(shown(evidence.source.text)).append(", ").append(shown(evidence.grade)).append("]");
        line(out, style, "evidence", text);
        const std::string citation = cite(evidence.source.text);
        if (!citation.empty()) line(out, style, "", shown(citation, 600));
    }
}

}  // namespace

std::string rule_card(const rules::Rule& rule, const Cite& cite, const TextStyle& style) {
    std::string out = paint(style, Hue::bold, shown(rule.id.text));
    out.append(": ").append(shown(rule.title)).append("\n");
    line(out, style, "effect", rules::word(rule.effect));
    line(out, style, "category", shown(rule.category));
    line(out, style, "severity", rules::word(rule.severity));
    line(out, style, "basis", shown(rule.basis));
    line(out, style, "says", shown(rule.message, 600));
    append_evidence(out, rule, cite, style);
    std::vector<std::string> words;
    for (const rules::Word& alternative : rule.alternatives) words.push_back(shown(alternative.text));
    line(out, style, "instead", joined(words));
    return out;
}

std::string ingredient_card(const IngredientFacts& facts, const lexicon::Dictionary& dictionary, const Cite& cite,
                            const TextStyle& style) {
    const lexicon::Recognition& known = facts.recognition;
    std::string out = paint(style, Hue::bold, shown(known.inci)).append("\n");
    line(out, style, "recognised", shown(facts.asked).append(" (").append(lexicon::word(known.how)).append(")"));
    std::vector<std::string> classes;
    for (const lexicon::ClassId id : known.classes) classes.push_back(shown(dictionary.class_name(id)));
    if (known.id) {
        const lexicon::Ingredient row = dictionary.ingredient(*known.id);
        std::vector<std::string> names;
        for (const std::string_view name : dictionary.names(*known.id)) names.push_back(shown(name));
        if (!names.empty()) names.erase(names.begin());
        if (names.size() > 12) names.resize(12);
        line(out, style, "also", joined(names));
        line(out, style, "CAS", shown(row.cas));
        line(out, style, "functions", shown(row.functions));
        line(out, style, "EU limits", shown(row.caps));
        line(out, style, "source", shown(row.source));
    }
    line(out, style, "classes", joined(classes));
    line(out, style, "listed in", facts.listed_in.empty() ? "no category" : joined(facts.listed_in));
    std::vector<const rules::Rule*> told;
    for (const Fires& fires : facts.fires) {
        std::string text = shown(fires.rule->id.text);
        text.append(": ").append(rules::word(fires.severity));
        if (fires.certainty == match::Certainty::possible) text.append(", possible");
        text.append(", as the first name of a ").append(rules::word(fires.type)).append(" product");
        line(out, style, "rule", text);
    }
    for (const Fires& fires : facts.fires) {
        if (std::find(told.begin(), told.end(), fires.rule) != told.end()) continue;
        told.push_back(fires.rule);
        out.append("\n").append(rule_card(*fires.rule, cite, style));
    }
    return out;
}

}  // namespace incilint::report
