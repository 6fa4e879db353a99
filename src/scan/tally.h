// scan/tally.h: what a scan counts: records, verdicts, names.
// Promises: memory is bounded; the sums are the same however the records are shared out, as long as parts are added in
// the order of the records.
// Must not know: output formats, files.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "catalog/rows.h"
#include "lexicon/ingredient.h"
#include "match/limits.h"
#include "report/run.h"

namespace incilint::scan {

/// Names by frequency. Known ones are counted by their numbers; of others the first `most` different ones are counted
/// exactly, further ones only in `beyond`.
class NameCounts {
  public:
    explicit NameCounts(std::size_t most = std::size_t{1} << 15) : most_(most) {}
    NameCounts(NameCounts&&) = default;
    NameCounts& operator=(NameCounts&&) = default;
    NameCounts(const NameCounts&) = delete;  // `order_` points into `counts_`
    NameCounts& operator=(const NameCounts&) = delete;
    ~NameCounts() = default;

    void add(std::string_view name, std::size_t count = 1);
    /// A name of the dictionary, which must outlive the counts.
    void add_known(lexicon::IngredientId id, std::string_view name, std::size_t count = 1) {
        known_.push_back({id, name, count});
    }
    void merge(const NameCounts& later);
    /// The most frequent first, ties in the order of letters.
    [[nodiscard]] std::vector<std::pair<std::string_view, std::size_t>> top(std::size_t count) const;
    [[nodiscard]] std::size_t size() const { return order_.size() + known_.size(); }
    /// Occurrences of names that are not counted one by one.
    [[nodiscard]] std::size_t beyond() const { return beyond_; }
    void clear();

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
    };
    using Map = std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>>;
    std::size_t most_;
    std::size_t beyond_ = 0;
    Map counts_;
    std::vector<const Map::value_type*> order_;  ///< by first appearance; nodes of a map do not move
    struct Known {
        lexicon::IngredientId id{};
        std::string_view name;
        std::size_t count = 0;
    };
    std::vector<Known> known_;           ///< one each once parts were added to it
    std::vector<std::uint32_t> places_;  ///< by id: index into `known_` + 1; filled by merge
};

struct Tally {
    std::size_t records = 0;
    std::array<std::size_t, catalog::reject_kinds> rejected{};
    std::size_t products = 0;
    std::size_t without_list = 0;
    std::size_t entries = 0;
    std::size_t recognised = 0;
    std::size_t quick = 0;   ///< labels that went the quick way: depends on threads and blocks as time does
    std::size_t errors = 0;  ///< findings that are no credits, by severity
    std::size_t warnings = 0;
    std::size_t notes = 0;
    std::array<std::size_t, 3> failing{};  ///< by severity (note, warning, error): those that policy marked
    match::BrokenLimits broken{};          ///< limits of the plan
    std::map<std::string, std::size_t, std::less<>> verdicts;  ///< products by verdict words
    NameCounts flagged;                                        ///< findings by ingredient
    NameCounts credited;
    NameCounts unknown;

    void count(const report::Input& input, const match::Screening& screening, const match::Program& program);
    void count_verdict(std::string_view words, std::size_t number);
    void merge(const Tally& later);
    void clear();
    [[nodiscard]] std::size_t rejects() const;
};

}  // namespace incilint::scan
