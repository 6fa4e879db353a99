#include "scan/tally.h"

#include <algorithm>
#include <numeric>

#include "report/names.h"

namespace incilint::scan {
namespace {

// Longer ones are no names.
constexpr std::size_t longest_counted = 200;

}  // namespace

void NameCounts::add(std::string_view name, std::size_t count) {
    if (const auto found = counts_.find(name); found != counts_.end()) {
        found->second += count;
    } else if (order_.size() < most_ && name.size() <= longest_counted) {
        order_.push_back(&*counts_.emplace(name, count).first);
    } else {
        beyond_ += count;
    }
}

void NameCounts::merge(const NameCounts& later) {
    for (const auto* item : later.order_) add(item->first, item->second);
    beyond_ += later.beyond_;
    for (const Known& one : later.known_) {
        const auto id = static_cast<std::size_t>(one.id);
        if (places_.size() <= id) places_.resize(id + 1);
        if (places_[id] == 0) {
            known_.push_back({one.id, one.name, 0});
            places_[id] = static_cast<std::uint32_t>(known_.size());
        }
        known_[places_[id] - 1].count += one.count;
    }
}

void NameCounts::clear() {
    counts_.clear();
    order_.clear();
    known_.clear();
    places_.clear();
    beyond_ = 0;
}

std::vector<std::pair<std::string_view, std::size_t>> NameCounts::top(std::size_t count) const {
    std::vector<std::pair<std::string_view, std::size_t>> out;
    out.reserve(size());
    for (const auto* item : order_) out.emplace_back(item->first, item->second);
    for (const Known& one : known_) out.emplace_back(one.name, one.count);
    // A name that a structure built may be one that the dictionary has.
    std::ranges::sort(out);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (kept > 0 && out[kept - 1].first == out[i].first)
            out[kept - 1].second += out[i].second;
        else
            out[kept++] = out[i];
    }
    out.resize(kept);
    std::ranges::stable_sort(out, std::greater{}, [](const auto& item) { return item.second; });
    if (out.size() > count) out.resize(count);
    return out;
}

void Tally::count(const report::Input& input, const match::Screening& screening, const match::Program& program) {
    const report::Subject subject(program, input, screening);
    ++products;
    if (!screening.product) ++without_list;
    entries += screening.entries.size();
    for (std::uint32_t i = 0; i < screening.entries.size(); ++i) {
        if (screening.entries[i].recognised)
            ++recognised;
        else
            unknown.add(subject.ingredient_name(i));
    }
    count_verdict(report::verdict_words(screening.verdict), 1);
    for (const match::Finding& finding : screening.findings) {
        const rules::Effect effect = subject.rule(finding).effect;
        if (finding.entry && effect != rules::Effect::info) {
            NameCounts& names = effect == rules::Effect::credit ? credited : flagged;
            const auto& recognised_as = screening.entries[*finding.entry].recognised;
            if (recognised_as && recognised_as->id)
                names.add_known(*recognised_as->id, program.dictionary().inci(*recognised_as->id));
            else
                names.add(subject.ingredient_name(*finding.entry));
        }
        if (effect == rules::Effect::credit) continue;
        if (finding.fails) ++failing[static_cast<std::size_t>(finding.severity)];
        ++(finding.severity == rules::Severity::error     ? errors
           : finding.severity == rules::Severity::warning ? warnings
                                                          : notes);
    }
}

void Tally::count_verdict(std::string_view words, std::size_t number) {
    if (const auto found = verdicts.find(words); found != verdicts.end())
        found->second += number;
    else
        verdicts.emplace(words, number);
}

void Tally::merge(const Tally& later) {
    records += later.records;
    for (std::size_t i = 0; i < rejected.size(); ++i) rejected[i] += later.rejected[i];
    products += later.products;
    without_list += later.without_list;
    entries += later.entries;
    recognised += later.recognised;
    quick += later.quick;
    errors += later.errors;
    warnings += later.warnings;
    notes += later.notes;
    for (std::size_t i = 0; i < failing.size(); ++i) failing[i] += later.failing[i];
    for (std::size_t i = 0; i < broken.size(); ++i) broken[i].add(later.broken[i]);
    for (const auto& [words, number] : later.verdicts) verdicts[words] += number;
    flagged.merge(later.flagged);
    credited.merge(later.credited);
    unknown.merge(later.unknown);
}

void Tally::clear() {
    *this = Tally();
}

std::size_t Tally::rejects() const {
    return std::accumulate(rejected.begin(), rejected.end(), std::size_t{0});
}

}  // namespace incilint::scan
