#include "rules/rule_reader.h"

#include <algorithm>
#include <utility>

#include "rules/expr.h"
#include "rules/keys.h"
#include "rules/when.h"

namespace incilint::rules {
namespace {

constexpr double max_weight = 10;  ///< severity points of the harshest ingredient

void check_message(const Word& message, const Reader& reader) {
    const std::string& text = message.text;
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        const std::size_t close = text.find('}', open);
        const std::string name = close == std::string::npos ? "" : text.substr(open + 1, close - open - 1);
        if (std::find(keys::placeholders.begin(), keys::placeholders.end(), name) != keys::placeholders.end()) continue;
        add_fault(reader.faults(), message.where, "rules/unknown-word",
                  close == std::string::npos ? "a { without its } in message"
                                             : concat({"unknown word {", name, "} in message"}),
                  suggestion(name, keys::placeholders));
    }
}

std::vector<Evidence> read_evidence(const yaml::Node& node, const Reader& reader) {
    std::vector<Evidence> out;
    if (!reader.list(node, "evidence")) return out;
    for (const yaml::Node& item : node.items) {
        if (!reader.map_of(item, "an evidence", keys::evidence)) continue;
        Evidence evidence;
        if (const yaml::Node* grade = reader.required(item, "grade", "an evidence")) {
            const auto found = reader.choice(*grade, "evidence grade", keys::evidence_grades);
            if (found) evidence.grade = keys::evidence_grades[*found];
        }
        const yaml::Node* source = item.find("source");
        if (source != nullptr) {
            if (auto word = reader.text(*source, "source")) evidence.source = std::move(*word);
        } else if (evidence.grade != "unsourced") {
            reader.fault(item.mark, "rules/missing-key", "an evidence needs the key 'source'",
                         "or grade: unsourced, if there is none");
        }
        if (evidence.source.where.line == 0) evidence.source.where = reader.at(item.mark);
        if (const yaml::Node* says = item.find("says")) {
            if (auto word = reader.text(*says, "says")) evidence.says = std::move(word->text);
        }
        out.push_back(std::move(evidence));
    }
    return out;
}

RuleTests read_tests(const yaml::Node& node, const Reader& reader) {
    RuleTests tests;
    if (!reader.map_of(node, "tests", keys::tests)) return tests;
    if (const yaml::Node* match = node.find("match")) tests.match = reader.texts(*match, "match");
    if (const yaml::Node* no_match = node.find("no_match")) tests.no_match = reader.texts(*no_match, "no_match");
    return tests;
}

template <class T>
void assign(T& into, std::optional<T> value) {
    if (value) into = std::move(*value);
}

/// Keys that hold one plain value. False: not one of them.
bool read_plain(Rule& rule, const Entry& entry, const Reader& reader) {
    const yaml::Node& value = entry.value;
    const auto text_into = [&](std::string& into, std::optional<Word> word) {
        if (word) into = std::move(word->text);
    };
    if (entry.key == "title") {
        text_into(rule.title, reader.text(value, "title"));
    } else if (entry.key == "category") {
        text_into(rule.category, reader.kebab(value, "category"));
    } else if (entry.key == "group") {
        text_into(rule.group, reader.kebab(value, "group"));
    } else if (entry.key == "effect") {
        if (const auto i = reader.choice(value, "effect", keys::effects)) rule.effect = static_cast<Effect>(*i);
    } else if (entry.key == "severity") {
        if (const auto i = reader.choice(value, "severity", keys::severities)) {
            rule.severity = static_cast<Severity>(*i);
        }
    } else if (entry.key == "basis") {
        if (const auto i = reader.choice(value, "basis", keys::bases)) rule.basis = keys::bases[*i];
    } else if (entry.key == "enabled") {
        assign(rule.enabled, reader.boolean(value, "enabled"));
    } else if (entry.key == "suppressible") {
        assign(rule.suppressible, reader.boolean(value, "suppressible"));
    } else if (entry.key == "weight") {
        assign(rule.weight, reader.number(value, "weight", 0, max_weight));
    } else {
        return false;
    }
    return true;
}

void read_key(Rule& rule, const Entry& entry, const Reader& reader) {
    const yaml::Node& value = entry.value;
    if (read_plain(rule, entry, reader)) return;
    if (entry.key == "ingredient") {
        rule.ingredient = read_ingredient_expr(value, reader);
    } else if (entry.key == "label") {
        rule.label = read_label_expr(value, reader);
    } else if (entry.key == "detector") {
        rule.detector = reader.kebab(value, "detector");
    } else if (entry.key == "when") {
        rule.when = read_when(value, reader);
    } else if (entry.key == "otherwise") {
        if (const auto found = read_severity_or_none(value, "severity", reader)) rule.otherwise = *found;
    } else if (entry.key == "grades") {
        rule.grades = read_grades(value, reader);
    } else if (entry.key == "evidence") {
        rule.evidence = read_evidence(value, reader);
    } else if (entry.key == "message") {
        if (const auto word = reader.text(value, "message")) {
            check_message(*word, reader);
            rule.message = word->text;
        }
    } else if (entry.key == "alternatives") {
        rule.alternatives = reader.texts(value, "alternatives");
    } else if (entry.key == "tests") {
        rule.tests = read_tests(value, reader);
    }
}

/// Exactly one target, and the keys without which a rule means nothing.
void check_complete(const MapDraft& draft, const Rule& rule, Complete complete, base::Diagnostics& faults) {
    constexpr std::string_view targets[] = {"ingredient", "label", "detector"};
    const Entry* target = nullptr;
    for (const std::string_view key : targets) {
        const Entry* found = draft.find(key);
        if (found != nullptr && target != nullptr) {
            add_fault(faults, found->where, "rules/target",
                      concat({"rule ", quoted(draft.name.text), " has both '", target->key, "' and '", key, "'"}),
                      "exactly one of: ingredient, label, detector");
        }
        target = found != nullptr ? found : target;
    }
    const bool switches_off = !rule.enabled && target == nullptr && draft.entries.size() == 2;
    if (complete == Complete::no || switches_off) return;
    const auto missing = [&](std::string_view key, std::string_view hint) {
        add_fault(faults, draft.name.where, "rules/missing-key",
                  concat({"rule ", quoted(draft.name.text), " needs the key '", key, "'"}), std::string(hint));
    };
    if (target == nullptr) {
        add_fault(faults, draft.name.where, "rules/target",
                  concat({"rule ", quoted(draft.name.text), " has nothing to look for"}),
                  "exactly one of: ingredient, label, detector; to change a rule of another set, extend that set");
        return;
    }
    if (draft.find("title") == nullptr) missing("title", "");
    if (draft.find("effect") == nullptr) missing("effect", "one of: concern, credit, info");
    const bool counts = rule.effect != Effect::info && draft.find("effect") != nullptr;
    if (draft.find("severity") == nullptr && counts && rule.effect == Effect::concern) {
        missing("severity", "one of: note, warning, error");
    }
    if (draft.find("category") == nullptr && counts && draft.find("ingredient") != nullptr) missing("category", "");
}

}  // namespace

Rule read_rule(const MapDraft& draft, Complete complete, base::Diagnostics& faults) {
    Rule rule;
    rule.id = draft.name;
    for (const Entry& entry : draft.entries) read_key(rule, entry, Reader(entry.where.file, faults));
    check_complete(draft, rule, complete, faults);
    return rule;
}

HouseIngredient read_house(const MapDraft& draft, base::Diagnostics& faults) {
    HouseIngredient house;
    house.inci = draft.name;
    for (const Entry& entry : draft.entries) {
        const Reader reader(entry.where.file, faults);
        // An empty list is how an override takes the synonyms or classes away.
        if (entry.value.kind == yaml::Kind::sequence && entry.value.items.empty()) continue;
        if (entry.key == "synonyms") house.synonyms = reader.texts(entry.value, "synonyms");
        if (entry.key == "classes") house.classes = reader.kebabs(entry.value, "classes");
    }
    return house;
}

}  // namespace incilint::rules
