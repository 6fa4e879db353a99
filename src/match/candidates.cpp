#include "match/candidates.h"

#include <algorithm>
#include <iterator>
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
    explicit Leaves(const lexicon::Dictionary& dictionary) : dictionary_(dictionary) {}

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
            if (found == by_word_.end()) return {};
            if (fewest == nullptr || found->second.size() < fewest->size()) fewest = &found->second;
        }
        Ids ids;
        if (fewest == nullptr) return ids;
        std::ranges::copy_if(*fewest, std::back_inserter(ids),
                             [&](std::uint32_t id) { return matches(glob, words_of(normals_[id])); });
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
            for (const lexicon::ClassId own : dictionary_.ingredient(lexicon::IngredientId{id}).classes) {
                for (std::optional up{own}; up; up = dictionary_.parent(*up)) {
                    Ids& members = members_[static_cast<std::size_t>(*up)];
                    if (members.empty() || members.back() != id) members.push_back(id);
                }
            }
        }
    }
    void gather_normals() {
        for (std::uint32_t id = 0; id < dictionary_.size(); ++id) {
            normals_.push_back(dictionary_.normal(dictionary_.inci(lexicon::IngredientId{id})));
        }
    }

    void gather_words() {
        if (normals_.empty()) gather_normals();
        for (std::uint32_t id = 0; id < normals_.size(); ++id) {
            for (const std::string_view word : words_of(normals_[id])) {
                Ids& ids = by_word_[word];
                if (ids.empty() || ids.back() != id) ids.push_back(id);
            }
        }
    }

    const lexicon::Dictionary& dictionary_;
    std::vector<Ids> members_;
    std::vector<std::string> normals_;
    std::unordered_map<std::string_view, Ids> by_word_;  ///< views into `normals_`
};

}  // namespace

Candidates::Candidates(std::string_view bytes, std::size_t ingredients, std::size_t expressions)
    : bytes_(bytes), ingredients_(ingredients) {
    const std::size_t heads = (ingredients + 1) * 4;
    if (bytes.size() < heads || bytes.size() % 4 != 0) return;
    const std::size_t items = (bytes.size() - heads) / 4;
    std::uint32_t last = 0;
    for (std::size_t i = 0; i <= ingredients; ++i) {
        const std::uint32_t first = base::load_u32(bytes, i * 4);
        if (first < last || first > items) return;
        last = first;
    }
    for (std::size_t i = 0; i < items; ++i) {
        if (base::load_u32(bytes, heads + i * 4) >= expressions) return;
    }
    ok_ = last == items;
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
    Leaves leaves(dictionary);
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
                if (pattern) set.ids = leaves.where_normal([&](const std::string& n) { return pattern->matches(n); });
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

    std::vector<Ids> rows(dictionary.size());
    for (std::uint32_t e = 0; e < code.roots.size(); ++e) {
        const IdSet& set = sets[code.roots[e]];
        if (!set.others) {
            for (const std::uint32_t id : set.ids) rows[id].push_back(e);
            continue;
        }
        for (std::uint32_t id = 0; id < rows.size(); ++id) {
            if (!std::ranges::binary_search(set.ids, id)) rows[id].push_back(e);
        }
    }
    base::ByteWriter out;
    std::uint32_t total = 0;
    out.u32(0);
    for (const Ids& row : rows) out.u32(total += static_cast<std::uint32_t>(row.size()));
    for (const Ids& row : rows) {
        for (const std::uint32_t e : row) out.u32(e);
    }
    return out.take();
}

}  // namespace incilint::match
