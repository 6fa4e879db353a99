#include "lexicon/spelling.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/hash.h"
#include "lexicon/spelling_image.h"
#include "lexicon/spelling_words.h"

namespace incilint::lexicon {
namespace {

base::Error<base::Diagnostic> refused(std::string text) {
    base::Diagnostic made;
    made.code = "dictionary/damaged";
    made.text = std::move(text);
    made.hint = "make the image again";
    return base::Error<base::Diagnostic>{std::move(made)};
}

constexpr bool is_power_of_two(std::size_t value) {
    return value != 0 && (value & (value - 1)) == 0;
}

/// A word of the name that must be corrected, and what it may have been.
struct Place {
    std::size_t from = 0;
    std::size_t size = 0;
    struct Candidate {
        std::uint32_t word = 0;
        std::size_t edits = 0;
    };
    std::vector<Candidate> candidates;
};

/// True where each pair of words that differ is a slip; both names have the same tokens otherwise.
bool only_slips(std::string_view written, std::string_view meant) {
    std::vector<std::string_view> tokens;
    each_token(meant, [&](std::size_t from, std::size_t size) { tokens.push_back(meant.substr(from, size)); });
    std::size_t at = 0;
    bool fine = true;
    each_token(written, [&](std::size_t from, std::size_t size) {
        const std::string_view token = written.substr(from, size);
        fine = fine && at < tokens.size() && !(tokens.size() == 1 && loses_ending(token, meant)) &&
               (token == tokens[at] || is_slip(token, tokens[at], tokens.size() == 2 && at == 1));
        ++at;
    });
    return fine && at == tokens.size();
}

/// The best of the names tried so far.
struct Best {
    std::size_t edits = 3;
    bool tie = false;
    std::optional<Corrected> found;

    /// Of two names of one ingredient rather that of which `written` is a mere slip: "alcohol dena" of "denat", not
    /// "den".
    void take(IngredientId id, std::string name, std::size_t by, std::string_view written) {
        if (by > edits) return;
        if (by < edits) {
            edits = by;
            tie = false;
            found = Corrected{id, std::move(name), by};
        } else if (found->id != id) {
            tie = true;
        } else if (const bool slip = only_slips(written, name), had = only_slips(written, found->name);
                   slip != had ? slip : name < found->name) {
            found->name = std::move(name);
        }
    }
};

}  // namespace

base::Expected<Spelling> Spelling::open(std::string_view bytes) {
    base::ByteReader reader(bytes);
    if (reader.raw(spelling_magic.size()) != spelling_magic) return refused("the spelling index does not begin as one");
    const std::size_t letters = reader.u32();
    const std::size_t words = reader.u32();
    const std::size_t buckets = reader.u32();
    const std::size_t entries = reader.u32();
    const std::size_t slots = reader.u32();
    Spelling made;
    made.starts_ = reader.raw(4 * words);
    made.sketches_ = reader.raw(4 * words);
    made.buckets_ = reader.raw(4 * buckets);
    made.entries_ = reader.raw(4 * entries);
    made.names_ = reader.raw(8 * slots);
    made.words_ = reader.raw(letters);
    if (reader.failed() || reader.at() != bytes.size()) return refused("the spelling index is not as long as it says");
    if (words == 0 || buckets < 2 || !is_power_of_two(buckets - 1) || !is_power_of_two(slots)) {
        return refused("a table of the spelling index has a wrong size");
    }
    return made;
}

std::string_view Spelling::word(std::uint32_t index) const {
    const std::size_t at = 4 * static_cast<std::size_t>(index);
    if (at + 8 > starts_.size()) return {};
    const std::size_t from = base::load_u32(starts_, at);
    const std::size_t end = base::load_u32(starts_, at + 4);
    return from <= end && end <= words_.size() ? words_.substr(from, end - from) : std::string_view{};
}

/// The keys of a word with up to two of its first letters left out.
class Spelling::Keys {
  public:
    void add(std::uint64_t hash) { list_[count_++] = hash; }
    [[nodiscard]] std::span<const std::uint64_t> all() const { return {list_.data(), count_}; }

  private:
    std::array<std::uint64_t, 1 + key_letters + key_letters*(key_letters - 1) / 2> list_;
    std::size_t count_ = 0;
};

std::size_t Spelling::bucket_of(std::uint64_t hash) const {
    return hash & (buckets_.size() / 4 - 2);
}

void Spelling::fetch(const Keys& keys) const {
    for (const std::uint64_t hash : keys.all()) __builtin_prefetch(buckets_.data() + 4 * bucket_of(hash));
    for (const std::uint64_t hash : keys.all()) {
        const std::size_t first = 4 * std::size_t{base::load_u32(buckets_, 4 * bucket_of(hash))};
        __builtin_prefetch(entries_.data() + std::min(first, entries_.size()));
    }
}

template <class Take>
void Spelling::each_entry(std::uint64_t hash, const Take& take) const {
    const std::size_t bucket = bucket_of(hash);
    const std::size_t end = std::min<std::size_t>(base::load_u32(buckets_, 4 * bucket + 4), entries_.size() / 4);
    for (std::size_t i = base::load_u32(buckets_, 4 * bucket); i < end; ++i) {
        const std::uint32_t entry = base::load_u32(entries_, 4 * i);
        const std::uint32_t index = entry & most_words;
        if (entry == entry_of(hash, index)) take(index);
    }
}

bool Spelling::knows_word(std::string_view word) const {
    return is_word(word) && holds(word);
}

bool Spelling::holds(std::string_view word) const {
    if (buckets_.empty()) return false;
    bool known = false;
    each_entry(base::hash64(word.substr(0, key_letters)),
               [&](std::uint32_t index) { known = known || this->word(index) == word; });
    return known;
}

std::vector<std::uint32_t> Spelling::may_be_near_to(std::string_view written, std::size_t limit) const {
    const std::uint32_t sketch = sketch_of(written);
    std::vector<std::uint32_t> out;
    Keys keys;
    each_key(written, limit, [&](std::uint64_t hash) { keys.add(hash); });
    fetch(keys);
    for (const std::uint64_t hash : keys.all()) {
        each_entry(hash, [&](std::uint32_t index) {
            if (4 * std::size_t{index} + 4 > sketches_.size()) return;
            if (may_be_near(sketch, base::load_u32(sketches_, 4 * std::size_t{index}), static_cast<int>(limit))) {
                out.push_back(index);
            }
        });
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<std::string_view> Spelling::near_words(std::string_view written) const {
    std::vector<std::string_view> out;
    if (buckets_.empty() || !is_word(written) || written.size() > longest_misspelt) return out;
    for (const std::uint32_t index : may_be_near_to(written, 1)) {  // words ascend with their numbers
        const std::string_view meant = word(index);
        if (word_distance(written, meant, 1) == 1 && is_slip(written, meant)) out.push_back(meant);
    }
    if (!out.empty() || written.size() < least_word_for_two) return out;
    for (const std::uint32_t index : may_be_near_to(written, 2)) {
        const std::string_view meant = word(index);
        if (meant != written && doubles_elsewhere(written, meant) && is_slip(written, meant)) out.push_back(meant);
    }
    return out;
}

std::optional<IngredientId> Spelling::owner(std::string_view normal) const {
    const std::uint64_t hash = base::hash64(normal);
    const std::size_t slots = names_.size() / 8;
    for (std::size_t step = 0; step < most_steps; ++step) {
        const std::uint64_t slot = base::load_u64(names_, 8 * ((hash + step) & (slots - 1)));
        if (slot == 0) return std::nullopt;
        if (slot >> 32 == hash >> 32) return static_cast<IngredientId>(static_cast<std::uint32_t>(slot) - 1U);
    }
    return std::nullopt;
}

std::optional<Corrected> Spelling::nearest(std::string_view normal, std::string_view suspect) const {
    if (buckets_.empty() || normal.size() > longest_misspelt) return std::nullopt;
    const std::size_t letters = letters_in(normal);
    if (letters < least_letters) return std::nullopt;
    const std::size_t allowed = letters >= letters_for_two ? 2 : 1;

    // 1. The words that no name holds: all of them must be corrected, none of the others may be.
    std::array<Place, 2> places;
    std::size_t count = 0;
    bool too_many = false;
    each_token(normal, [&](std::size_t from, std::size_t size) {
        const std::string_view token = normal.substr(from, size);
        if (too_many || !is_word(token, shortest_word) || (token != suspect && holds(token))) return;
        too_many = count == allowed;
        if (too_many) return;
        places[count].from = from;
        places[count].size = size;
        ++count;
    });
    if (too_many || count == 0) return std::nullopt;

    // 2. The whole name must be known with words near to these.
    const auto with_near_words = [&](std::size_t limit) {
        Best best;
        for (std::size_t i = 0; i < count; ++i) {
            places[i].candidates.clear();
            const std::string_view written = normal.substr(places[i].from, places[i].size);
            for (const std::uint32_t index : may_be_near_to(written, limit)) {
                const std::string_view meant = word(index);
                if (!may_be_short(written, meant, letters)) continue;
                const bool long_enough = meant.size() >= least_word_for_two || doubles_elsewhere(written, meant) ||
                                         (written == suspect && is_species_meant(written, meant));
                const std::size_t most = long_enough ? limit : 1;
                const std::size_t edits = word_distance(written, meant, most);
                if (edits > 0 && edits <= most) places[i].candidates.push_back({index, edits});
            }
            if (places[i].candidates.empty()) return best;
        }
        const auto try_words = [&](const Place::Candidate& first, const Place::Candidate* second) {
            std::string name(normal);
            if (second != nullptr) name.replace(places[1].from, places[1].size, word(second->word));
            name.replace(places[0].from, places[0].size, word(first.word));
            if (const auto id = owner(name))
                best.take(*id, std::move(name), first.edits + (second ? second->edits : 0), normal);
        };
        for (const Place::Candidate& first : places[0].candidates) {
            if (count == 1) try_words(first, nullptr);
            for (const Place::Candidate& second : places[1].candidates) try_words(first, &second);
        }
        return best;
    };
    // One edit where two words are wrong; what is two edits away counts only where nothing is nearer.
    Best best = with_near_words(1);
    if (!best.found && count == 1 && allowed == 2) best = with_near_words(allowed);

    // 3. The nearest one must be the only one, and a mere slip away.
    if (!best.found || best.tie || !only_slips(normal, best.found->name)) return std::nullopt;
    return std::move(best.found);
}

}  // namespace incilint::lexicon
