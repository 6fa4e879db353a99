// Severities as the settings have them, and findings that leave a report.
#include <algorithm>
#include <utility>

#include "cli/policy_step.h"

namespace incilint::cli {

rules::Severity severity_named(std::string_view word, rules::Severity otherwise) {
    if (word == "error") return rules::Severity::error;
    if (word == "warning") return rules::Severity::warning;
    if (word == "note") return rules::Severity::note;
    return otherwise;
}

rules::Severity least_of(const policy::Settings& settings) {
    return severity_named(settings.text("min-severity"), rules::Severity::note);
}

Says says_of(const policy::Settings& settings, const rules::Rule& rule, rules::Severity severity) {
    const std::string word = settings.severity_of(rule.id.text);
    return {severity_named(word, severity), word == "off"};
}

void take_out(match::Screening& screening, const std::vector<bool>& out) {
    std::vector<match::Finding> kept;
    std::vector<match::Finding> taken;
    std::vector<std::uint32_t> place;  // in its list
    for (std::size_t i = 0; i < screening.findings.size(); ++i) {
        std::vector<match::Finding>& into = out[i] ? taken : kept;
        place.push_back(static_cast<std::uint32_t>(into.size()));
        into.push_back(std::move(screening.findings[i]));
    }
    for (match::Contribution& part : screening.verdict.contributions)
        part.finding = place[part.finding] + (out[part.finding] ? static_cast<std::uint32_t>(kept.size()) : 0);
    screening.findings = std::move(kept);
    screening.held = std::move(taken);
}

void apply_severities(match::Screening& screening, const match::Program& program, const policy::Settings& settings) {
    std::vector<bool> out(screening.findings.size(), false);
    const rules::Severity least = least_of(settings);
    for (std::size_t i = 0; i < out.size(); ++i) {
        match::Finding& finding = screening.findings[i];
        const rules::Rule& rule = program.rules()[finding.rule];
        if (rule.effect == rules::Effect::credit) continue;
        const Says says = says_of(settings, rule, finding.severity);
        finding.severity = says.severity;
        out[i] = says.off || finding.severity < least;
    }
    if (std::ranges::find(out, true) != out.end()) take_out(screening, out);
}

}  // namespace incilint::cli
