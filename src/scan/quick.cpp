#include "scan/quick.h"

#include <algorithm>
#include <span>

#include "label/split.h"

namespace incilint::scan {
namespace {

/// Longer lists are rare; the long way takes them.
constexpr std::size_t most_slices = 200;
constexpr std::size_t most_slices_shortened = 2000;
/// Rows have numbers of 32 bits, and a block holds far fewer than half of them.
constexpr std::uint32_t most_rows_numbered = std::uint32_t{1} << 31;
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

Quick::Quick(const match::Program& program, const match::Context& defaults, std::size_t names,
             lexicon::RecogniseMemo& shared, std::string_view plain_names)
    : program_(program), memo_(program_, defaults.recognise, names, shared, plain_names) {
    known_.score = 3;
    known_.worth = label::worth_of_known_name;
    known_.sure = true;
    for (const rules::Rule& rule : program_.rules()) effect_of_rule_.push_back(static_cast<char>(rule.effect));
    verdicts_.resize(memo_.usable() ? memo_.lean().word_count() : 0);
}

void Quick::begin_block() {
    memo_.make_room();
    if (row_number_ < most_rows_numbered) return;
    memo_.names().forget_rows();
    row_number_ = 0;
}

label::Standing Quick::stand() {
    proofs_.clear();
    for (const SliceMemo::Slot* slot : row_.slots)
        proofs_.push_back(slot->state == SliceMemo::State::sure ? &known_ : &memo_.guess(*slot));
    return memo_.reader().stand(proofs_, cut_.slices());
}

bool Quick::may_be_alphabetical() const {
    const std::span<const std::string_view> slices = cut_.slices();
    if (slices.size() < alphabetical_from) return false;
    for (std::size_t i = 1; i < slices.size(); ++i)
        if (!row_.slots[i]->other && !row_.slots[i - 1]->other && folded_less(bare(slices[i]), bare(slices[i - 1])))
            return false;
    return true;
}

const QuickProduct* Quick::screen(std::string_view text, const match::Context& context, Tally& tally) {
    text.remove_prefix(memo_.reader().heading(text));
    if (!cut_.cut(text) || cut_.slices().size() > most_slices) return nullptr;
    // Two neighbours that are one name to the reader are taken as one slice, which has a proof of its own.
    while (true) {
        const SliceMemo::State all = memo_.look_up(cut_.slices(), row_);
        if (all == SliceMemo::State::unfit) return nullptr;
        if (all == SliceMemo::State::sure) break;
        const label::Standing standing = stand();
        if (standing.as_list) break;
        if (!standing.joins()) return nullptr;
        cut_.join(standing.joined);
    }
    if (row_.repeated || may_be_alphabetical()) return nullptr;
    memo_.lean().judge(memo_.lean().in(context), static_cast<std::uint32_t>(row_.slots.size()), row_.entries(),
                       screening_, row_.stray ? broken_bracket : 0);
    ++tally.quick;
    count(tally);
    return &product_;
}

bool Quick::may_judge(const label::Label& label) {
    slots_.clear();
    next_ = next_slot_ = 0;
    detectors_.assign(label.products.size(), 0);
    if (!memo_.usable() || label.products.empty()) return false;
    for (const label::Detection& detection : label.detections) {
        std::uint16_t& fired = detectors_[detection.product.value_or(0)];
        const auto bit = static_cast<std::uint16_t>(1U << static_cast<unsigned>(detection.detector));
        if (detection.entry || (fired & bit) != 0) return false;
        fired |= bit;
    }
    for (const label::Product& product : label.products) {
        if (product.order != label::Order::descending || product.entries.empty()) return false;
        for (const label::Entry& entry : product.entries) {
            if (entry.section != label::Section::main || entry.percent || entry.part_of_group || entry.broken_off)
                return false;
            slots_.push_back(memo_.named(entry.name));
            if (slots_.back() == nullptr) return false;
        }
    }
    return true;
}

const QuickProduct& Quick::judge_next(const label::Label& label, const match::Context& context, Tally& tally) {
    const std::size_t product = next_++;
    const auto slots = std::span(slots_).subspan(next_slot_, label.products[product].entries.size());
    next_slot_ += slots.size();
    row_.slots.assign(slots.begin(), slots.end());
    row_.gather(memo_);
    memo_.lean().judge(memo_.lean().in(context), static_cast<std::uint32_t>(row_.slots.size()), row_.entries(),
                       screening_, detectors_[product]);
    count(tally);
    return product_;
}

std::optional<label::Label> Quick::read(label::Reader& reader, std::string_view text) {
    if (!memo_.usable()) return std::nullopt;
    const std::size_t heading = memo_.reader().heading(text);
    if (!cut_.cut(text.substr(heading)) || cut_.slices().size() > most_slices_shortened) return std::nullopt;
    memo_.find_sure(cut_.slices(), sure_);
    return short_reader_.read(reader, text, cut_.slices(), sure_);
}

void Quick::count(Tally& tally) {
    ++row_number_;
    product_.screening = &screening_;
    product_.words = memo_.lean().words(screening_.words);
    product_.entries = row_.slots.size();
    product_.flagged.clear();
    product_.credited.clear();
    product_.unknown.clear();
    PrintedNames& names = memo_.names();
    ++tally.products;
    ++verdicts_[screening_.words];
    tally.entries += row_.slots.size();
    tally.recognised += screening_.recognised;
    if (screening_.recognised < row_.slots.size()) {
        for (const SliceMemo::Slot* slot : row_.slots) {
            if (slot->recognised) continue;
            PrintedName& name = names[slot->name];
            tally.unknown.add(name.text());
            if (name.list(row_number_, Listed::unknown)) product_.unknown.push_back(slot->name);
        }
    }
    for (const match::LeanFinding& finding : screening_.findings) {
        const auto effect = static_cast<rules::Effect>(effect_of_rule_[finding.rule]);
        if (finding.entry != match::LeanFinding::whole_label && effect != rules::Effect::info) {
            const bool credit = effect == rules::Effect::credit;
            const std::uint32_t number = row_.slots[finding.entry]->name;
            PrintedName& name = names[number];
            if (name.list(row_number_, credit ? Listed::credited : Listed::flagged))
                (credit ? product_.credited : product_.flagged).push_back(number);
            if (name.id == 0) {
                (credit ? tally.credited : tally.flagged).add(name.text());
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
        PrintedName& name = memo_.names()[number];
        const lexicon::IngredientId id = *name.ingredient();
        if (name.flagged > 0) tally.flagged.add_known(id, dictionary.inci(id), name.flagged);
        if (name.credited > 0) tally.credited.add_known(id, dictionary.inci(id), name.credited);
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
