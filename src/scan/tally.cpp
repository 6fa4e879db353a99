#include "scan/tally.h"

#include <numeric>

#include "report/names.h"

namespace incilint::scan {

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

void Tally::count_unclear(const SaidWord& said, std::size_t record) {
    UnclearCount& of = unclear[static_cast<std::size_t>(said.role)];
    if (of.records++ > 0) return;
    of.first = record;
    of.said = said;
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
    for (std::size_t i = 0; i < unclear.size(); ++i) {
        const std::size_t had = unclear[i].records;
        if (had == 0) unclear[i] = later.unclear[i];
        unclear[i].records = had + later.unclear[i].records;
    }
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
