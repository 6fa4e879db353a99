#include "scan/quick.h"

#include <algorithm>
#include <array>

#include "label/split.h"

namespace incilint::scan {
namespace {

/// Longer lists are rare; the long way takes them.
constexpr std::size_t most_slices = 200;
constexpr std::size_t most_slices_shortened = 2000;
constexpr std::size_t seen_lines = 4;
constexpr std::size_t words_a_line = 8;
/// Shorter lists are never called alphabetical (label/detect.h).
constexpr std::size_t alphabetical_from = 6;
constexpr auto broken_bracket =
    static_cast<std::uint16_t>(1U << static_cast<unsigned>(label::Detector::broken_bracket));

std::string_view bare(std::string_view slice) {
    if (slice.ends_with('.')) slice.remove_suffix(1);
    return slice;
}

unsigned char folded(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 'A' && byte <= 'Z' ? static_cast<unsigned char>(byte + 32) : byte;
}

bool folded_less(std::string_view a, std::string_view b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                        [](char x, char y) { return folded(x) < folded(y); });
}

}  // namespace

Quick::Quick(const match::Program& program, const match::Context& defaults, std::size_t names)
    : program_(program), memo_(program_, defaults.recognise, names) {
    known_.score = 3;
    known_.worth = label::worth_of_known_name;
    known_.sure = true;
    for (const rules::Rule& rule : program_.rules()) effect_of_rule_.push_back(static_cast<char>(rule.effect));
    verdicts_.resize(memo_.usable() ? memo_.lean().word_count() : 0);
}

label::Standing Quick::stand() {
    proofs_.clear();
    for (const SliceMemo::Slot* slot : slots_)
        proofs_.push_back(slot->state == SliceMemo::State::sure ? &known_ : &memo_.guess(*slot));
    return memo_.reader().stand(proofs_, slices_);
}

bool Quick::is_repeated(std::size_t at) const {
    for (std::size_t i = 0; i < at; ++i)
        if (slots_[i]->same == slots_[at]->same) return true;
    return false;
}

bool Quick::may_be_alphabetical() const {
    if (slices_.size() < alphabetical_from) return false;
    for (std::size_t i = 1; i < slices_.size(); ++i)
        if (!slots_[i]->other && !slots_[i - 1]->other && folded_less(bare(slices_[i]), bare(slices_[i - 1])))
            return false;
    return true;
}

const QuickProduct* Quick::screen(std::string_view text, const match::Context& context, Tally& tally) {
    text.remove_prefix(memo_.reader().heading(text));
    if (!label::cut_plain(text, slices_, places_) || slices_.size() > most_slices) return nullptr;
    SliceMemo::State all = memo_.look_up(slices_, slots_);
    if (all == SliceMemo::State::unfit) return nullptr;
    // Two neighbours that are one name to the reader are taken as one slice, which has a proof of its own.
    while (all != SliceMemo::State::sure) {
        const label::Standing standing = stand();
        if (standing.as_list) break;
        if (!standing.joins()) return nullptr;
        slices_[standing.joined] = label::taken_together(slices_[standing.joined], slices_[standing.joined + 1]);
        slices_.erase(slices_.begin() + static_cast<std::ptrdiff_t>(standing.joined) + 1);
        all = memo_.look_up(slices_, slots_);
        if (all == SliceMemo::State::unfit) return nullptr;
    }
    std::uint16_t detectors = 0;
    std::array<std::array<std::uint64_t, words_a_line>, seen_lines> seen;  // names, folded to so many bits
    for (auto& line : seen) line = {};
    const auto count_of_slices = static_cast<std::uint32_t>(slots_.size());
    entries_.resize(count_of_slices);
    std::size_t entries = 0;
    for (std::uint32_t i = 0; i < count_of_slices; ++i) {
        const SliceMemo::Slot& slot = *slots_[i];
        if (slot.stray) detectors = broken_bracket;
        std::uint64_t& word = seen[slot.same / 512 % seen_lines][slot.same / 64 % words_a_line];
        const std::uint64_t bit = std::uint64_t{1} << slot.same % 64;
        if ((word & bit) != 0 && is_repeated(i)) return nullptr;
        word |= bit;
        memo_.fetch(slot);
        entries_[entries] = {memo_.facts(slot), i, slot.recognised, slot.read};
        entries += slot.facts == 0 && slot.recognised ? 0 : 1;
    }
    entries_.resize(entries);
    if (may_be_alphabetical()) return nullptr;
    memo_.lean().judge(memo_.lean().in(context), static_cast<std::uint32_t>(slots_.size()), entries_, screening_,
                       detectors);
    ++tally.quick;
    count(tally);
    return &product_;
}

void Quick::add_entry(const SliceMemo::Slot& slot, std::uint32_t place) {
    if (slot.facts == 0 && slot.recognised) return;
    entries_.push_back({memo_.facts(slot), place, slot.recognised, slot.read});
}

const QuickProduct* Quick::judge(const label::Label& label, const match::Context& context, Tally& tally) {
    if (!memo_.usable() || label.products.size() != 1) return nullptr;
    const label::Product& product = label.products.front();
    if (product.name || product.order != label::Order::descending) return nullptr;
    std::uint16_t detectors = 0;
    for (const label::Detection& detection : label.detections) {
        if (detection.entry) return nullptr;
        // Each fires once a label, but for those of entries (label/detect.h).
        if (detection.product.value_or(0) == 0)
            detectors = static_cast<std::uint16_t>(detectors | 1U << static_cast<unsigned>(detection.detector));
    }
    slots_.clear();
    for (const label::Entry& entry : product.entries) {
        if (entry.section != label::Section::main || entry.percent || entry.part_of_group || entry.broken_off)
            return nullptr;
        const SliceMemo::Slot* slot = memo_.named(entry.name);
        if (slot == nullptr) return nullptr;
        slots_.push_back(slot);
    }
    entries_.clear();  // facts move while new ones come in
    for (std::uint32_t i = 0; i < slots_.size(); ++i) add_entry(*slots_[i], i);
    memo_.lean().judge(memo_.lean().in(context), static_cast<std::uint32_t>(slots_.size()), entries_, screening_,
                       detectors);
    count(tally);
    return &product_;
}

std::optional<label::Label> Quick::read(label::Reader& reader, std::string_view text) {
    if (!memo_.usable()) return std::nullopt;
    const std::size_t heading = memo_.reader().heading(text);
    if (!label::cut_plain(text.substr(heading), slices_, places_) || slices_.size() > most_slices_shortened)
        return std::nullopt;
    memo_.find_sure(slices_, sure_);
    return short_reader_.read(reader, text, slices_, sure_);
}

void Quick::count(Tally& tally) {
    product_.screening = &screening_;
    product_.words = memo_.lean().words(screening_.words);
    product_.entries = slots_.size();
    product_.flagged.clear();
    product_.credited.clear();
    product_.unknown.clear();
    const auto once = [](std::vector<std::uint32_t>& names, std::uint32_t name) {
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    };
    ++tally.products;
    ++verdicts_[screening_.words];
    tally.entries += slots_.size();
    tally.recognised += screening_.recognised;
    if (screening_.recognised < slots_.size()) {
        for (const SliceMemo::Slot* slot : slots_) {
            if (slot->recognised) continue;
            tally.unknown.add(memo_.name(slot->name).text);
            once(product_.unknown, slot->name);
        }
    }
    for (const match::LeanFinding& finding : screening_.findings) {
        const auto effect = static_cast<rules::Effect>(effect_of_rule_[finding.rule]);
        if (finding.entry != match::LeanFinding::whole_label && effect != rules::Effect::info) {
            const bool credit = effect == rules::Effect::credit;
            const std::uint32_t number = slots_[finding.entry]->name;
            once(credit ? product_.credited : product_.flagged, number);
            PrintedName& name = memo_.name(number);
            if (!name.id) {
                (credit ? tally.credited : tally.flagged).add(name.text);
            } else {
                if (name.flagged == 0 && name.credited == 0) named_.push_back(number);
                ++(credit ? name.credited : name.flagged);
            }
        }
        if (effect == rules::Effect::credit) continue;
        ++(finding.severity == rules::Severity::error     ? tally.errors
           : finding.severity == rules::Severity::warning ? tally.warnings
                                                          : tally.notes);
    }
}

void Quick::end_block(Tally& tally) {
    const lexicon::Dictionary& dictionary = program_.dictionary();
    for (const std::uint32_t number : named_) {
        PrintedName& name = memo_.name(number);
        if (name.flagged > 0) tally.flagged.add_known(*name.id, dictionary.inci(*name.id), name.flagged);
        if (name.credited > 0) tally.credited.add_known(*name.id, dictionary.inci(*name.id), name.credited);
        name.flagged = name.credited = 0;
    }
    named_.clear();
    for (std::size_t i = 0; i < verdicts_.size(); ++i) {
        if (verdicts_[i] == 0) continue;
        tally.count_verdict(memo_.lean().words(static_cast<std::uint8_t>(i)), verdicts_[i]);
        verdicts_[i] = 0;
    }
}

}  // namespace incilint::scan
