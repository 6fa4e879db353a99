// scan/fact_table.h: what rules say of names, each kind of answer once.
// Promises: equal facts have one number; a few hundred kinds serve all names of a dictionary, so that they stay in the
// nearest memory. Must not know: names, slices.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "match/lean.h"

namespace incilint::scan {

class FactTable {
  public:
    FactTable() : facts_(1) {}
    /// The number of such facts; 0 for empty ones.
    [[nodiscard]] std::uint32_t number(const match::LeanFacts& facts) {
        if (facts.empty()) return 0;
        const auto [found, is_new] = number_of_.emplace(facts, static_cast<std::uint32_t>(facts_.size()));
        if (is_new) facts_.push_back(facts);
        return found->second;
    }
    [[nodiscard]] const match::LeanFacts& operator[](std::uint32_t number) const { return facts_[number]; }

  private:
    struct Hash {
        std::size_t operator()(const match::LeanFacts& facts) const {
            constexpr std::uint64_t factor = 0x9e3779b97f4a7c15;  // odd, bits evenly spread
            std::uint64_t hash = facts.terms ^ facts.count;
            for (const std::uint16_t rule : facts.rules) hash = (hash ^ rule) * factor;
            return static_cast<std::size_t>(hash ^ hash >> 32);
        }
    };
    std::vector<match::LeanFacts> facts_;  ///< the first one is empty
    std::unordered_map<match::LeanFacts, std::uint32_t, Hash> number_of_;
};

}  // namespace incilint::scan
