// Findings, straight from the rules: no tables, no candidates, no order of work.

#include "oracle.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "lexicon/recognise.h"

namespace oracle {
namespace {

using match::Truth;

struct Entry {
    const label::Entry& label;
    std::optional<lexicon::Recognition> recognised;
    std::optional<double> rank;
    double count = 0;
    std::set<std::string> categories;

    bool may_be_absent() const { return label.section == label::Section::may_contain; }
    bool is_doubtful() const { return !recognised || recognised->how == lexicon::How::spelling; }
};

Truth conjunction(const std::vector<Truth>& parts) {
    if (std::ranges::count(parts, Truth::fails) > 0) return Truth::fails;
    return std::ranges::count(parts, Truth::cannot_tell) > 0 ? Truth::cannot_tell : Truth::holds;
}
Truth disjunction(const std::vector<Truth>& parts) {
    if (std::ranges::count(parts, Truth::holds) > 0) return Truth::holds;
    return std::ranges::count(parts, Truth::cannot_tell) > 0 ? Truth::cannot_tell : Truth::fails;
}
Truth negation(Truth truth) {
    if (truth == Truth::cannot_tell) return truth;
    return truth == Truth::holds ? Truth::fails : Truth::holds;
}

Truth range_truth(const rules::Range& range, double low, double high) {
    const double least = range.at_least.value_or(-1e300);
    const double most = range.at_most.value_or(1e300);
    if (high < least || low > most) return Truth::fails;
    return low >= least && high <= most ? Truth::holds : Truth::cannot_tell;
}

template <class T>
Truth member_truth(const std::vector<T>& wanted, const T& value, const T& unknown) {
    if (value == unknown) return Truth::cannot_tell;
    return std::ranges::count(wanted, value) > 0 ? Truth::holds : Truth::fails;
}

Truth when_truth(const rules::When& when, const match::Context& context, const Entry* entry) {
    std::vector<Truth> parts;
    if (!when.product.empty()) {
        parts.push_back(member_truth(when.product, context.type, rules::ProductType::unknown));
    }
    if (!when.area.empty()) parts.push_back(member_truth(when.area, context.area, rules::Area::unknown));
    if (!when.market.empty()) parts.push_back(member_truth(when.market, context.market, std::string{}));
    if (when.concentration) {
        const bool is_stated = entry && entry->label.percent;
        parts.push_back(is_stated
                            ? range_truth(*when.concentration, entry->label.percent->min, entry->label.percent->max)
                            : Truth::cannot_tell);
    }
    const auto day = [](rules::Date date) { return static_cast<double>(date.day); };
    if (when.since || when.until) {
        rules::Range days;
        if (when.since) days.at_least = day(*when.since);
        if (when.until) days.at_most = day(*when.until);
        parts.push_back(context.law_date ? range_truth(days, day(*context.law_date), day(*context.law_date))
                                         : Truth::cannot_tell);
    }
    const bool is_ranked = entry && entry->rank;
    if (when.rank)
        parts.push_back(is_ranked ? range_truth(*when.rank, *entry->rank, *entry->rank) : Truth::cannot_tell);
    if (when.rank_from_end) {
        const double from_end = is_ranked ? entry->count - *entry->rank + 1 : 0;
        parts.push_back(is_ranked ? range_truth(*when.rank_from_end, from_end, from_end) : Truth::cannot_tell);
    }
    return conjunction(parts);
}

struct Outcome {
    rules::Severity severity{};
    bool is_certain = true;
};

std::optional<Outcome> outcome_of(const rules::Rule& rule, Truth met, const match::Context& context,
                                  const Entry* entry) {
    switch (conjunction({met, when_truth(rule.when, context, entry)})) {
        case Truth::fails:
            return std::nullopt;
        case Truth::cannot_tell:
            if (!rule.otherwise) return std::nullopt;
            return Outcome{*rule.otherwise, false};
        case Truth::holds:
            break;
    }
    for (const rules::Grade& grade : rule.grades) {
        if (when_truth(grade.when, context, entry) != Truth::holds) continue;
        if (!grade.severity) return std::nullopt;
        return Outcome{*grade.severity, true};
    }
    return Outcome{rule.severity, true};
}

/// Places: each section counts for itself; parts of a blend stand where the blend stands.
std::vector<Entry> read_entries(const World& world, const label::Product& product, const match::Context& context) {
    std::vector<Entry> entries;
    for (const label::Entry& entry : product.entries) {
        entries.push_back({entry, lexicon::recognise(entry.name, world.dictionary, context.recognise), {}, 0, {}});
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const label::Section section = entries[i].label.section;
        double rank = 0;
        double count = 0;
        for (std::size_t j = 0; j < entries.size(); ++j) {
            if (entries[j].label.section != section) continue;
            if (!entries[j].label.part_of_group || count == 0) ++count;
            if (j <= i) rank = count;
        }
        const bool is_ordered = section == label::Section::main || section == label::Section::inactive;
        if (is_ordered && product.order == label::Order::descending) entries[i].rank = rank;
        entries[i].count = count;
        for (const rules::Rule& rule : world.set.rules) {
            if (!rule.enabled || !rule.ingredient || rule.category.empty()) continue;
            if (holds(world, *rule.ingredient, entries[i].label.name, entries[i].recognised)) {
                entries[i].categories.insert(rule.category);
            }
        }
    }
    return entries;
}

/// A label rule over all entries; `lenient` takes doubtful names as read.
struct LabelView {
    const World& world;
    const rules::LabelExpr& expr;
    const std::vector<Entry>& entries;
    const std::vector<const label::Detection*>& detections;
    const std::vector<std::pair<std::string, Truth>>& found;
    bool lenient;
    bool has_list;

    Truth entry_truth(const rules::LabelTerm& term, const Entry& entry, bool under_not) const {
        bool is_met = false;
        if (term.kind == rules::LabelTermKind::ingredient) {
            is_met = holds(world, expr.ingredients[term.ingredient], entry.label.name, entry.recognised);
        } else {
            for (const rules::Word& word : term.words) is_met = is_met || entry.categories.contains(word.text);
        }
        const bool could_be_anything = under_not && !entry.recognised;
        if (!is_met && !could_be_anything) return Truth::fails;
        bool place_unknown = false;
        if (term.kind == rules::LabelTermKind::ingredient && expr.within != rules::Within::whole) {
            double last = std::ceil(entry.count / 3);
            if (expr.within == rules::Within::first_three) last = 3;
            if (expr.within == rules::Within::first_five) last = 5;
            if (entry.rank && *entry.rank > last) return Truth::fails;
            place_unknown = !entry.rank;
        }
        if (!is_met || place_unknown || entry.may_be_absent()) return Truth::cannot_tell;
        return entry.is_doubtful() && !lenient ? Truth::cannot_tell : Truth::holds;
    }

    Truth truth(std::uint32_t index, bool under_not) const {
        const rules::LabelTerm& term = expr.nodes[index];
        std::vector<Truth> parts;
        switch (term.kind) {
            case rules::LabelTermKind::ingredient:
            case rules::LabelTermKind::category:
                if (!has_list) parts.push_back(under_not ? Truth::cannot_tell : Truth::fails);
                for (const Entry& entry : entries) parts.push_back(entry_truth(term, entry, under_not));
                for (const auto& [category, how_sure] : found) {
                    for (const rules::Word& word : term.words) {
                        if (term.kind == rules::LabelTermKind::category && word.text == category)
                            parts.push_back(how_sure);
                    }
                }
                return disjunction(parts);
            case rules::LabelTermKind::detector:
                for (const label::Detection* detection : detections) {
                    if (label::word(detection->detector) == term.words.at(0).text) return Truth::holds;
                }
                return Truth::fails;
            case rules::LabelTermKind::any:
            case rules::LabelTermKind::all:
                for (const std::uint32_t child : term.children) parts.push_back(truth(child, under_not));
                return term.kind == rules::LabelTermKind::any ? disjunction(parts) : conjunction(parts);
            case rules::LabelTermKind::not_:
                for (const std::uint32_t child : term.children) parts.push_back(truth(child, !under_not));
                return negation(disjunction(parts));
        }
        return Truth::fails;
    }
};

bool has_category_term(const rules::LabelExpr& expr) {
    for (const rules::LabelTerm& term : expr.nodes) {
        if (term.kind == rules::LabelTermKind::category) return true;
    }
    return false;
}

}  // namespace

std::string finding_line(std::string_view rule, rules::Severity severity, bool is_certain, long entry) {
    return "finding " + std::string{rule} + " " + std::string{rules::word(severity)} +
           (is_certain ? " certain " : " possible ") + std::to_string(entry);
}

std::vector<std::string> screen(const World& world, const label::Label& label, std::size_t product,
                                const match::Context& context) {
    std::vector<std::string> lines;
    const bool has_list = !label.products.empty();
    std::vector<Entry> entries;
    if (has_list) entries = read_entries(world, label.products[product], context);
    std::vector<const label::Detection*> detections;
    for (const label::Detection& detection : label.detections) {
        if (!has_list || detection.product.value_or(0) == product) detections.push_back(&detection);
    }
    const auto add = [&](const rules::Rule& rule, const Outcome& outcome, long entry) {
        lines.push_back(finding_line(rule.id.text, outcome.severity, outcome.is_certain, entry));
    };

    for (std::size_t i = 0; i < entries.size(); ++i) {
        for (const std::string& category : entries[i].categories) {
            lines.push_back("listed " + std::to_string(i) + " " + category);
        }
    }
    std::vector<std::pair<std::string, Truth>> found;
    for (const bool asks : {false, true}) {
        const auto known = found;
        for (const rules::Rule& rule : world.set.rules) {
            if (!rule.enabled || !rule.label || has_category_term(*rule.label) != asks) continue;
            const auto truth = [&](bool lenient) {
                return LabelView{world, *rule.label, entries, detections, known, lenient, has_list}.truth(
                    rule.label->root, false);
            };
            Truth met = truth(false);
            const bool is_sure = met == Truth::holds;
            if (met == Truth::cannot_tell) met = truth(true);
            auto outcome = outcome_of(rule, met, context, nullptr);
            if (!outcome) continue;
            outcome->is_certain = outcome->is_certain && is_sure;
            add(rule, *outcome, -1);
            if (!rule.category.empty() && !asks) {
                found.emplace_back(rule.category, outcome->is_certain ? Truth::holds : Truth::cannot_tell);
            }
        }
    }
    for (const rules::Rule& rule : world.set.rules) {
        if (!rule.enabled) continue;
        for (std::size_t i = 0; i < entries.size() && rule.ingredient; ++i) {
            const Entry& entry = entries[i];
            if (!holds(world, *rule.ingredient, entry.label.name, entry.recognised)) continue;
            auto outcome = outcome_of(rule, Truth::holds, context, &entry);
            if (!outcome) continue;
            outcome->is_certain = outcome->is_certain && !entry.is_doubtful() && !entry.may_be_absent();
            add(rule, *outcome, static_cast<long>(i));
        }
        for (const label::Detection* detection : detections) {
            if (!rule.detector || rule.detector->text != label::word(detection->detector)) continue;
            const bool has_entry = detection->entry && *detection->entry < entries.size();
            const auto outcome =
                outcome_of(rule, Truth::holds, context, has_entry ? &entries[*detection->entry] : nullptr);
            if (outcome) add(rule, *outcome, has_entry ? static_cast<long>(*detection->entry) : -1);
        }
    }
    std::ranges::sort(lines);
    return lines;
}

std::vector<std::string> lines_of(const match::Program& program, const match::Screening& screening) {
    std::vector<std::string> lines;
    for (const match::Finding& finding : screening.findings) {
        const rules::Rule& rule = program.rules()[finding.rule];
        lines.push_back(finding_line(rule.id.text, finding.severity, finding.certainty == match::Certainty::certain,
                                     finding.entry ? static_cast<long>(*finding.entry) : -1));
    }
    for (std::size_t i = 0; i < screening.entries.size(); ++i) {
        for (const std::string& category : screening.entries[i].listed_in) {
            lines.push_back("listed " + std::to_string(i) + " " + category);
        }
    }
    std::ranges::sort(lines);
    return lines;
}

}  // namespace oracle
