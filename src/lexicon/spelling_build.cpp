#include <algorithm>
#include <bit>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "lexicon/spelling.h"
#include "lexicon/spelling_image.h"
#include "lexicon/spelling_words.h"

namespace incilint::lexicon {
namespace {

/// How often words occur in all names.
using Counts = std::map<std::string_view, std::size_t>;

/// True where the only name that holds the word misprints a word that many names hold ("exract"): it vouches for
/// nothing, or the same slip on a label could never be mended. An exchanged letter may make another substance
/// ("glutarate"), so that only a letter too many or too few and two in the wrong order are told.
bool is_misprint(std::string_view word, const std::vector<std::string_view>& usual) {
    return word.size() >= least_misprint && std::ranges::any_of(usual, [word](std::string_view other) {
               const bool exchanged = word.size() == other.size() &&
                                      !std::is_permutation(word.begin(), word.end(), other.begin(), other.end());
               return !exchanged && word_distance(word, other, 1) == 1 && is_slip(word, other, false);
           });
}

std::vector<std::string_view> all_words(std::span<const SpellingName> names) {
    Counts counts;
    for (const SpellingName& name : names) {
        each_token(name.normal, [&](std::size_t from, std::size_t size) {
            const std::string_view token = name.normal.substr(from, size);
            if (is_word(token, shortest_word) && token.size() <= longest_misspelt) ++counts[token];
        });
    }
    std::vector<std::string_view> usual;
    for (const auto& [word, count] : counts)
        if (count >= usual_from && word.size() >= least_misprint) usual.push_back(word);
    std::vector<std::string_view> out;
    for (const auto& [word, count] : counts)
        if (count > 1 || !is_misprint(word, usual)) out.push_back(word);
    if (out.size() > most_words) out.resize(most_words);
    return out;
}

/// One text, and where its pieces begin.
void write_words(base::ByteWriter& out, const std::vector<std::string_view>& words) {
    std::uint32_t at = 0;
    for (const std::string_view word : words) {
        out.u32(at);
        at += static_cast<std::uint32_t>(word.size());
    }
    out.u32(at);
}

struct Keys {
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> entries;
};

Keys keys_of(const std::vector<std::string_view>& words) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> all;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        each_key(words[i], words[i].size() >= least_species_for_two ? 2 : 1,
                 [&](std::uint64_t hash) { all.emplace_back(hash, i); });
    }
    const std::size_t buckets = std::bit_ceil(std::max<std::size_t>(all.size() / 4, 1));
    std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) {
        const std::size_t one = a.first & (buckets - 1);
        const std::size_t other = b.first & (buckets - 1);
        return one != other ? one < other : a.second != b.second ? a.second < b.second : a.first < b.first;
    });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    Keys made;
    std::size_t bucket = 0;
    for (const auto& [hash, word] : all) {
        for (; bucket <= (hash & (buckets - 1)); ++bucket)
            made.starts.push_back(static_cast<std::uint32_t>(made.entries.size()));
        made.entries.push_back(entry_of(hash, word));
    }
    made.starts.resize(buckets + 1, static_cast<std::uint32_t>(made.entries.size()));
    return made;
}

/// Open addressing, at most half full; a name with two owners belongs to the first.
std::vector<std::uint64_t> slots_of(std::span<const SpellingName> names) {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> keys;
    for (const SpellingName& name : names) {
        if (letters_in(name.normal) < least_letters) continue;
        const std::uint64_t hash = base::hash64(name.normal);
        keys.emplace_back(hash, slot_of(hash, name.id));
    }
    for (std::size_t size = std::bit_ceil(std::max<std::size_t>(2 * keys.size(), 2));; size *= 2) {
        std::vector<std::uint64_t> slots(size, 0);
        bool fits = true;
        for (const auto& [hash, value] : keys) {
            std::size_t step = 0;
            while (step < most_steps && slots[(hash + step) & (size - 1)] != 0 &&
                   slots[(hash + step) & (size - 1)] >> 32 != value >> 32) {
                ++step;
            }
            fits = step < most_steps;
            if (!fits) break;
            std::uint64_t& slot = slots[(hash + step) & (size - 1)];
            if (slot == 0) slot = value;
        }
        if (fits) return slots;
    }
}

}  // namespace

std::string build_spelling(std::span<const SpellingName> names) {
    const std::vector<std::string_view> words = all_words(names);
    const Keys keys = keys_of(words);
    const std::vector<std::uint64_t> slots = slots_of(names);
    std::size_t letters = 0;
    for (const std::string_view word : words) letters += word.size();
    base::ByteWriter out;
    out.raw(spelling_magic);
    for (const std::size_t size : {letters, words.size() + 1, keys.starts.size(), keys.entries.size(), slots.size()}) {
        out.u32(static_cast<std::uint32_t>(size));
    }
    write_words(out, words);
    for (const std::string_view word : words) out.u32(sketch_of(word));
    out.u32(0);
    for (const std::uint32_t start : keys.starts) out.u32(start);
    for (const std::uint32_t entry : keys.entries) out.u32(entry);
    for (const std::uint64_t slot : slots) out.u64(slot);
    for (const std::string_view word : words) out.raw(word);
    return out.take();
}

}  // namespace incilint::lexicon
