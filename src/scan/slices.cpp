#include "scan/slices.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "base/bytes.h"
#include "label/scan.h"

namespace incilint::scan {
SliceMemo::SliceMemo(const match::Program& program, const lexicon::RecogniseOptions& options, std::size_t names,
                     lexicon::RecogniseMemo& shared, std::string_view plain_names)
    : program_(program),
      matcher_(program_),
      options_(options),
      shared_(shared),
      plain_names_(plain_names),
      lean_(program_),
      most_(names) {
    if (names == 0 || !lean_.usable()) return;
    reader_.emplace(program_.dictionary(), program_.vocabulary(), &shared_);
    room_ = std::bit_ceil(names + names / 2);  // two thirds full at most, when a block begins
    slots_.resize(std::max(room_, base::large_block / sizeof(Slot)));
    mask_ = slots_.size() - 1;
    usable_ = true;
    names_.reserve(room_, program_.dictionary().size());
}

void SliceMemo::make_room() {
    if (used_ < most_) return;
    // Names of one product each would drive out those of all products: what was met again stays, up to three quarters.
    std::vector<Slot> kept;
    for (const Slot& slot : slots_)
        if (slot.used && kept.size() < most_ / 4 * 3) kept.push_back(slot);
    const std::string long_slices = std::exchange(long_, {});
    const PrintedNames names = std::exchange(names_, {});
    names_.reserve(room_, program_.dictionary().size());
    const std::vector<label::PlainSlice> guesses = std::exchange(guesses_, {});
    std::ranges::fill(slots_, Slot{});
    used_ = 0;
    for (const Slot& old : kept) {
        const std::string_view slice = key(old, long_slices);
        const std::uint64_t hash = slice_hash(slice);
        Slot& slot = find(slice, hash);
        enter(slot, slice, hash);
        slot.state = old.state;
        slot.recognised = old.recognised;
        slot.read = old.read;
        slot.named = old.named;
        slot.stray = old.stray;
        slot.other = old.other;
        slot.asked = old.asked;
        slot.facts = old.facts;
        if (old.name != 0) slot.name = names_.number(names[old.name].text(), names[old.name].ingredient());
        slot.same = old.same;
        if (old.state == State::guess) {
            slot.guess = static_cast<std::uint32_t>(guesses_.size());
            guesses_.push_back(guesses[old.guess]);
        }
    }
}

void SliceMemo::enter(Slot& slot, std::string_view slice, std::uint64_t hash) {
    slot.tag = static_cast<std::uint32_t>(hash >> 32);
    slot.size = static_cast<std::uint8_t>(slice.size());
    slot.state = State::unseen;
    slot.guess = row_number_;
    if (slice.size() > Slot::inline_bytes) {
        const auto at = static_cast<std::uint32_t>(long_.size());
        std::memcpy(slot.key, &at, sizeof at);
        long_.append(slice);
    } else {
        std::memcpy(slot.key, slice.data(), slice.size());
    }
    ++used_;
}

bool SliceMemo::resolve(Slot& slot, const std::string& name) {
    const match::Resolved resolved = matcher_.resolve(name, options_, &shared_);
    const auto facts = lean_.facts(resolved);
    if (!facts) return false;
    slot.named = true;
    slot.recognised = resolved.recognition.has_value();
    slot.read = slot.recognised && resolved.recognition->how != lexicon::How::spelling;
    slot.facts = facts_.number(*facts);
    slot.asked = !facts->empty() || !slot.recognised;
    if (slot.asked)
        slot.name = slot.recognised ? names_.number(resolved.recognition->inci, resolved.recognition->id)
                                    : names_.number(name, std::nullopt);
    return true;
}

/// An INCI name as it is written, of which the proof is known.
bool SliceMemo::is_plain_name(std::string_view slice) {
    if (plain_names_.empty()) return false;
    const lexicon::Dictionary& dictionary = program_.dictionary();
    const auto found = dictionary.find(dictionary.normal(slice));
    if (!found || !found->is_inci || dictionary.inci(found->id) != slice) return false;
    const auto id = static_cast<std::uint32_t>(found->id);
    return id / 8 < plain_names_.size() && (static_cast<unsigned char>(plain_names_[id / 8]) >> (id % 8) & 1U) != 0;
}

bool SliceMemo::prove_now(Slot& slot, std::string_view slice, std::uint64_t hash) {
    if (slot.state > State::unseen) return true;
    const bool is_new = slot.state == State::nothing;
    if (is_new ? !has_room() : slot.guess == row_number_) return false;
    if (is_new) enter(slot, slice, hash);
    if (is_plain_name(slice) && (slot.named || resolve(slot, std::string(slice)))) {
        slot.same = static_cast<std::uint32_t>(label::word_hash(slice));
        slot.state = State::sure;
    } else if (!is_new) {
        prove(slot, slice);
    }
    return slot.state > State::unseen;
}

void SliceMemo::prove(Slot& slot, std::string_view slice) {
    slot.state = State::unfit;
    const auto proof = reader_->prove(slice);
    if (!proof) return;
    const std::string_view bare = slice.ends_with('.') ? slice.substr(0, slice.size() - 1) : slice;
    slot.other = proof->name != bare;
    // Only a name over a comma is called otherwise; what is known of its bytes as a name is not said of it.
    if ((slot.other && (slot.named || !proof->torn)) || !(slot.named || resolve(slot, proof->name))) return;
    slot.stray = proof->stray;
    slot.same = static_cast<std::uint32_t>(proof->name_hash);
    slot.state = proof->sure ? State::sure : State::guess;
    if (proof->sure) return;
    slot.guess = static_cast<std::uint32_t>(guesses_.size());
    guesses_.push_back(*proof);
}

const SliceMemo::Slot* SliceMemo::named(std::string_view name) {
    // A slice that ends in a full stop has a name without it.
    if (name.empty() || name.size() > label::longest_plain_slice || name.ends_with('.')) return nullptr;
    const std::uint64_t hash = slice_hash(name);
    Slot& slot = find(name, hash);
    if (slot.state == State::nothing) {
        if (!has_room()) return nullptr;
        enter(slot, name, hash);
    } else {
        slot.used = true;
    }
    return !slot.other && (slot.named || resolve(slot, std::string(name))) ? &slot : nullptr;
}

SliceMemo::State SliceMemo::prove_new(std::span<const std::string_view> slices, SliceRow& row) {
    for (std::size_t i = 0; i < slices.size(); ++i)
        if (row.slots[i]->state <= State::unseen && !label::may_be_plain(slices[i])) return State::unfit;
    State least = State::sure;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        Slot& slot = find(slices[i], hashes_[i]);
        row.slots[i] = &slot;
        least = prove_now(slot, slices[i], hashes_[i]) ? std::min(least, slot.state) : State::unfit;
    }
    if (least <= State::unfit) return State::unfit;
    row.gather(*this);
    return least;
}

void SliceMemo::find_sure(std::span<const std::string_view> slices, std::vector<bool>& sure) {
    sure.assign(slices.size(), false);
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const std::string_view slice = slices[i];
        if (slice.empty() || slice.size() > label::longest_plain_slice || slice.ends_with('.')) continue;
        const std::uint64_t hash = slice_hash(slice);
        Slot& slot = find(slice, hash);
        const bool is_new = slot.state <= State::unseen;
        if (!is_new) slot.used = true;
        const bool proven =
            !is_new || (i > 0 && sure[i - 1] && label::may_be_plain(slice) && prove_now(slot, slice, hash));
        sure[i] = proven && slot.state == State::sure && !slot.stray;
    }
}

}  // namespace incilint::scan
