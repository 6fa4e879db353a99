// match/lean_tables.h: what match/lean.h prepares, once a program and once a context. For lean*.cpp only.
// Promises: plain tables; every number is the one that judge.cpp, verdict.cpp and confidence.cpp would work out.
// Must not know: products.
#pragma once

#include <array>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "match/lean.h"
#include "match/verdict.h"

namespace incilint::match {

/// A leaf of a label rule that asks for entries.
struct LeanTerm {
    std::uint16_t rule = 0;
    std::uint32_t node = 0;
    rules::Within within = rules::Within::whole;
};

/// What a rule is, whatever the product.
struct LeanRule {
    rules::Effect effect{};
    bool scored = false;             ///< it has weight
    bool asks_rank = false;          ///< its conditions look at the place
    std::uint8_t category = 64;      ///< number of its category; 64: none
    std::uint32_t group = 0;         ///< siblings
    std::uint64_t cancelled_by = 0;  ///< categories above it in the list that cancel the credit
    std::uint64_t gates = 0;
    std::int64_t evidence_weight = 0;
    std::int64_t evidence = 0;  ///< weight × best evidence
};

struct LeanGate {
    const rules::Gate* gate = nullptr;
    std::uint8_t band = 0;
};

struct Lean::Tables {
    explicit Tables(const Program& the_program);
    Program program;
    Matcher matcher;
    bool usable = true;
    std::vector<LeanRule> rules;
    std::vector<LeanTerm> terms;
    std::array<std::uint64_t, 4> terms_within{};                              ///< by rules::Within
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint8_t> term_of;  ///< (rule, node) → bit
    std::vector<std::uint32_t> label_rules;                                   ///< those that ask for no category first
    std::size_t asking = 0;                                                   ///< index of the first that asks
    std::array<std::vector<std::uint16_t>, label::detector_count> rules_of;   ///< by label::Detector
    std::vector<LeanGate> gates;
    std::vector<std::int64_t> band_from;
    std::vector<std::string> words;
    std::vector<std::int64_t> caps;        ///< by bucket
    std::vector<std::uint32_t> bucket_of;  ///< by group
    std::vector<char> is_burden;           ///< by group
    std::int64_t above_share = 0;
    std::int64_t straddling_share = 0;
    std::int64_t sibling = 0;
    std::int64_t min_recognised = 0;
    std::int64_t few_entries = 0;
    std::int64_t few_factor = 0;
    std::int64_t type_unknown = 0;
    std::int64_t high = 0;
    std::int64_t medium = 0;
};

/// What a rule comes to in a context, and what of LeanRule each of its findings asks for: one line of cache.
struct alignas(64) LeanCase {
    enum class State : std::uint8_t { nothing, finding, ask };
    State state = State::nothing;
    rules::Severity severity{};
    Certainty certainty{};
    rules::Effect effect{};
    bool scored = false;
    std::uint32_t group = 0;
    std::uint64_t category = 0;  ///< its bit; none: 0
    std::uint64_t cancelled_by = 0;
    std::uint64_t gates = 0;
    std::int64_t evidence_weight = 0;
    std::int64_t evidence = 0;
};

/// Points of a finding in millionths: in full, and as a sibling of a larger one.
struct LeanScore {
    std::int32_t full_low = 0;
    std::int32_t full_high = 0;
    std::int32_t sibling_low = 0;
    std::int32_t sibling_high = 0;
};
/// The points of a rule, by the level of the entry: one line of cache.
struct alignas(64) LeanScores {
    static constexpr std::size_t levels = 4;  // what lies below is one level without percents
    std::array<LeanScore, levels> at;
};
static_assert(static_cast<std::size_t>(Level::below) + 1 == LeanScores::levels);

/// Which label terms are met: by names surely read, by any, whether an unknown name stands within each range, and by
/// which detectors.
struct LeanTerms {
    std::uint64_t sure = 0;
    std::uint64_t met = 0;
    std::uint8_t unknown = 0;     ///< bits by rules::Within
    std::uint16_t detectors = 0;  ///< bits by label::Detector
    friend bool operator==(const LeanTerms&, const LeanTerms&) = default;
};

class LeanContext {
  public:
    Context context;
    std::vector<LeanCase> cases;     ///< by rule
    std::vector<LeanScores> scores;  ///< by rule

    /// The findings of label rules and detectors where such terms are met; good until the next call.
    [[nodiscard]] const std::vector<LeanFinding>& label_findings(const Lean::Tables& tables, const LeanTerms& terms);

  private:
    struct Hash {
        std::size_t operator()(const LeanTerms& t) const {
            return static_cast<std::size_t>((t.sure * 0x9e3779b97f4a7c15U) ^ (t.met * 0xc2b2ae3d27d4eb4fU) ^
                                            ((t.unknown | std::uint64_t{t.detectors} << 8) * 0xff51afd7ed558ccdU));
        }
    };
    struct Near {
        LeanTerms terms;
        const std::vector<LeanFinding>* findings = nullptr;
    };
    std::unordered_map<LeanTerms, std::vector<LeanFinding>, Hash> kept_;
    std::array<Near, 1024> near_;  ///< what was asked for of late, by the hash
};

struct Lean::Room {
    using Key = std::tuple<rules::ProductType, rules::Area, std::string, std::optional<rules::Date>>;
    std::map<Key, std::unique_ptr<LeanContext>> contexts;
    LeanContext* last = nullptr;

    struct GroupSum {
        std::uint64_t turn = 0;
        Points siblings;  ///< all of it, counted as siblings
        Points most;
        Points lift;  ///< what the largest counts more
    };
    struct BucketSum {
        std::uint64_t turn = 0;
        Points taken;
    };
    void add(std::uint32_t group, const LeanScore& score);
    void sums(const Tables& tables, Points& burden, Points& support);
    std::vector<GroupSum> groups;
    std::vector<BucketSum> buckets;
    std::vector<std::uint32_t> touched;  ///< groups of this turn
    std::uint64_t turn = 0;
};

/// The findings of label rules where such terms are met, and those of detectors.
[[nodiscard]] std::vector<LeanFinding> lean_label_findings(const Lean::Tables& tables, const LeanTerms& terms,
                                                           const Context& context);

}  // namespace incilint::match
