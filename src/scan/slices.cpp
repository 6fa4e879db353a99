#include "scan/slices.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "base/bytes.h"
#include "report/csv.h"

namespace incilint::scan {
namespace {

constexpr std::uint64_t k1 = 0x9e3779b97f4a7c15;
constexpr std::uint64_t k2 = 0xc2b2ae3d27d4eb4f;
/// Upper and lower case differ in one bit; what else it makes equal, the comparison of bytes tells apart.
constexpr std::uint64_t case_bits = 0x2020202020202020;

__extension__ using Wide = unsigned __int128;

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    const Wide product = Wide{a} * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

template <class Word>
Word load(const char* at) {
    Word word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

std::uint64_t load8(const char* at) {
    return load<std::uint64_t>(at) | case_bits;
}

std::uint64_t load4(const char* at) {
    return load<std::uint32_t>(at) | (case_bits & 0xffffffff);
}

/// Four words that cover 8 … 32 bytes; they overlap, so that no length branches.
struct Places {
    [[gnu::always_inline]] explicit Places(std::size_t size)
        : second(std::min<std::size_t>(8, size - 8)), third(size - std::min<std::size_t>(16, size)), last(size - 8) {}
    std::size_t second, third, last;
};
constexpr std::size_t most_covered = 32;

/// As memcmp() == 0, without a call: slices are short.
[[gnu::always_inline]] inline bool same_bytes(const char* a, const char* b, std::size_t size) {
    using Word = std::uint64_t;
    if (size >= 8) {
        const Places at(size);
        const Word differ = (load<Word>(a) ^ load<Word>(b)) | (load<Word>(a + at.second) ^ load<Word>(b + at.second)) |
                            (load<Word>(a + at.third) ^ load<Word>(b + at.third)) |
                            (load<Word>(a + at.last) ^ load<Word>(b + at.last));
        return differ == 0 && (size <= most_covered || std::memcmp(a + 16, b + 16, size - most_covered) == 0);
    }
    if (size >= 4)
        return load<std::uint32_t>(a) == load<std::uint32_t>(b) &&
               load<std::uint32_t>(a + size - 4) == load<std::uint32_t>(b + size - 4);
    for (std::size_t i = 0; i < size; ++i)
        if (a[i] != b[i]) return false;
    return true;
}

/// A hash that letters' case does not change.
[[gnu::always_inline]] inline std::uint64_t slice_hash(std::string_view slice) {
    const char* const at = slice.data();
    const std::size_t size = slice.size();
    std::uint64_t hash = size * k1;
    if (size >= 8) {
        const Places word(size);
        for (std::size_t more = 16; more + 16 < size; more += 8) hash = mix(hash ^ load8(at + more), k2);
        return mix(hash ^ load8(at), k1 ^ load8(at + word.second)) ^
               mix(k2 ^ load8(at + word.third), k1 ^ load8(at + word.last));
    }
    if (size >= 4) return mix(hash ^ (load4(at) << 32 | load4(at + size - 4)), k1);
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < size; ++i) word = word << 8 | static_cast<std::uint8_t>(at[i] | 0x20);
    return mix(hash ^ word, k1);
}

/// A name stands in a cell as guarded() would leave it, without a quote to double.
bool plain_cell(const std::string& text) {
    return !text.empty() && text.find_first_of("\"\t\r\n") == text.npos && text.front() != ' ' && text.back() != ' ' &&
           report::guarded(text) == text;
}

}  // namespace

SliceMemo::SliceMemo(const match::Program& program, const lexicon::RecogniseOptions& options, std::size_t names)
    : program_(program), matcher_(program_), options_(options), lean_(program_), most_(names) {
    if (names == 0 || !lean_.usable()) return;
    reader_.emplace(program_.dictionary(), program_.vocabulary());
    room_ = std::bit_ceil(names + names / 2);  // two thirds full at most, when a block begins
    slots_.resize(std::max(room_, base::large_block / sizeof(Slot)));
    mask_ = slots_.size() - 1;
    usable_ = true;
    // Room at once: what grows by doubling is twice in memory for a while. What is never written costs nothing.
    facts_.reserve(room_);
    names_.reserve(room_);
    names_.emplace_back();
}

/// The slice that a slot was made for.
[[gnu::always_inline]] inline std::string_view SliceMemo::key(const Slot& slot, const std::string& long_slices) {
    if (slot.size <= Slot::inline_bytes) return {slot.key, slot.size};
    std::uint32_t at = 0;
    std::memcpy(&at, slot.key, sizeof at);
    return {long_slices.data() + at, slot.size};
}

[[gnu::always_inline]] inline bool SliceMemo::holds(const Slot& slot, std::string_view slice) const {
    return slot.size == slice.size() && same_bytes(key(slot, long_).data(), slice.data(), slice.size());
}

[[gnu::always_inline]] inline SliceMemo::Slot& SliceMemo::find(std::string_view slice, std::uint64_t hash) {
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    for (std::uint64_t at = hash & mask_;; at = (at + 1) & mask_) {
        Slot& slot = slots_[at];
        if (slot.state == State::nothing || (slot.tag == tag && holds(slot, slice))) return slot;
    }
}

void SliceMemo::make_room() {
    if (used_ < most_) return;
    // Names of one product each would drive out those of all products: what was met again stays, up to three quarters.
    std::vector<Slot> kept;
    for (const Slot& slot : slots_)
        if (slot.used && kept.size() < most_ / 4 * 3) kept.push_back(slot);
    const std::string long_slices = std::exchange(long_, {});
    const std::vector<match::LeanFacts> facts(facts_);
    const std::vector<PrintedName> names(names_);
    facts_.clear();
    names_.resize(1);
    const std::vector<label::PlainSlice> guesses = std::exchange(guesses_, {});
    std::vector<std::uint64_t> hash_of(number_of_hash_.size());
    for (const auto& [hash, number] : number_of_hash_) hash_of[number] = hash;
    number_of_name_.clear();
    number_of_hash_.clear();
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
        if (old.facts != 0) {
            facts_.push_back(facts[old.facts - 1]);
            slot.facts = static_cast<std::uint32_t>(facts_.size());
        }
        if (old.name != 0) slot.name = printed(names[old.name].text, names[old.name].id);
        if (old.state >= State::guess) slot.same = same_as(hash_of[old.same]);
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
    if (slice.size() > Slot::inline_bytes) {
        const auto at = static_cast<std::uint32_t>(long_.size());
        std::memcpy(slot.key, &at, sizeof at);
        long_.append(slice);
    } else {
        std::memcpy(slot.key, slice.data(), slice.size());
    }
    ++used_;
}

std::uint32_t SliceMemo::printed(const std::string& text, std::optional<lexicon::IngredientId> id) {
    const auto [found, is_new] = number_of_name_.emplace(text, static_cast<std::uint32_t>(names_.size()));
    if (is_new) {
        PrintedName& name = names_.emplace_back();
        name.text = text;
        name.id = id;
        name.plain_cell = plain_cell(text);
        name.quotes = text.find_first_of(",;|") != text.npos;
    }
    return found->second;
}

std::uint32_t SliceMemo::same_as(std::uint64_t hash) {
    return number_of_hash_.emplace(hash, static_cast<std::uint32_t>(number_of_hash_.size())).first->second;
}

bool SliceMemo::resolve(Slot& slot, const std::string& name) {
    const match::Resolved resolved = matcher_.resolve(name, options_);
    const auto facts = lean_.facts(resolved);
    if (!facts) return false;
    slot.named = true;
    slot.recognised = resolved.recognition.has_value();
    slot.read = slot.recognised && resolved.recognition->how != lexicon::How::spelling;
    if (!facts->empty()) {
        facts_.push_back(*facts);
        slot.facts = static_cast<std::uint32_t>(facts_.size());
    }
    if (!facts->empty() || !slot.recognised)
        slot.name = slot.recognised ? printed(resolved.recognition->inci, resolved.recognition->id)
                                    : printed(name, std::nullopt);
    return true;
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
    slot.same = same_as(proof->name_hash);
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

SliceMemo::State SliceMemo::look_up(const std::vector<std::string_view>& slices, std::vector<const Slot*>& slots) {
    const std::size_t count = slices.size();
    if (hashes_.size() < count) hashes_.resize(count);
    slots.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        hashes_[i] = slice_hash(slices[i]);
        __builtin_prefetch(&slots_[hashes_[i] & mask_]);
    }
    State least = State::sure;
    for (std::size_t i = 0; i < count; ++i) {
        Slot& slot = find(slices[i], hashes_[i]);
        slots[i] = &slot;
        if (slot.state == State::unfit) return State::unfit;
        least = std::min(least, slot.state);
        if (!slot.used && slot.state > State::unfit) slot.used = true;  // most are: their lines stay clean
    }
    return least > State::unfit ? least : prove_new(slices, slots);
}

SliceMemo::State SliceMemo::prove_new(const std::vector<std::string_view>& slices, std::vector<const Slot*>& slots) {
    for (std::size_t i = 0; i < slices.size(); ++i)
        if (slots[i]->state <= State::unseen && !label::may_be_plain(slices[i])) return State::unfit;
    State least = State::sure;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        Slot& slot = find(slices[i], hashes_[i]);
        slots[i] = &slot;
        if (slot.state == State::nothing) {
            if (!has_room()) return State::unfit;  // full until the next block
            enter(slot, slices[i], hashes_[i]);
        }
        if (slot.state == State::unseen) prove(slot, slices[i]);
        least = std::min(least, slot.state);
    }
    return least;
}

void SliceMemo::find_sure(const std::vector<std::string_view>& slices, std::vector<bool>& sure) {
    sure.assign(slices.size(), false);
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const std::string_view slice = slices[i];
        if (slice.empty() || slice.size() > label::longest_plain_slice || slice.ends_with('.')) continue;
        const std::uint64_t hash = slice_hash(slice);
        Slot& slot = find(slice, hash);
        const bool is_new = slot.state <= State::unseen;
        if (is_new && i > 0 && sure[i - 1] && label::may_be_plain(slice) &&
            (slot.state == State::unseen || has_room())) {
            if (slot.state == State::nothing) enter(slot, slice, hash);
            prove(slot, slice);
        } else if (!is_new) {
            slot.used = true;
        }
        sure[i] = slot.state == State::sure && !slot.stray;
    }
}

}  // namespace incilint::scan
