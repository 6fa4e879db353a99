#include "match/judge.h"

#include <algorithm>
#include <tuple>

#include "match/label_rule.h"
#include "match/message.h"

namespace incilint::match {
namespace {

constexpr std::size_t most_names_in_a_message = 3;

/// Why a finding about an entry is not certain, in words for its message.
std::string doubt_text(const label::Entry& entry, const Resolved& resolved) {
    std::string text;
    if (!resolved.recognition) text += " (the name is not in the dictionary; it matches by its words)";
    if (resolved.recognition && resolved.recognition->how == lexicon::How::spelling) {
        text += " (read as \"" + resolved.recognition->inci + "\", spelling corrected)";
    }
    if (entry.section == label::Section::may_contain) text += " (listed under may contain)";
    return text;
}

Finding make_finding(std::uint32_t rule, const Decision& decision) {
    Finding finding;
    finding.rule = rule;
    finding.severity = decision.severity;
    finding.certainty = decision.certainty;
    return finding;
}

Facts facts_of(const Case& screened, std::size_t entry) {
    const auto& percent = screened.product->entries[entry].percent;
    return {screened.context, &screened.places[entry], percent ? &*percent : nullptr};
}

void judge_entry(const Case& screened, std::uint32_t index, std::vector<Finding>& findings) {
    const Resolved& resolved = *screened.resolved[index];
    const label::Entry& entry = screened.product->entries[index];
    for (const std::uint32_t expression : resolved.expressions) {
        const std::uint32_t r = screened.matcher.rule_of(expression);
        const rules::Rule& rule = screened.matcher.program().rules()[r];
        if (!rule.ingredient) continue;
        const auto decision = decide(rule, Truth::holds, facts_of(screened, index));
        if (!decision) continue;
        const std::string doubt = doubt_text(entry, resolved);
        Finding finding = make_finding(r, *decision);
        if (!doubt.empty()) finding.certainty = Certainty::possible;
        finding.entry = index;
        finding.span = entry.span;
        finding.message =
            fill(rule, values_of(entry, screened.places[index])) + doubt + missing_text(decision->missing);
        findings.push_back(std::move(finding));
    }
}

void judge_detector(const Case& screened, std::uint32_t r, std::vector<Finding>& findings) {
    const rules::Rule& rule = screened.matcher.program().rules()[r];
    for (const label::Detection* detection : screened.detections) {
        if (label::word(detection->detector) != rule.detector->text) continue;
        const bool has_entry = screened.product && detection->entry && *detection->entry < screened.places.size();
        const Facts facts = has_entry ? facts_of(screened, *detection->entry) : Facts{screened.context};
        const auto decision = decide(rule, Truth::holds, facts);
        if (!decision) continue;
        Finding finding = make_finding(r, *decision);
        MessageValues values;
        if (has_entry) {
            finding.entry = static_cast<std::uint32_t>(*detection->entry);
            values = values_of(screened.product->entries[*detection->entry], screened.places[*detection->entry]);
        }
        values.detail = quotable(detection->detail);
        finding.span = detection->span;
        finding.message = fill(rule, values) + missing_text(decision->missing);
        findings.push_back(std::move(finding));
    }
}

MessageValues values_of_label(const Case& screened, const LabelTruth& truth) {
    MessageValues values;
    std::vector<std::string> names;
    for (const std::uint32_t i : truth.entries) {
        std::string name = quotable(screened.product->entries[i].name);
        if (std::ranges::find(names, name) != names.end()) continue;
        if (names.size() == most_names_in_a_message) {
            names.emplace_back("…");
            break;
        }
        names.push_back(std::move(name));
    }
    for (const std::string& name : names) values.ingredient += (values.ingredient.empty() ? "" : ", ") + name;
    values.rank = "?";
    values.count = std::to_string(screened.product ? screened.product->entries.size() : 0);
    values.bounds = "amount not stated";
    return values;
}

void judge_label_rule(const Case& screened, std::uint32_t r, std::vector<FoundCategory>& found,
                      std::vector<Finding>& findings) {
    const rules::Rule& rule = screened.matcher.program().rules()[r];
    const LabelTruth truth = judge_label(screened, r, found);
    if (truth.lenient == Truth::fails) return;
    auto decision = decide(rule, truth.lenient, Facts{screened.context});
    if (!decision) return;
    if (truth.strict != Truth::holds) decision->certainty = Certainty::possible;
    Finding finding = make_finding(r, *decision);
    finding.message = fill(rule, values_of_label(screened, truth)) + missing_text(decision->missing);
    if (!rule.category.empty()) {
        found.push_back({rule.category, finding.certainty == Certainty::certain ? Truth::holds : Truth::cannot_tell});
    }
    findings.push_back(std::move(finding));
}

}  // namespace

std::string missing_text(const std::vector<std::string_view>& missing) {
    std::string text;
    for (std::size_t i = 0; i < missing.size(); ++i) {
        if (std::find(missing.begin(), missing.begin() + static_cast<std::ptrdiff_t>(i), missing[i]) ==
            missing.begin() + static_cast<std::ptrdiff_t>(i)) {
            text += (text.empty() ? " (cannot be told: " : ", ") + std::string{missing[i]};
        }
    }
    return text.empty() ? text : text + ")";
}

std::optional<Decision> decide(const rules::Rule& rule, Truth subject, const Facts& facts) {
    Decision decision;
    const Truth when = judge_when(rule.when, facts, &decision.missing);
    if (when == Truth::fails) return std::nullopt;
    if (subject == Truth::cannot_tell) decision.missing.emplace_back("whether the names of the list meet it");
    if (std::min(subject, when) == Truth::cannot_tell) {
        if (!rule.otherwise) return std::nullopt;
        decision.severity = *rule.otherwise;
        decision.certainty = Certainty::possible;
        return decision;
    }
    decision.severity = rule.severity;
    for (const rules::Grade& grade : rule.grades) {
        if (judge_when(grade.when, facts, nullptr) != Truth::holds) continue;
        if (!grade.severity) return std::nullopt;
        decision.severity = *grade.severity;
        break;
    }
    return decision;
}

std::vector<Finding> findings_of(const Case& screened) {
    const std::vector<rules::Rule>& rules = screened.matcher.program().rules();
    std::vector<Finding> findings;
    for (std::uint32_t i = 0; i < screened.resolved.size(); ++i) judge_entry(screened, i, findings);

    // Label rules that ask for categories see what the others found, so they come last.
    std::vector<FoundCategory> found;
    for (const bool asks : {false, true}) {
        const std::size_t known = found.size();
        std::vector<FoundCategory> found_now = found;
        for (std::uint32_t r = 0; r < rules.size(); ++r) {
            if (!rules[r].label || asks_for_categories(*rules[r].label) != asks) continue;
            judge_label_rule(screened, r, asks ? found_now : found, findings);
            if (asks) found_now.resize(known);  // rules that ask do not see each other
        }
    }
    if (!screened.detections.empty()) {
        for (std::uint32_t r = 0; r < rules.size(); ++r) {
            if (rules[r].detector) judge_detector(screened, r, findings);
        }
    }
    std::ranges::stable_sort(findings, {}, [](const Finding& f) { return std::tuple(f.span.from, f.span.to, f.rule); });
    return findings;
}

}  // namespace incilint::match
