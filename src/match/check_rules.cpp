#include "match/check_rules.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/near.h"
#include "label/label.h"
#include "match/categories.h"

namespace incilint::match {
namespace {

template <class Words>
bool holds(const Words& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

std::vector<std::string> all_categories() {
    std::vector<std::string> all(concern_categories.begin(), concern_categories.end());
    all.insert(all.end(), credit_categories.begin(), credit_categories.end());
    return all;
}

void check_category(std::string_view category, const base::Where& where, base::Diagnostics& faults) {
    const std::vector<std::string> all = all_categories();
    if (holds(all, category)) return;
    faults.push_back({"rules/unknown-category", where, "there is no category \"" + std::string{category} + "\"",
                      base::near_hint(category, all)});
}

void check_detector(const rules::Word& detector, base::Diagnostics& faults) {
    if (label::detector_named(detector.text)) return;
    std::vector<std::string> known;
    for (std::size_t i = 0; i < label::detector_count; ++i) {
        known.emplace_back(label::word(static_cast<label::Detector>(i)));
    }
    faults.push_back({"rules/unknown-detector", detector.where, "there is no detector \"" + detector.text + "\"",
                      base::near_hint(detector.text, known)});
}

}  // namespace

void check_rule(const rules::Rule& rule, base::Diagnostics& faults) {
    if (!rule.category.empty()) {
        check_category(rule.category, rule.id.where, faults);
        const bool is_odd = (rule.effect == rules::Effect::concern && holds(credit_categories, rule.category)) ||
                            (rule.effect == rules::Effect::credit && holds(concern_categories, rule.category));
        if (is_odd) {
            faults.push_back(
                {"rules/category-and-effect", rule.id.where,
                 "category " + rule.category + " does not go with effect " + std::string{rules::word(rule.effect)},
                 ""});
        }
    }
    if (rule.detector) check_detector(*rule.detector, faults);
    if (!rule.label) return;
    for (const rules::LabelTerm& term : rule.label->nodes) {
        for (const rules::Word& word : term.words) {
            if (term.kind == rules::LabelTermKind::category) check_category(word.text, word.where, faults);
            if (term.kind == rules::LabelTermKind::detector) check_detector(word, faults);
        }
    }
}

void check_verdict(const rules::VerdictModel& model, const std::vector<rules::Rule>& rules, base::Diagnostics& faults) {
    for (const rules::Gate& gate : model.gates) {
        if (std::ranges::find(model.bands, gate.at_least, &rules::Band::name) == model.bands.end()) {
            std::vector<std::string> bands;
            for (const rules::Band& band : model.bands) bands.push_back(band.name);
            faults.push_back({"rules/unknown-band", gate.where, "there is no band \"" + gate.at_least + "\"",
                              base::near_hint(gate.at_least, bands)});
        }
        const bool is_met = std::ranges::any_of(rules, [&](const rules::Rule& rule) {
            return gate.rule.ends_with('/') ? rule.id.text.starts_with(gate.rule) : rule.id.text == gate.rule;
        });
        if (is_met) continue;
        std::vector<std::string> ids;
        ids.reserve(rules.size());
        for (const rules::Rule& rule : rules) ids.push_back(rule.id.text);
        faults.push_back({"rules/unknown-rule", gate.where, "a gate names \"" + gate.rule + "\", which no rule is",
                          base::near_hint(gate.rule, ids)});
    }
}

}  // namespace incilint::match
