#include "report/changes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/fold.h"
#include "match/message.h"
#include "report/pairs.h"
#include "report/text.h"

namespace incilint::report {
namespace {

constexpr double smallest_points = 0.05;  // what a report shows with one decimal

std::string amount_of(const label::Entry& entry) {
    return entry.percent ? match::percent_text(*entry.percent) : "";
}

/// What an entry is, whatever its spelling; the section is part of it: an active that becomes an inactive has changed.
std::vector<std::string> identities(const Subject& subject) {
    std::vector<std::string> out;
    const auto entries = subject.entries();
    for (std::uint32_t i = 0; i < entries.size(); ++i)
        out.push_back(base::fold(subject.ingredient_name(i)) + "\n" + std::string(label::word(entries[i].section)));
    return numbered(std::move(out));
}

void compare_entries(const Subject& before, const Subject& after, ProductDiff& out) {
    const auto old_entries = before.entries();
    const auto new_entries = after.entries();
    const Pairing pairing = pair_up(identities(before), identities(after));
    const auto place = [](std::size_t index) { return "place " + std::to_string(index + 1); };
    for (std::uint32_t i = 0; i < new_entries.size(); ++i) {
        const std::string name{after.ingredient_name(i)};
        const auto from = pairing.before_of[i];
        if (!from) {
            out.entries.push_back({EntryChange::added, name, "", place(i)});
            continue;
        }
        const label::Entry& was = old_entries[*from];
        const label::Entry& is = new_entries[i];
        if (pairing.moved[i]) out.entries.push_back({EntryChange::moved, name, place(*from), place(i)});
        if (was.percent != is.percent)
            out.entries.push_back({EntryChange::amount, name, amount_of(was), amount_of(is)});
        if (was.name != is.name)
            out.entries.push_back({EntryChange::spelling, name, std::string(was.name), std::string(is.name)});
    }
    for (const std::size_t i : pairing.gone) {
        const std::string name{before.ingredient_name(static_cast<std::uint32_t>(i))};
        out.entries.push_back({EntryChange::removed, name, place(i), ""});
    }
}

std::string ingredient_of(const Subject& subject, const match::Finding& finding) {
    return finding.entry ? std::string(subject.ingredient_name(*finding.entry)) : std::string();
}

/// What a finding is about: the rule and the ingredient. One ingredient printed twice gives two, numbered.
std::vector<std::string> finding_identities(const Subject& subject, bool with_held = false) {
    std::vector<std::string> out;
    const auto add = [&](const match::Finding& finding) {
        out.push_back(subject.rule(finding).id.text + "\n" + base::fold(ingredient_of(subject, finding)));
    };
    for (const match::Finding& finding : subject.screening().findings) add(finding);
    if (with_held)
        for (const match::Finding& finding : subject.screening().held) add(finding);
    return numbered(std::move(out));
}

FindingDiff finding_diff(FindingChange change, const Subject& subject, const match::Finding& finding) {
    const rules::Rule& rule = subject.rule(finding);
    return {change, finding.severity, rule.effect, rule.id.text, ingredient_of(subject, finding), finding.message};
}

void compare_findings(const Subject& before, const Subject& after, ProductDiff& out) {
    const auto& old_findings = before.screening().findings;
    const auto& new_findings = after.screening().findings;
    const Pairing pairing = pair_up(finding_identities(before), finding_identities(after));
    for (std::size_t i = 0; i < new_findings.size(); ++i) {
        const auto from = pairing.before_of[i];
        if (!from) {
            out.findings.push_back(finding_diff(FindingChange::appeared, after, new_findings[i]));
            continue;
        }
        const rules::Severity was = old_findings[*from].severity;
        const rules::Severity is = new_findings[i].severity;
        if (was == is) continue;
        out.findings.push_back(
            finding_diff(is > was ? FindingChange::graver : FindingChange::milder, after, new_findings[i]));
    }
    for (const std::size_t i : pairing.gone)
        out.findings.push_back(finding_diff(FindingChange::gone, before, old_findings[i]));
}

void compare_points(const Subject& before, const Subject& after, ProductDiff& out) {
    std::map<std::string, PointsDiff> by_finding;  // sorted, so that the order depends on nothing else
    for (const bool newer : {false, true}) {
        const Subject& subject = newer ? after : before;
        const std::vector<std::string> names = finding_identities(subject, true);
        for (const match::Contribution& points : subject.screening().verdict.contributions) {
            const match::Finding& finding = match::finding_at(subject.screening(), points.finding);
            PointsDiff& diff = by_finding[names[points.finding]];
            diff.effect = subject.rule(finding).effect;
            diff.rule = subject.rule(finding).id.text;
            diff.ingredient = ingredient_of(subject, finding);
            (newer ? diff.after_low : diff.before_low) = points.points;
            (newer ? diff.after_high : diff.before_high) = points.points_high;
        }
    }
    for (auto& [name, diff] : by_finding) {
        const double low = std::abs(diff.after_low - diff.before_low);
        const double high = std::abs(diff.after_high - diff.before_high);
        if (std::max(low, high) >= smallest_points) out.points.push_back(std::move(diff));
    }
    std::ranges::stable_sort(out.points, std::greater{},
                             [](const PointsDiff& p) { return std::abs(p.after_high - p.before_high); });
}

struct Keyed {
    std::vector<std::string> keys;
    std::vector<Subject> subjects;
};

/// The products of a side; a key is the file below the base, then what the product calls itself.
Keyed keyed(const Side& side) {
    Keyed out;
    for (const Input& input : side.run.inputs) {
        std::string_view path = input.path;
        const bool below = path.starts_with(side.base) && path.size() > side.base.size();
        path = below ? path.substr(side.base.size()) : std::string_view();
        while (path.starts_with('/')) path.remove_prefix(1);
        for (const match::Screening& screening : input.screenings) {
            const Subject& subject = out.subjects.emplace_back(side.run.of(input), input, screening);
            out.keys.push_back(std::string(path) + "\n" + (input.id.empty() ? subject.name() : input.id));
        }
    }
    out.keys = numbered(std::move(out.keys));
    return out;
}

ProductDiff one_sided(const Subject& subject, bool newer) {
    ProductDiff out;
    out.name = place_of(subject.input());
    if (const std::string name = subject.name(); !name.empty()) out.name.append(": ").append(name);
    (newer ? out.after : out.before).emplace(subject);
    return out;
}

}  // namespace

bool ProductDiff::changed() const {
    if (!before || !after || !entries.empty() || !findings.empty() || !points.empty()) return true;
    const match::Verdict& was = before->screening().verdict;
    const match::Verdict& is = after->screening().verdict;
    return was.words != is.words || was.burden != is.burden || was.support != is.support;
}

Changes changes(const Side& before, const Side& after) {
    const Keyed old_side = keyed(before);
    const Keyed new_side = keyed(after);
    Pairing pairing = pair_up(old_side.keys, new_side.keys);
    // One product on each side: whatever they are called, they are what is compared.
    if (old_side.keys.size() == 1 && new_side.keys.size() == 1) pairing = {{std::size_t{0}}, {false}, {}};

    Changes out;
    for (std::size_t i = 0; i < new_side.subjects.size(); ++i) {
        const Subject& subject = new_side.subjects[i];
        ProductDiff diff = one_sided(subject, true);
        if (pairing.before_of[i]) {
            diff.before.emplace(old_side.subjects[*pairing.before_of[i]]);
            compare_entries(*diff.before, subject, diff);
            compare_findings(*diff.before, subject, diff);
            compare_points(*diff.before, subject, diff);
        }
        if (diff.changed())
            out.products.push_back(std::move(diff));
        else
            ++out.unchanged;
    }
    for (const std::size_t i : pairing.gone) out.products.push_back(one_sided(old_side.subjects[i], false));
    return out;
}

std::string_view word(EntryChange change) {
    switch (change) {
        case EntryChange::added:
            return "added";
        case EntryChange::removed:
            return "removed";
        case EntryChange::moved:
            return "moved";
        case EntryChange::amount:
            return "amount";
        case EntryChange::spelling:
            break;
    }
    return "spelling";
}

std::string_view word(FindingChange change) {
    switch (change) {
        case FindingChange::appeared:
            return "new";
        case FindingChange::gone:
            return "gone";
        case FindingChange::graver:
            return "graver";
        case FindingChange::milder:
            break;
    }
    return "milder";
}

}  // namespace incilint::report
