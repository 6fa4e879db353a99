#include "match/candidates.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "base/bytes.h"

namespace incilint::match {
namespace {

using Ids = std::vector<std::uint32_t>;

/// A set of ingredients, ascending; `others` turns it round: all but these.
struct IdSet {
    Ids ids;
    bool others = false;
};

Ids both(const Ids& a, const Ids& b) {
    Ids out;
    std::ranges::set_intersection(a, b, std::back_inserter(out));
    return out;
}
Ids either(const Ids& a, const Ids& b) {
    Ids out;
    std::ranges::set_union(a, b, std::back_inserter(out));
    return out;
}
Ids without(const Ids& a, const Ids& b) {
    Ids out;
    std::ranges::set_difference(a, b, std::back_inserter(out));
    return out;
}

/// What both sets hold; unions are made of it by turning both sides and the result round.
IdSet meet(const IdSet& a, const IdSet& b) {
    if (a.others && b.others) return {either(a.ids, b.ids), true};
    if (a.others) return {without(b.ids, a.ids), false};
    if (b.others) return {without(a.ids, b.ids), false};
    return {both(a.ids, b.ids), false};
}

IdSet meet_all(std::vector<IdSet> sets) {
    if (sets.empty()) return {{}, true};
    // Pairwise, so that a thousand names in one `any` are merged in n log n steps.
    while (sets.size() > 1) {
        std::vector<IdSet> halved;
        for (std::size_t i = 0; i + 1 < sets.size(); i += 2) halved.push_back(meet(sets[i], sets[i + 1]));
        if (sets.size() % 2 == 1) halved.push_back(std::move(sets.back()));
        sets = std::move(halved);
    }
    return std::move(sets.front());
}

/// Looks at every ingredient once, and only where an expression asks.
class Leaves {
  public:
    Leaves(const Code& code, const lexicon::Dictionary& dictionary) : code_(code), dictionary_(dictionary) {}

    Ids of_class(std::uint32_t wanted) {
        if (members_.empty()) gather_members();
        return members_[wanted];
    }
    /// By the word of the glob that the fewest ingredients have, so that a thousand globs do not read a thousand
    /// dictionaries.
    Ids of_glob(const Glob& glob) {
        if (by_word_.empty()) gather_words();
        const Ids* fewest = nullptr;
        for (const std::string& word : glob.words) {
            if (word.empty()) continue;
            const auto found = by_word_.find(word);
            if (found == by_word_.end() || found->second.empty()) return {};
            if (fewest == nullptr || found->second.size() < fewest->size()) fewest = &found->second;
        }
        Ids ids;
        if (fewest == nullptr) return ids;
        std::vector<std::string_view> words;
        for (const std::uint32_t id : *fewest) {
            words_of(normals_[id], words);
            if (matches(glob, words)) ids.push_back(id);
        }
        return ids;
    }
    template <class Holds>
    Ids where_normal(const Holds& holds) {
        if (normals_.empty()) gather_normals();
        Ids ids;
        for (std::uint32_t id = 0; id < normals_.size(); ++id) {
            if (holds(normals_[id])) ids.push_back(id);
        }
        return ids;
    }

  private:
    void gather_members() {
        members_.resize(dictionary_.class_count());
        for (std::uint32_t id = 0; id < dictionary_.size(); ++id) {
            for (const lexicon::ClassId own : dictionary_.classes(lexicon::IngredientId{id})) {
                for (std::optional up{own}; up; up = dictionary_.parent(*up)) {
                    Ids& members = members_[static_cast<std::size_t>(*up)];
                    if (members.empty() || members.back() != id) members.push_back(id);
                }
            }
        }
    }
    void gather_normals() {
        normals_.reserve(dictionary_.size());
        for (std::uint32_t id = 0; id < dictionary_.size(); ++id)
            normals_.push_back(dictionary_.normal_inci(lexicon::IngredientId{id}));
    }

    /// Only of words that some glob has: a dictionary holds ten times as many.
    void gather_words() {
        if (normals_.empty()) gather_normals();
        std::vector<std::string_view> words;
        std::array<std::uint64_t, 256> lengths{};
        const auto bit = [](std::string_view word) {
            return std::uint64_t{1} << std::min<std::size_t>(word.size(), 63);
        };
        for (const Node& node : code_.nodes) {
            if (node.op != Op::glob) continue;
            words_of(code_.texts[node.a], words);
            for (const std::string_view word : words) {
                by_word_[word];
                lengths[static_cast<unsigned char>(word[0])] |= bit(word);
            }
        }
        for (std::uint32_t id = 0; id < normals_.size(); ++id) {
            words_of(normals_[id], words);
            for (const std::string_view word : words) {
                // Most words begin as no word of a glob of that length does.
                if ((lengths[static_cast<unsigned char>(word[0])] & bit(word)) == 0) continue;
                const auto found = by_word_.find(word);
                if (found == by_word_.end()) continue;
                if (found->second.empty() || found->second.back() != id) found->second.push_back(id);
            }
        }
    }

    const Code& code_;
    const lexicon::Dictionary& dictionary_;
    std::vector<Ids> members_;
    std::vector<std::string_view> normals_;              ///< of the INCI names
    std::unordered_map<std::string_view, Ids> by_word_;  ///< views into `code_`
};

}  // namespace

Candidates::Candidates(std::string_view bytes, std::size_t ingredients, std::size_t expressions)
    : bytes_(bytes), ingredients_(ingredients) {
    const std::size_t heads = (ingredients + 1) * 4;
    if (bytes.size() < heads || bytes.size() % 4 != 0) return;
    const std::size_t items = (bytes.size() - heads) / 4;
    // Without a way out, so that several numbers are looked at in one step: this runs at every start.
    bool ascending = true;
    for (std::size_t i = 0; i < ingredients; ++i)
        ascending &= base::load_u32(bytes, i * 4) <= base::load_u32(bytes, i * 4 + 4);
    std::uint32_t most = 0;
    for (std::size_t i = 0; i < items; ++i) most = std::max(most, base::load_u32(bytes, heads + i * 4));
    ok_ = ascending && base::load_u32(bytes, ingredients * 4) == items && (items == 0 || most < expressions);
}

void Candidates::append_to(std::vector<std::uint32_t>& out, lexicon::IngredientId id) const {
    const std::size_t row = static_cast<std::size_t>(id);
    const std::size_t items = (ingredients_ + 1) * 4;
    const std::uint32_t end = base::load_u32(bytes_, (row + 1) * 4);
    for (std::uint32_t i = base::load_u32(bytes_, row * 4); i < end; ++i) {
        out.push_back(base::load_u32(bytes_, items + std::size_t{i} * 4));
    }
}

std::string build_candidates(const Code& code, const lexicon::Dictionary& dictionary) {
    Leaves leaves(code, dictionary);
    std::vector<IdSet> sets;
    sets.reserve(code.nodes.size());
    for (const Node& node : code.nodes) {
        IdSet set;
        std::vector<IdSet> parts;
        switch (node.op) {
            case Op::name:
                set.ids = {node.a};
                break;
            case Op::built_name:
                break;
            case Op::class_:
                set.ids = leaves.of_class(node.a);
                break;
            case Op::glob:
                set.ids = leaves.of_glob(load_glob(code.texts[node.a]));
                break;
            case Op::pattern: {
                const auto pattern = Pattern::make(code.texts[node.a]);
                if (pattern) set.ids = leaves.where_normal([&](std::string_view n) { return pattern->matches(n); });
                break;
            }
            case Op::not_:
                set = sets[node.a];
                set.others = !set.others;
                break;
            case Op::any:
            case Op::all:
                for (std::uint32_t c = 0; c < node.b; ++c) {
                    parts.push_back(sets[code.children[node.a + c]]);
                    if (node.op == Op::any) parts.back().others = !parts.back().others;
                }
                set = meet_all(std::move(parts));
                if (node.op == Op::any) set.others = !set.others;
                break;
        }
        sets.push_back(std::move(set));
    }

    // Counted before they are placed: ten thousand short lists would be ten thousand pieces of memory.
    const auto each_pair = [&](const auto& met) {
        for (std::uint32_t e = 0; e < code.roots.size(); ++e) {
            const IdSet& set = sets[code.roots[e]];
            if (!set.others) {
                for (const std::uint32_t id : set.ids) met(id, e);
                continue;
            }
            for (std::uint32_t id = 0; id < dictionary.size(); ++id) {
                if (!std::ranges::binary_search(set.ids, id)) met(id, e);
            }
        }
    };
    Ids ends(dictionary.size() + 1);
    each_pair([&](std::uint32_t id, std::uint32_t) { ++ends[id + 1]; });
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    base::ByteWriter out;
    out.reserve((ends.size() + ends.back()) * 4);
    for (const std::uint32_t end : ends) out.u32(end);
    Ids items(ends.back());
    each_pair([&](std::uint32_t id, std::uint32_t e) { items[ends[id]++] = e; });
    for (const std::uint32_t e : items) out.u32(e);
    return out.take();
}

}  // namespace incilint::match
