#include "report/findings_text.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include <fmt/core.h>

#include "base/text.h"
#include "report/excerpt.h"

namespace incilint::report {
namespace {

using Findings = std::vector<const match::Finding*>;

/// Findings of one rule with one severity and certainty, in the order of the label.
std::vector<Findings> gathered(const Subject& subject) {
    std::vector<Findings> groups;
    std::map<std::tuple<int, std::uint32_t, int, int>, std::size_t> known;
    for (const match::Finding& finding : subject.screening().findings) {
        if (subject.rule(finding).effect == rules::Effect::credit) continue;
        const auto key = std::tuple(static_cast<int>(finding.severity), finding.rule,
                                    static_cast<int>(finding.certainty), static_cast<int>(finding.held));
        const auto [at, fresh] = known.emplace(key, groups.size());
        if (fresh) groups.emplace_back();
        groups[at->second].push_back(&finding);
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Findings& a, const Findings& b) { return a.front()->severity > b.front()->severity; });
    return groups;
}

std::string name_of(const Subject& subject, const match::Finding& finding) {
    const auto entries = subject.entries();
    if (!finding.entry || *finding.entry >= entries.size()) return "the label";
    return shown(entries[*finding.entry].name, 60);
}

/// "a, b, c and 4 more".
std::string name_list(const std::vector<std::string>& names, std::size_t most) {
    std::string out;
    for (std::size_t i = 0; i < names.size() && i < most; ++i) out.append(i ? ", " : "").append(names[i]);
    if (names.size() > most) out.append(fmt::format(" and {} more", names.size() - most));
    return out;
}

/// With the place in the list, because a list may name the same thing twice.
std::string numbered(const Subject& subject, const match::Finding& finding) {
    std::string out = name_of(subject, finding);
    if (finding.entry) out.append(fmt::format(" ({})", *finding.entry + 1));
    return out;
}

/// The byte of a line at which a column begins.
std::size_t byte_of(std::string_view line, std::uint32_t column) {
    std::size_t at = 0;
    for (std::uint32_t i = 1; i < column && at < line.size(); ++i) at += base::decode(line, at).length;
    return std::min(at, line.size());
}

/// What a person sees at the place: the line of the file, or of the label where that is a cell of a row.
Excerpt excerpt_of(const Input& input, base::Span span, const Places& places, std::size_t columns) {
    if (!input.lines) return excerpt(input.text, span, columns);
    const base::Position from = places.at(span.from);
    const base::Position to = places.at(span.to);
    const std::string_view line = input.lines->line(from.line);
    return excerpt(line, {byte_of(line, from.column), to.line > from.line ? line.size() : byte_of(line, to.column)},
                   columns);
}

void append_excerpt(std::string& out, const Subject& subject, const match::Finding& finding, const Places& places,
                    const TextStyle& style) {
    if (finding.span.empty()) return;
    const std::string line = fmt::format("{:>7}", places.at(finding.span.from).line);
    const Excerpt cut = excerpt_of(subject.input(), finding.span, places, style.width - 12);
    out.append(paint(style, Hue::dim, line + " | ")).append(cut.line).append("\n");
    out.append(paint(style, Hue::dim, "        | "));
    out.append(paint(style, hue_of(finding.severity), cut.carets)).append("\n");
}

void append_group(std::string& out, const Subject& subject, const Findings& group, const Places& places,
                  const TextStyle& style) {
    const match::Finding& first = *group.front();
    const rules::Rule& rule = subject.rule(first);
    std::string word(rules::word(first.severity));
    if (first.certainty == match::Certainty::possible) word.append(", possible");
    if (first.held != match::Held::no) word.append(", ").append(match::word(first.held));
    out.append("  ").append(paint(style, hue_of(first.severity), word));
    out.append("  ").append(paint(style, Hue::dim, shown(rule.id.text))).append("\n");
    out.append("    ").append(wrapped(shown(first.message, 600), style.width, 4)).append("\n");
    append_excerpt(out, subject, first, places, style);
    if (group.size() > 1) {
        std::vector<std::string> names;
        for (std::size_t i = 1; i < group.size(); ++i) names.push_back(numbered(subject, *group[i]));
        out.append("    ").append(wrapped("also: " + name_list(names, 12), style.width, 4)).append("\n");
    }
    if (rule.effect == rules::Effect::concern && !rule.evidence.empty()) {
        const rules::Evidence& evidence = rule.evidence.front();
        const std::string why = fmt::format("why: {} [{}, {}]", shown(evidence.says, 400), shown(evidence.source.text),
                                            shown(evidence.grade));
        out.append("    ").append(paint(style, Hue::dim, wrapped(why, style.width, 4))).append("\n");
    }
    if (rule.effect == rules::Effect::concern && !rule.alternatives.empty()) {
        std::vector<std::string> names;
        for (const rules::Word& alternative : rule.alternatives) names.push_back(shown(alternative.text));
        out.append("    ").append(wrapped("instead: " + name_list(names, 6), style.width, 4)).append("\n");
    }
}

std::string factor(double value) {
    return fmt::format("{:.3g}", value);
}

std::string contribution_line(const Subject& subject, const match::Contribution& part, const TextStyle& style) {
    const match::Finding& finding = match::finding_at(subject.screening(), part.finding);
    const rules::Rule& rule = subject.rule(finding);
    std::string points = fmt::format("{:.1f}", part.points);
    if (fmt::format("{:.1f}", part.points_high) != points) points += fmt::format(" to {:.1f}", part.points_high);
    std::string how = fmt::format("weight {} x level {} ({})", factor(part.weight), factor(part.level_factor),
                                  match::word(part.level));
    if (part.contact_low == part.contact_high)
        how += fmt::format(" x contact {}", factor(part.contact_low));
    else
        how += fmt::format(" x contact {} to {}", factor(part.contact_low), factor(part.contact_high));
    if (part.sibling_factor != 1) how += fmt::format(" x sibling {}", factor(part.sibling_factor));
    return fmt::format("    {:>12}  {}  {}\n", points, padded(name_of(subject, finding), 28),
                       paint(style, Hue::dim, shown(rule.id.text) + ": " + how));
}

}  // namespace

void append_findings(std::string& out, const Subject& subject, const Places& places, const TextStyle& style) {
    for (const Findings& group : gathered(subject)) {
        out.append("\n");
        append_group(out, subject, group, places, style);
    }
}

void append_credits(std::string& out, const Subject& subject, const TextStyle& style) {
    // One line a rule: its message speaks for all names, so that "viability unknown" is never left out.
    std::vector<std::pair<std::uint32_t, Findings>> credits;
    for (const match::Finding& finding : subject.screening().findings) {
        if (subject.rule(finding).effect != rules::Effect::credit) continue;
        const auto known =
            std::find_if(credits.begin(), credits.end(), [&](const auto& c) { return c.first == finding.rule; });
        if (known != credits.end())
            known->second.push_back(&finding);
        else
            credits.push_back({finding.rule, {&finding}});
    }
    if (credits.empty()) return;
    out.append("\n  ").append(paint(style, Hue::green, "credits")).append("\n");
    for (const auto& [index, findings] : credits) {
        const rules::Rule& rule = subject.rule(*findings.front());
        const std::string category = shown(rule.category.empty() ? rule.id.text : rule.category);
        std::string text = shown(findings.front()->message, 400);
        std::vector<std::string> names;
        for (std::size_t i = 1; i < findings.size(); ++i) names.push_back(name_of(subject, *findings[i]));
        if (!names.empty()) text.append("; also ").append(name_list(names, 12));
        out.append("    ").append(padded(category, 20)).append(" ").append(wrapped(text, style.width, 25)).append("\n");
    }
}

void append_contributions(std::string& out, const Subject& subject, const TextStyle& style) {
    const match::Screening& screening = subject.screening();
    for (const rules::Effect effect : {rules::Effect::concern, rules::Effect::credit}) {
        std::vector<const match::Contribution*> parts;
        for (const match::Contribution& part : screening.verdict.contributions)
            if (subject.rule(match::finding_at(screening, part.finding)).effect == effect) parts.push_back(&part);
        if (parts.empty()) continue;
        out.append("\n  ")
            .append(effect == rules::Effect::concern ? "points of burden" : "points of support")
            .append("\n");
        constexpr std::size_t most = 10;
        for (std::size_t i = 0; i < parts.size() && i < most; ++i)
            out.append(contribution_line(subject, *parts[i], style));
        if (parts.size() > most)
            out.append(fmt::format("                  and {} smaller ones\n", parts.size() - most));
    }
}

}  // namespace incilint::report
