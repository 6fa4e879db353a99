#include "report/rule_help.h"

#include <array>
#include <utility>

#include "report/escape.h"

namespace incilint::report {
namespace {

struct PolicyWords {
    std::string_view id;
    std::string_view title;
    std::string_view what_to_do;
};
constexpr std::array<PolicyWords, 5> policy_words = {{
    {"suppression/unused", "A suppression that holds nothing back", "Remove it: the finding it was for is gone."},
    {"suppression/expired", "A suppression whose day has passed", "Mend the label, or give a reason and a new day."},
    {"suppression/malformed", "A suppression that cannot be read",
     "Write it as the README shows; it holds nothing back."},
    {"suppression/incomplete", "A suppression without what the configuration requires", "Add what is missing."},
    {"baseline/stale", "A finding of the baseline that is gone", "Run incilint baseline prune."},
}};

std::string cited(const rules::Evidence& evidence, const Cite& cite) {
    const std::string citation = cite ? cite(evidence.source.text) : std::string();
    return citation.empty() ? evidence.source.text : citation;
}

}  // namespace

RuleHelp help_of(const rules::Rule& rule, const Cite& cite) {
    RuleHelp out;
    out.id = rule.id.text;
    out.title = rule.title;
    out.severity = rule.severity;
    out.may_guess = rule.otherwise.has_value() || rule.label.has_value();
    out.tags.emplace_back("cosmetics");
    if (!rule.category.empty()) out.tags.push_back(rule.category);
    if (!rule.basis.empty()) out.tags.push_back("basis-" + rule.basis);

    out.full = rule.title;
    if (!rule.evidence.empty() && !rule.evidence.front().says.empty()) out.full += ": " + rule.evidence.front().says;
    out.text = rule.title + ".";
    out.markdown = "**" + markdown_text(rule.title) + "**\n";
    if (!rule.evidence.empty()) {
        out.text += "\nEvidence:";
        out.markdown += "\nEvidence:\n\n";
    }
    for (const rules::Evidence& evidence : rule.evidence) {
        const std::string source = cited(evidence, cite);
        out.text += "\n- " + evidence.says + " (" + evidence.grade + "; " + source + ")";
        out.markdown += "- " + markdown_text(evidence.says) + " (" + markdown_text(evidence.grade) + "; " +
                        markdown_text(source) + ")\n";
    }
    std::string instead;
    for (const rules::Word& word : rule.alternatives) instead.append(instead.empty() ? "" : ", ").append(word.text);
    if (!instead.empty()) {
        out.text += "\nInstead: " + instead + ".";
        out.markdown += "\nInstead: " + markdown_text(instead) + "\\.\n";
    }
    return out;
}

RuleHelp help_of_policy(std::string_view id, rules::Severity severity) {
    RuleHelp out;
    out.id = id;
    out.title = id;
    out.text = "A finding about the files that steer the run.";
    for (const PolicyWords& words : policy_words) {
        if (words.id != id) continue;
        out.title = words.title;
        out.text = std::string(words.title) + ". " + std::string(words.what_to_do);
    }
    out.full = out.text;
    out.markdown = markdown_text(out.text) + "\n";
    out.severity = severity;
    out.tags = {"cosmetics", "policy"};
    return out;
}

}  // namespace incilint::report
